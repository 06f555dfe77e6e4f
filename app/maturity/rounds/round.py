"""A closed round as later rounds see it: what it is, the scores that it printed, and its answers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from app.maturity.answers import Assessment
from app.maturity.level import Level
from app.maturity.questionnaire import Questionnaire
from app.maturity.score import Score
from app.maturity.scorecard import Scorecard

MAX_ROUNDS = 40
# Code points of what an owner calls a round.
LABEL_LIMIT = 60


@dataclass(frozen=True, slots=True)
class PrintedDomain:
    """A domain's score and level as a round printed them, None if no question applied."""

    score: Score | None
    level: Level | None
    applicable: int
    asked: int


@dataclass(frozen=True, slots=True)
class PrintedScores:
    """The scores that a round printed, kept as they are when the method of a later release differs.

    ``level`` is capped by the failing gates, which are held by the ids of their questions. The domains are
    held by their letter, in the order of the round's questionnaire.
    """

    overall: Score | None
    level: Level | None
    uncapped_level: Level | None
    failing_gates: tuple[str, ...]
    domains: Mapping[str, PrintedDomain]


@dataclass(frozen=True, slots=True)
class Round:
    """A closed round without its answers: a list of rounds and a trend need no more.

    Numbers grow with time and leave gaps after a deletion. ``completed_on`` is a day in UTC.
    """

    number: int
    label: str
    completed_on: date
    questionnaire_id: str
    version: str
    variant: str
    scores: PrintedScores


@dataclass(frozen=True, slots=True)
class RoundAnswers:
    """The answers of a round, closed or still open, with its questionnaire and its scores."""

    questionnaire: Questionnaire
    assessment: Assessment
    scores: PrintedScores


def printed_scores(card: Scorecard) -> PrintedScores:
    """Return the scores of a scorecard as later rounds show them."""
    return PrintedScores(
        overall=card.overall.score,
        level=card.overall.level,
        uncapped_level=card.overall.uncapped_level,
        failing_gates=tuple(question.id for question in card.overall.failing_gates),
        domains={
            each.domain.letter: PrintedDomain(each.score, each.level, each.applicable, each.asked)
            for each in card.domains
        },
    )


def close_round(card: Scorecard, number: int, label: str) -> Round:
    """Return the round that a complete scorecard closes, or raise ValueError for an interim one."""
    if card.completed_on is None:
        raise ValueError("an interim result closes no round")
    assessment = card.assessment
    return Round(
        number=number,
        label=label,
        completed_on=card.completed_on,
        questionnaire_id=assessment.questionnaire_id,
        version=assessment.version,
        variant=assessment.profile.variant,
        scores=printed_scores(card),
    )


def round_answers(card: Scorecard) -> RoundAnswers:
    """Return the answers behind a scorecard, to compare them with another round's."""
    return RoundAnswers(card.questionnaire, card.assessment, printed_scores(card))


def rounds_of(rounds: Iterable[Round], variant: str) -> tuple[Round, ...]:
    """Return the rounds of one variant in the order of their numbers: the last is the newest."""
    return tuple(sorted((each for each in rounds if each.variant == variant), key=lambda each: each.number))
