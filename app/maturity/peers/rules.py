"""What may be told of peers, rule by rule (docs/method.md section 5).

Each rule is a function of its own, called by its module's name: so a test can take one away and show that
the others do not replace it.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import TypeVar

from app.maturity.peers.histogram import Histogram
from app.maturity.score import half_up

# An operator may ask for more, never for less.
MINIMUM_COHORT = 10
# Four who act together know four of nine; five they do not know are left in what changed.
MINIMUM_DIFFERING = 9
QUARTILES_FROM = 20
ROUNDING_STEP = 5
MINIMUM_NEARBY = 5
NEARBY_POINTS = 5
LOWEST_PUBLISHED, HIGHEST_PUBLISHED = 10, 90

Kind = TypeVar("Kind")


def is_large_enough(n: int, minimum: int) -> bool:
    """Size rule: a cohort is shown from the minimum on."""
    return n >= max(minimum, MINIMUM_COHORT)


def without_small_remainder(
    sizes: Mapping[Kind, int], shown: frozenset[Kind], minimum: int
) -> frozenset[Kind]:
    """Complement rule: siblings that are not shown hold together nothing, or the minimum at least.

    Else the smallest shown sibling is withheld too, of equals the first by name, until it holds.
    """
    left = sum(n for sibling, n in sizes.items() if sibling not in shown)
    if left == 0 or not shown or is_large_enough(left, minimum):
        return shown
    smallest = min(shown, key=lambda sibling: (sizes[sibling], repr(sibling)))
    return without_small_remainder(sizes, shown - {smallest}, minimum)


def is_empty_or_large(size: int) -> bool:
    """Part rule: what two snapshots cut out of one another holds nothing, or ten at least."""
    return size == 0 or size >= MINIMUM_COHORT


def count_changed_people(replaced: int, left: int, came: int) -> int:
    """Return rule: who left may have come back under another receipt, and is counted once.

    Four who act together would else be eight of nine.
    """
    return replaced + max(left, came)


def may_change(differing: int) -> bool:
    """Change rule: nothing an observer can compute changes by fewer than nine, unless by none."""
    return differing == 0 or differing >= MINIMUM_DIFFERING


def has_quartiles(n: int) -> bool:
    """Quartile rule: below twenty a quarter of a cohort would be too few."""
    return n >= QUARTILES_FROM


def published_quantile(histogram: Histogram, share: Fraction) -> int | None:
    """Value rule: a quantile is told in steps of five, if five contributions lie within five points of it.

    Five near what is told, not near the exact quantile, which may lie between two scores far apart: so the
    page can say of the very value it shows that five contributions stand by it.
    """
    value = ROUNDING_STEP * int(half_up(histogram.quantile(share) / ROUNDING_STEP))
    return clamp_to_ends(value) if histogram.count_near(value, NEARBY_POINTS) >= MINIMUM_NEARBY else None


def clamp_to_ends(points: int) -> int:
    """End rule: what lies beyond 10 or 90 is told, and compared, as 10 or less, or as 90 or more.

    Four who act together at 0 can make the lowest of the others the median. Were it told as 95, they would
    know of each of the others that it scores 85 at least.
    """
    return max(LOWEST_PUBLISHED, min(HIGHEST_PUBLISHED, points))
