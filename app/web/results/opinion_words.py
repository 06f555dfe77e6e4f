"""An organisation's own opinions beside the published shares, in words (docs/method.md section 3.2)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from app.maturity.opinions import OpinionOption, OpinionResult
from app.maturity.survey import Figure
from app.maturity.text import Language


@dataclass(frozen=True, slots=True)
class OpinionWords:
    """One answer given, what the survey published about it, and the figures that says it with."""

    answer: str
    sentences: tuple[str, ...]
    figures: tuple[Figure, ...]


def describe_opinion(
    result: OpinionResult, language: Language, _: Callable[[str], str]
) -> tuple[OpinionWords, ...]:
    """Put each answer given to a question beside what was published."""
    return tuple(
        OpinionWords(
            answer=option.label.in_(language),
            sentences=tuple(_sentences(option, result, language, _)),
            figures=tuple(_figures(option, result)),
        )
        for option in result.chosen
    )


def _figures(option: OpinionOption, result: OpinionResult) -> Iterator[Figure]:
    yield from (combined.figure for combined in result.combined)
    if option.figure:
        yield option.figure


def _sentences(
    option: OpinionOption, result: OpinionResult, language: Language, _: Callable[[str], str]
) -> Iterator[str]:
    for combined in result.combined:
        sentence = _("With the %(share)s who answered “%(label)s” in 2012.")
        yield sentence % {
            "share": combined.figure.shown.in_(language),
            "label": combined.label.in_(language),
        }
    yield _own(option, result, language, _)
    # The note of an answer that a combined figure covers says again that it has none alone.
    notes = [None if result.combined else option.note, *(combined.note for combined in result.combined)]
    yield from (note.in_(language) for note in notes if note)


def _own(option: OpinionOption, result: OpinionResult, language: Language, _: Callable[[str], str]) -> str:
    if option.figure is None:
        if result.combined:
            return _("No figure was published for this answer alone.")
        return _("The survey has no figure for this answer.")
    share = {"share": option.figure.shown.in_(language)}
    if result.question.many:
        return _("Published in 2012 for this answer: %(share)s.") % share
    if result.combined:
        return _("%(share)s chose this answer in 2012.") % share
    return _("With the %(share)s who gave this answer in 2012.") % share
