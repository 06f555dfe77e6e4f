"""How the scores of the submitting organisations are spread, overall and in each domain."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from app.maturity.level import Level
from app.maturity.questionnaire import Domain
from app.maturity.score import Score

# One organisation is no distribution: its score would be called mean and median.
FEWEST_SCORES = 2


@dataclass(frozen=True, slots=True)
class Distribution:
    """The scores of a measure in rising order, one for each organisation that has one.

    ``domain`` is None for overall readiness. ``without_score`` counts the other submitting organisations.
    ``levels`` holds how many are at each level, as printed: overall capped. Mean and median are exact, and
    None for fewer than ``FEWEST_SCORES`` scores.
    """

    domain: Domain | None
    scores: tuple[Score, ...]
    without_score: int
    levels: Mapping[Level, int]
    mean: Score | None
    median: Score | None

    @property
    def lowest(self) -> Score | None:
        """Return the lowest score, or None without any."""
        return self.scores[0] if self.scores else None

    @property
    def highest(self) -> Score | None:
        """Return the highest score, or None without any."""
        return self.scores[-1] if self.scores else None


# A score and its level as a round printed them, each None without the other.
Printed = tuple[Score | None, Level | None]


def distribute(domain: Domain | None, printed: Iterable[tuple[Printed, int]]) -> Distribution:
    """Return the distribution of the scores of submitting organisations.

    ``printed`` holds scores with their levels, each with the number of organisations that have it; the same
    one may come several times.
    """
    found: Counter[Fraction] = Counter()
    reached: Counter[Level] = Counter()
    without_score = 0
    for (score, level), times in printed:
        if score is None:
            without_score += times
        else:
            found[score.exact] += times
        if level is not None:
            reached[level] += times
    scores = tuple(same for exact in sorted(found) for same in (Score(exact),) * found[exact])
    enough = len(scores) >= FEWEST_SCORES
    return Distribution(
        domain=domain,
        scores=scores,
        without_score=without_score,
        levels={level: reached[level] for level in Level},
        mean=Score(_mean(found)) if enough else None,
        median=Score(_median(scores)) if enough else None,
    )


def _mean(found: Mapping[Fraction, int]) -> Fraction:
    # Equal scores are added at once: organisations are many, and different scores few.
    total = sum((score * times for score, times in found.items()), Fraction(0))
    return total / sum(found.values())


def _median(scores: tuple[Score, ...]) -> Fraction:
    middle = len(scores) // 2
    if len(scores) % 2:
        return scores[middle].exact
    return (scores[middle - 1].exact + scores[middle].exact) / 2
