"""Recommendations in words: the reason for each and for its rank, and its arithmetic."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from app.maturity.level import Level
from app.maturity.outlook.next_step import due_day
from app.maturity.recommendation import Recommendation
from app.maturity.scorecard import Scorecard
from app.translations.advice_words import order_reasons
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
    """A recommendation with its reasons, the day by which it is due, and the arithmetic of its rank.

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


def advise(card: Scorecard, today: date, wording: Wording) -> tuple[Advice, ...]:
    """Return every recommendation in words, in the order of rank."""
    return tuple(
        Advice(
            recommendation=each,
            due=due_day(each, card, today),
            points=wording.format_points(each.gain),
            reasons=tuple(_reasons(each, wording)),
            steps=_value(f"{each.target} − {each.level}", Fraction(each.steps), wording),
            importance=_value(each.importance_terms, each.importance, wording),
            priority=_value(f"{each.steps} × {each.importance} / {each.effort}", each.priority, wording),
            gain=_value(_gain_terms(each), each.gain, wording),
        )
        for each in card.recommendations
    )


def _reasons(each: Recommendation, wording: Wording) -> Iterator[str]:
    _ = wording._
    yield from order_reasons(each, wording)
    if each.answer.is_unknown:
        yield _("Nobody knew the answer: find out before you act.")
    sentence = _("Reaching the target adds %(points)s to your overall readiness.")
    yield sentence % {"points": wording.format_points(each.gain)}
    if each.finding:
        sentence = _("Its subject mattered in the 2012 survey: “%(finding)s” (%(share)s).")
        yield sentence % {
            "finding": wording.text(each.finding.label),
            "share": wording.text(each.finding.figure.shown),
        }


def _gain_terms(each: Recommendation) -> str:
    return f"{each.steps} × 100 / ({max(Level)} × {each.applicable} × {each.scored_domains})"


def _value(terms: str, value: Fraction, wording: Wording) -> ExactValue:
    return ExactValue(terms, str(value), wording.equals_sign(value), wording.format_decimal(value))
