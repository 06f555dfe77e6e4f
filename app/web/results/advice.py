"""Recommendations in words: the reasons for the place of each, and its arithmetic."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from app.maturity.level import Level
from app.maturity.outlook.next_step import due_day
from app.maturity.recommendation import Recommendation
from app.maturity.scorecard import Scorecard
from app.report.tasks_content import TasksContent
from app.translations.advice_words import order_reasons, priority_reason
from app.translations.wording import Wording


@dataclass(frozen=True, slots=True)
class ExactValue:
    """A number of the arithmetic: the terms it is made of, and its value, exact and as shown.

    ``sign`` is ``=`` where the decimals are the whole value, ``≈`` where they are rounded half up.
    """

    terms: str
    exact: str
    sign: str
    rounded: str


@dataclass(frozen=True, slots=True)
class Advice:
    """A recommendation with the reasons for its place, the day when it is due, and its arithmetic.

    ``points`` is its gain in words, ``gain`` the sum behind it.
    """

    recommendation: Recommendation
    due: date
    points: str
    reasons: tuple[str, ...]
    steps: ExactValue
    importance: ExactValue
    priority: ExactValue
    gain: ExactValue


@dataclass(frozen=True, slots=True)
class AskedPage:
    """What is asked of one role: the words of the page, and its recommendations."""

    owner: str
    content: TasksContent
    advice: tuple[Advice, ...]


def advise(card: Scorecard, today: date, wording: Wording) -> tuple[Advice, ...]:
    """Return every recommendation in words, in the order of rank."""
    return tuple(
        Advice(
            recommendation=each,
            due=due_day(each, card, today),
            points=wording.format_points(each.gain),
            reasons=(*order_reasons(each, wording), priority_reason(each, wording)),
            steps=_value(f"{each.target} − {each.level}", Fraction(each.steps), wording),
            importance=_value(each.importance_terms, each.importance, wording),
            priority=_value(f"{each.steps} × {each.importance} / {each.effort}", each.priority, wording),
            gain=_value(_gain_terms(each), each.gain, wording),
        )
        for each in card.recommendations
    )


def _gain_terms(each: Recommendation) -> str:
    return f"{each.steps} × 100 / ({max(Level)} × {each.applicable} × {each.scored_domains})"


def _value(terms: str, value: Fraction, wording: Wording) -> ExactValue:
    return ExactValue(terms, str(value), wording.equals_sign(value), wording.format_decimal(value))
