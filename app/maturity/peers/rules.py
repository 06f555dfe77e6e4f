"""The disclosure rules of peers, one function each (docs/method.md section 5).

They are called by the module's name, so that a test can take one away and show that the others do not replace
it. The count rule is ``score.round_down``.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import TypeVar

from app.maturity.peers.histogram import Histogram
from app.maturity.score import half_up

# An operator may set a higher minimum, never a lower one.
MINIMUM_COHORT = 10
# Four organisations that act together know four of nine changes; five that they do not know remain.
MINIMUM_DIFFERING = 9
QUARTILES_FROM = 20
ROUNDING_STEP = 5
MINIMUM_NEARBY = 5
NEARBY_POINTS = 5
LOWEST_PUBLISHED, HIGHEST_PUBLISHED = 10, 90

Kind = TypeVar("Kind")


def is_large_enough(n: int, minimum: int) -> bool:
    """Return whether a cohort has enough contributions to be shown (size rule)."""
    return n >= max(minimum, MINIMUM_COHORT)


def without_small_remainder(
    sizes: Mapping[Kind, int], shown: frozenset[Kind], minimum: int
) -> frozenset[Kind]:
    """Return the siblings that may be shown: the others are none, or large enough together (complement rule).

    The smallest shown sibling, of equals the first by name, is withheld until the rule holds.
    """
    hidden = sum(n for sibling, n in sizes.items() if sibling not in shown)
    if hidden == 0 or not shown or is_large_enough(hidden, minimum):
        return shown
    smallest = min(shown, key=lambda sibling: (sizes[sibling], repr(sibling)))
    return without_small_remainder(sizes, shown - {smallest}, minimum)


def is_empty_or_large(size: int) -> bool:
    """Return whether a part that two snapshots cut out of each other may be known (part rule)."""
    return size == 0 or size >= MINIMUM_COHORT


def count_changed_people(replaced: int, left: int, came: int) -> int:
    """Return how many people changed, taking those who left and those who came for the same (return rule).

    Otherwise four people who act together could leave, return with new receipts and count as eight of nine.
    """
    return replaced + max(left, came)


def may_change(differing: int) -> bool:
    """Return whether a group may change: by none or by at least nine contributions (change rule)."""
    return differing == 0 or differing >= MINIMUM_DIFFERING


def has_quartiles(n: int) -> bool:
    """Return whether a cohort is large enough for quartiles: a quarter of it holds five (quartile rule)."""
    return n >= QUARTILES_FROM


def published_quantile(histogram: Histogram, share: Fraction) -> int | None:
    """Return a quantile in steps of five, or None with fewer than five contributions near it (value rule).

    Near means within five points of the published value. The exact quantile may lie between two scores that
    are far apart, and the page states of the value it shows that five contributions are near.
    """
    value = ROUNDING_STEP * int(half_up(histogram.quantile(share) / ROUNDING_STEP))
    return clamp_to_ends(value) if histogram.count_near(value, NEARBY_POINTS) >= MINIMUM_NEARBY else None


def clamp_to_ends(points: int) -> int:
    """Return points clamped to 10 to 90: 10 means 10 or less, 90 means 90 or more (end rule).

    Four organisations that act together at 0 can make the lowest of the other scores the median. Published
    as 95, it would show that each of the others is at least 85.
    """
    return max(LOWEST_PUBLISHED, min(HIGHEST_PUBLISHED, points))
