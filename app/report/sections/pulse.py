"""A closed staff pulse beside the survey; it compares opinions with opinions and contains no score."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from app.figures import pulse_words
from app.figures.chart import DataTable
from app.figures.pulse import group_table, pulse_shares
from app.maturity.answers import Assessment
from app.maturity.pulse.results import PulseResult, QuestionResult
from app.maturity.survey import Figure as Published
from app.report.sections.citation import link_figures, name_survey
from app.report.sections.provenance import source_spans
from app.translations.wording import Wording
from app.typesetting.layout.block import Block
from app.typesetting.layout.chart_block import ChartBlock
from app.typesetting.layout.heading import SectionHeading, Subheading
from app.typesetting.layout.paragraph import Paragraph, Span
from app.typesetting.layout.table_block import Column, TableBlock
from app.typesetting.tagged.links import Destination
from app.typesetting.text.style import CAPTION, LEAD, SMALL, WIDTH, Style

_COLUMNS = (116.0, 112.0, 92.0, 84.0, 76.0)
_OWN_COLUMNS = (116.0, 364.0)
_NAMES = 130.0
_BESIDE = 4


def pulse(result: PulseResult, assessment: Assessment, wording: Wording) -> list[Block]:
    """Return the notes on reading a pulse, then each question beside the survey, or beside the own answer."""
    _, survey = wording._, wording.questionnaire.survey
    sample = _("Survey: %(title)s, %(issuer)s, %(year)s; %(sample)s; %(mix)s.") % {
        "title": survey.title,
        "issuer": survey.issuer,
        "year": survey.published[:4],
        "sample": wording.text(survey.sample),
        "mix": wording.text(survey.mix),
    }
    blocks: list[Block] = [
        SectionHeading("pulse", wording._("Staff pulse"), wording_only=True),
        Paragraph(pulse_words.finding(result.shown_questions[0], wording), LEAD),
        *(Paragraph(sentence) for sentence in pulse_words.reading_notes(wording)),
        Paragraph(name_survey(sample, survey.title, wording)),
        Paragraph(wording.text(survey.caution), Style(after=10)),
    ]
    is_policy = False
    for question in result.questions:
        if question.question.practice and not is_policy:
            is_policy = True
            blocks += _policy_heading(wording)
        blocks += (
            _question(question, assessment, result.grouping, wording)
            if question.n
            else _withheld(question, wording)
        )
    return blocks


def _policy_heading(wording: Wording) -> Iterator[Block]:
    yield Subheading("pulse-policy", wording._("About our own policy"))
    yield Paragraph(
        wording._(
            "The 2012 survey did not ask these questions. Beside each result is your own answer to the"
            " practice that it concerns."
        )
    )


def _own_answer(id: str, assessment: Assessment, wording: Wording) -> Paragraph:
    question = wording.questionnaire.question(id)
    words = wording._("Your own answer to %(id)s %(name)s: %(answer)s.") % {
        "id": id,
        "name": wording.text(question.name),
        "answer": wording.answer_words(assessment.answer(question)),
    }
    return Paragraph(words, Style(after=6, keep_with_next=True))


def _question(
    result: QuestionResult, assessment: Assessment, grouping: str, wording: Wording
) -> Iterator[Block]:
    _, question = wording._, result.question
    yield Subheading(f"pulse-{question.id}", f"{question.id}  {wording.text(question.text)}")
    answered = _("%(n)s colleagues answered.") % {"n": result.n}
    finding = pulse_words.finding(result, wording)
    yield Paragraph([Span(answered, strong=True), Span(f" {finding}.")], Style(after=6, keep_with_next=True))
    if question.practice:
        yield _own_answer(question.practice, assessment, wording)
    chart = pulse_shares(result, wording)
    yield ChartBlock(chart, WIDTH, after=8)
    yield from _table(chart.table, _OWN_COLUMNS if question.practice else _COLUMNS)
    figures = [each.comparison.figure for each in result.options if each.comparison]
    yield from _provenances(figures, wording)
    if question.note:
        yield Paragraph(link_figures(wording.text(question.note)), SMALL)
    if result.groups:
        yield Paragraph(_("By group"), replace(CAPTION, keep_with_next=True))
        yield from _groups(group_table(result, wording))
        if result.groups_are_earlier:
            yield Paragraph(pulse_words.earlier_groups_note(wording), SMALL)
    elif grouping:
        yield Paragraph(pulse_words.no_groups_note(wording), SMALL)


def _provenances(figures: Iterable[Published], wording: Wording) -> Iterator[Paragraph]:
    """Return base, source and confidence of each figure, in one paragraph per source."""
    for source, group in groupby(figures, lambda figure: source_spans(figure, wording)):
        spans: list[Span] = []
        for figure in group:
            share = wording._("%(share)s in 2012") % {"share": wording.text(figure.shown)}
            spans += [
                Span(f"{share} ", strong=True),
                Span(figure.id, target=Destination(figure.id, f"{figure.id}, {share}")),
                Span(", "),
            ]
        yield Paragraph([*spans[:-1], Span(". "), *source], SMALL)


def _groups(table: DataTable) -> Iterator[TableBlock]:
    # With more columns side by side the groups' names would be broken within words.
    for first in range(1, len(table.header), _BESIDE):
        places = (0, *range(first, min(first + _BESIDE, len(table.header))))
        rows = tuple(tuple(row[place] for place in places) for row in table.rows)
        part = DataTable(tuple(table.header[place] for place in places), rows)
        room = (WIDTH - _NAMES) / (len(places) - 1)
        yield from _table(part, (_NAMES, *[room] * (len(places) - 1)))


def _table(table: DataTable, widths: tuple[float, ...]) -> Iterator[TableBlock]:
    columns = tuple(Column(heading, width) for heading, width in zip(table.header, widths, strict=True))
    yield TableBlock(columns, table.rows)


def _withheld(result: QuestionResult, wording: Wording) -> Iterator[Block]:
    question = result.question
    words = f"{question.id}  {wording.text(question.text)} {pulse_words.too_few_answers_note(wording)}"
    yield Paragraph(words, SMALL)
