"""The coordinator of a programme, who knows the exact scores of all organisations that submitted to it.

They contribute to peers beside others of their cell. So of a cohort the coordinator knows all
scores but those of the others, and the published figures tell something of these alone.
"""

import random
from dataclasses import dataclass

from tests.attack.inference import LEAST_RANGE, Watcher
from tests.attack.plots import SUPPLIER, Plot, clamp
from tests.attack.stage import Act

_TRIED = 40


@dataclass(frozen=True, slots=True)
class CoordinatorFindings:
    """Of forty cohorts: in how many another keeps fewer than twenty scores, and the numbers that are kept.

    ``middle`` is the number that half of them keep at most, ``least`` the smallest.
    """

    narrowed: int
    middle: int
    least: int


def measure(known: int, others: int) -> CoordinatorFindings:
    """Return how far a coordinator narrows one of the others beside the members that it knows."""
    left = sorted(len(possible(seed, known, others)) for seed in range(_TRIED))
    return CoordinatorFindings(sum(count < LEAST_RANGE for count in left), left[_TRIED // 2 - 1], left[0])


def possible(seed: int, known: int, others: int) -> list[int]:
    """Return the scores of one of the others with which the publication is found to be the same."""
    chance = random.Random(seed)  # noqa: S311  nothing secret
    plot, width = Plot(), chance.choice((3, 6, 15))
    for number in range(known):
        score = clamp(chance.gauss(50, width))
        plot.acts.append(Act(0, f"member-{number}", SUPPLIER, score))
    for number in range(others):
        plot.honest(0, f"other-{number}", SUPPLIER, round(chance.gauss(50, width)))
    watcher, secret = Watcher(plot.acts, plot.truth), ("other-0", 0)
    return [score for score in range(101) if score == plot.truth[secret] or watcher.may_be(secret, score)]
