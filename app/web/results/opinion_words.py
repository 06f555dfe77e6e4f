"""The opinions of an assessment beside the published shares, in words (docs/method.md section 3.2)."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.maturity.opinions import OpinionOption, OpinionResult
from app.maturity.survey import Figure
from app.translations.wording import Wording


@dataclass(frozen=True, slots=True)
class OpinionWords:
    """A chosen answer, sentences on what the survey published about it, and the figures in them."""

    answer: str
    sentences: tuple[str, ...]
    figures: tuple[Figure, ...]


def describe_opinion(result: OpinionResult, wording: Wording) -> tuple[OpinionWords, ...]:
    """Return each chosen answer to a question beside what was published about it."""
    return tuple(
        OpinionWords(
            answer=wording.text(option.label),
            sentences=tuple(_sentences(option, result, wording)),
            figures=tuple(_figures(option, result)),
        )
        for option in result.chosen
    )


def _figures(option: OpinionOption, result: OpinionResult) -> Iterator[Figure]:
    yield from (combined.figure for combined in result.combined)
    if option.figure:
        yield option.figure


def _sentences(option: OpinionOption, result: OpinionResult, wording: Wording) -> Iterator[str]:
    _ = wording._
    for combined in result.combined:
        sentence = _("You agree with the %(share)s who answered “%(label)s” in 2012.")
        yield sentence % {
            "share": wording.text(combined.figure.shown),
            "label": wording.text(combined.label),
        }
        # The note is on the combined figure, so it comes before the answer’s own.
        if combined.note:
            yield wording.text(combined.note)
    yield _own(option, result, wording)
    # If a combined figure covers the answer, its own note would only repeat that it has none alone.
    if option.note and not result.combined:
        yield wording.text(option.note)


def _own(option: OpinionOption, result: OpinionResult, wording: Wording) -> str:
    _ = wording._
    if option.figure is None:
        if result.combined:
            sentence = _("No figure was published for “%(answer)s” alone.")
            return sentence % {"answer": wording.text(option.label)}
        return _("The survey has no figure for this answer.")
    share = {"share": wording.text(option.figure.shown)}
    if result.question.many:
        return _("Published in 2012 for this answer: %(share)s.") % share
    if result.combined:
        chosen = {**share, "answer": wording.text(option.label)}
        return _("%(share)s chose “%(answer)s” in 2012.") % chosen
    return _("You agree with the %(share)s who gave this answer in 2012.") % share
