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


def distribute(
    domain: Domain | None, scores: Iterable[Score | None], levels: Iterable[Level | None]
) -> Distribution:
    """Return the distribution of scores, one or None for each submitting organisation."""
    given = list(scores)
    found = Counter(each.exact for each in given if each is not None)
    exact = sorted(found)
    in_order = tuple(Score(each) for each in exact for _ in range(found[each]))
    reached = Counter(each for each in levels if each is not None)
    enough = len(in_order) >= FEWEST_SCORES
    return Distribution(
        domain=domain,
        scores=in_order,
        without_score=len(given) - len(in_order),
        levels={level: reached[level] for level in Level},
        mean=Score(_mean(found)) if enough else None,
        median=Score(_median(in_order)) if enough else None,
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
