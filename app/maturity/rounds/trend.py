"""The trend: the scores of all rounds of one variant as they were printed, and what its title says."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.maturity.questionnaire import Domain, Questionnaire
from app.maturity.rounds.change import Change
from app.maturity.rounds.comparison import RoundComparison
from app.maturity.rounds.round import Round, rounds_of
from app.maturity.score import Score

# One round is a result, not yet a trend.
FEWEST_ROUNDS = 2


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """A score as a round printed it, None if it had none.

    ``other_version`` marks a round of another version of the questionnaire than the newest round's.
    """

    round: Round
    score: Score | None
    other_version: bool


@dataclass(frozen=True, slots=True)
class DomainTrend:
    """The scores of one domain, a point for each round."""

    domain: Domain
    points: tuple[TrendPoint, ...]


@dataclass(frozen=True, slots=True)
class Trend:
    """The scores of at least two rounds of one variant, the earliest first.

    The domains are those that the newest round asks questions of.
    """

    variant: str
    overall: tuple[TrendPoint, ...]
    domains: tuple[DomainTrend, ...]

    @property
    def first(self) -> Round:
        """Return the earliest round."""
        return self.overall[0].round

    @property
    def last(self) -> Round:
        """Return the newest round."""
        return self.overall[-1].round

    @property
    def versions_differ(self) -> bool:
        """Return whether a round is marked as one of another version."""
        return any(point.other_version for point in self.overall)


@dataclass(frozen=True, slots=True)
class TrendHeadline:
    """What the title of a trend says: the like-for-like change from the earliest round to the newest.

    ``gained_most`` and ``lost_most`` hold one domain, several that are equal, or none.
    """

    since: Round
    change: Change
    gained_most: tuple[Domain, ...]
    lost_most: tuple[Domain, ...]
    versions_differ: bool


def build_trend(rounds: Iterable[Round], variant: str, questionnaire: Questionnaire) -> Trend | None:
    """Return the trend of the rounds of a variant, or None if there are fewer than two.

    ``questionnaire`` is the newest round's.
    """
    chosen = rounds_of(rounds, variant)
    if len(chosen) < FEWEST_ROUNDS:
        return None

    def point(each: Round, score: Score | None) -> TrendPoint:
        return TrendPoint(each, score, each.version != chosen[-1].version)

    def domain_score(each: Round, letter: str) -> Score | None:
        printed = each.scores.domains.get(letter)
        return printed.score if printed else None

    return Trend(
        variant=variant,
        overall=tuple(point(each, each.scores.overall) for each in chosen),
        domains=tuple(
            DomainTrend(domain, tuple(point(each, domain_score(each, domain.letter)) for each in chosen))
            for domain in questionnaire.domains
            if questionnaire.questions_in(variant, domain.letter)
        ),
    )


def find_headline(trend: Trend, comparison: RoundComparison) -> TrendHeadline | None:
    """Return what the title says, or None if the two rounds share no question.

    ``comparison`` is that of the trend's first round with its last.
    """
    if comparison.change is None:
        return None
    return TrendHeadline(
        since=trend.first,
        change=comparison.change,
        gained_most=comparison.gained_most,
        lost_most=comparison.lost_most,
        versions_differ=comparison.versions_differ,
    )
