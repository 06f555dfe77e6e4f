"""The organisation's opinions beside the published shares; the section contains no score."""

from collections.abc import Iterator
from dataclasses import replace

from app.figures.opinions import opinion_shares
from app.maturity.opinions import OpinionResult
from app.maturity.scorecard import Scorecard
from app.maturity.survey import Figure as Published
from app.report.sections.citation import link_figures
from app.report.sections.provenance import share_citations
from app.translations.wording import Wording, inner_quotes
from app.typesetting.layout.block import Block
from app.typesetting.layout.chart_block import ChartBlock
from app.typesetting.layout.heading import Subheading
from app.typesetting.layout.paragraph import Paragraph, Span
from app.typesetting.text.style import POINT, SMALL, WIDTH, Style


def opinions(scorecard: Scorecard, wording: Wording) -> list[Block]:
    """Return each answered opinion question with its chart, figures and notes."""
    if not scorecard.opinions:
        return [Paragraph(wording._("No opinion question was answered."))]
    blocks: list[Block] = [Subheading("opinions", wording._("Your opinions beside the survey’s"))]
    for result in scorecard.opinions:
        blocks.extend(_opinion(result, wording))
    return blocks


def _opinion(result: OpinionResult, wording: Wording) -> Iterator[Block]:
    _, question = wording._, result.question
    # Labels hold commas of their own.
    chosen = wording.join_items(wording.text(option.label) for option in result.chosen)
    answer = _("Your answer: %(answer)s") % {"answer": chosen}
    title = f"{question.id}  {wording.text(question.text)}"
    yield Subheading(f"opinion-{question.id}", title, POINT, level=3)
    yield Paragraph([Span(answer, strong=True)], Style(after=4, keep_with_next=True))
    yield ChartBlock(opinion_shares(result, wording), WIDTH, after=4, keep_with_next=True)
    small = replace(SMALL, keep_with_next=True)
    below = [share_citations(_published(result), wording)]
    if not result.figures:
        below.insert(0, Paragraph(_("The survey has no figure for this answer."), SMALL))
    below += [Paragraph(link_figures(note), SMALL) for note in _notes(result, wording)]
    *others, last = below
    yield from (replace(each, style=small) for each in others)
    yield last


def _published(result: OpinionResult) -> Iterator[Published]:
    """Return the figures in the chart, in its order."""
    yield from (combined.figure for combined in result.question.combined)
    yield from (option.figure for option in result.question.options if option.figure)


def _notes(result: OpinionResult, wording: Wording) -> Iterator[str]:
    noted = [(option.label, option.note) for option in result.chosen]
    noted += [(combined.label, combined.note) for combined in result.combined]
    for label, note in noted:
        if note:
            answer = inner_quotes(wording.text(label), wording.language)
            words = {"answer": answer, "note": wording.text(note)}
            yield wording._("“%(answer)s”. %(note)s") % words
    if result.question.note:
        yield wording.text(result.question.note)
