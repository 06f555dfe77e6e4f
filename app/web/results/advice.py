"""Recommendations in words: the reason for each and for its rank, and its arithmetic."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from app.maturity.level import Level
from app.maturity.recommendation import Recommendation
from app.maturity.scorecard import Scorecard
from app.translations.advice_words import order_reasons
from app.translations.wording import Wording


@dataclass(frozen=True, slots=True)
class SumLine:
    """One line of the arithmetic: its name, the terms it is made of, and its value, exact and as shown.

    ``sign`` is ``=`` where the decimals are the whole value, ``≈`` where they are rounded half up.
    """

    name: str
    terms: str
    exact: str
    sign: str
    rounded: str


@dataclass(frozen=True, slots=True)
class Advice:
    """A recommendation with its reasons and sums."""

    recommendation: Recommendation
    gain: str
    reasons: tuple[str, ...]
    sums: tuple[SumLine, ...]


def advise(card: Scorecard, wording: Wording) -> tuple[Advice, ...]:
    """Return every recommendation in words, in the order of rank."""
    largest = max((each.gain for each in card.recommendations), default=Fraction(0))
    return tuple(
        Advice(
            recommendation=each,
            gain=wording.format_decimal(each.gain),
            reasons=tuple(_reasons(each, card, largest, wording)),
            sums=_sums(each, wording),
        )
        for each in card.recommendations
    )


def _reasons(each: Recommendation, card: Scorecard, largest: Fraction, wording: Wording) -> Iterator[str]:
    _ = wording._
    yield from order_reasons(each, wording)
    if each.answer.is_unknown:
        yield _("Nobody knew the answer: find out before you act.")
    gain = {"gain": wording.format_decimal(each.gain)}
    if each.gain == largest:
        yield _("No recommendation gains more: %(gain)s of 100 points of overall readiness.") % gain
    else:
        yield _("It gains %(gain)s of 100 points of overall readiness.") % gain
    if each.finding:
        sentence = _("It answers a finding of the 2012 survey, “%(finding)s” (%(share)s).")
        yield sentence % {
            "finding": wording.text(each.finding.label),
            "share": wording.text(each.finding.figure.shown),
        }


def _sums(each: Recommendation, wording: Wording) -> tuple[SumLine, ...]:
    _ = wording._
    gain = (
        f"({each.target} − {each.level}) × 100 / ({max(Level)} × {each.applicable} × {each.scored_domains})"
    )
    priority = f"{each.steps} × {each.importance} / {each.effort}"
    return (
        _sum(_("Steps"), f"{each.target} − {each.level}", Fraction(each.steps), wording),
        _sum(_("Importance"), each.importance_terms, each.importance, wording),
        _sum(_("Effort"), "", Fraction(each.effort), wording),
        _sum(_("Priority"), priority, each.priority, wording),
        _sum(_("Gain"), gain, each.gain, wording),
    )


def _sum(name: str, terms: str, value: Fraction, wording: Wording) -> SumLine:
    return SumLine(name, terms, str(value), wording.equals_sign(value), wording.format_decimal(value))
