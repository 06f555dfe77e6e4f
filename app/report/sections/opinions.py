"""The opinions given, beside the published shares; no practice score enters here."""

from collections.abc import Iterator
from dataclasses import replace

from app.figures.opinions import opinion_shares
from app.maturity.opinions import OpinionResult
from app.maturity.scorecard import Scorecard
from app.maturity.survey import Figure as Published
from app.report.sections.citation import linked
from app.report.sections.provenance import shares
from app.translations.wording import Voice
from app.typesetting.layout.block import Block
from app.typesetting.layout.chart_block import Figure
from app.typesetting.layout.heading import Part
from app.typesetting.layout.paragraph import Prose, Span
from app.typesetting.text.style import POINT, SMALL, WIDTH, Style


def opinions(scorecard: Scorecard, voice: Voice) -> list[Block]:
    """Set each opinion given beside the figures that it meets."""
    if not scorecard.opinions:
        return [Prose(voice._("No opinion question was answered."))]
    blocks: list[Block] = [Part("opinions", voice._("Your opinions beside the survey’s"))]
    for result in scorecard.opinions:
        blocks.extend(_opinion(result, voice))
    return blocks


def _opinion(result: OpinionResult, voice: Voice) -> Iterator[Block]:
    _, question = voice._, result.question
    chosen = ", ".join(voice.says(option.label) for option in result.chosen)
    answer = _("Your answer: %(answer)s") % {"answer": chosen}
    title = f"{question.id}  {voice.says(question.text)}"
    yield Part(f"opinion-{question.id}", title, POINT, level=3)
    yield Prose([Span(answer, strong=True)], Style(after=4, with_next=True))
    yield Figure(opinion_shares(result, voice.language, _), WIDTH, after=4, with_next=True)
    small = replace(SMALL, with_next=True)
    below = [shares(_published(result), voice)]
    if not result.met:
        below.insert(0, Prose(_("The survey has no figure for this answer."), SMALL))
    below += [Prose(linked(note), SMALL) for note in _notes(result, voice)]
    *others, last = below
    yield from (replace(each, style=small) for each in others)
    yield last


def _published(result: OpinionResult) -> Iterator[Published]:
    """List the figures that the chart shows, in its order."""
    yield from (combined.figure for combined in result.question.combined)
    yield from (option.figure for option in result.question.options if option.figure)


def _notes(result: OpinionResult, voice: Voice) -> Iterator[str]:
    noted = [(option.label, option.note) for option in result.chosen]
    noted += [(combined.label, combined.note) for combined in result.combined]
    for label, note in noted:
        if note:
            words = {"answer": voice.says(label), "note": voice.says(note)}
            yield voice._("%(answer)s: %(note)s") % words
    if result.question.note:
        yield voice.says(result.question.note)
