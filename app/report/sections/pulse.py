"""A closed staff pulse beside the survey: opinions beside opinions, no score among them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from app.figures import pulse_words
from app.figures.chart import Table
from app.figures.pulse import group_table, pulse_shares
from app.maturity.pulse.results import PulseResult, QuestionResult
from app.maturity.survey import Figure as Published
from app.report.sections.citation import linked
from app.report.sections.provenance import provenance
from app.translations.wording import Voice
from app.typesetting.layout.block import Block
from app.typesetting.layout.chart_block import Figure
from app.typesetting.layout.heading import Part, Section
from app.typesetting.layout.paragraph import Prose, Span
from app.typesetting.layout.table_block import Column, Grid
from app.typesetting.tagged.links import Place
from app.typesetting.text.style import CAPTION, LEAD, SMALL, WIDTH, Style

_COLUMNS = (116.0, 112.0, 92.0, 84.0, 76.0)
_NAMES = 130.0
_BESIDE = 4


def section(voice: Voice) -> Section:
    """Give the section's heading."""
    return Section("pulse", voice._("Staff pulse"))


def pulse(result: PulseResult, voice: Voice) -> list[Block]:
    """Say how to read a pulse, then set each question beside the survey."""
    _, survey = voice._, voice.questionnaire.survey
    sample = _("Survey: %(title)s, %(issuer)s, %(year)s; %(sample)s; %(mix)s.") % {
        "title": survey.title,
        "issuer": survey.issuer,
        "year": survey.published[:4],
        "sample": voice.says(survey.sample),
        "mix": voice.says(survey.mix),
    }
    blocks: list[Block] = [
        section(voice),
        Prose(pulse_words.finding(result.shown[0], voice.language, _), LEAD),
        *(Prose(sentence) for sentence in pulse_words.reading(_)),
        Prose(sample),
        Prose(voice.says(survey.caution), Style(after=10)),
    ]
    for question in result.questions:
        blocks += _question(question, result.grouping, voice) if question.n else _withheld(question, voice)
    return blocks


def _question(result: QuestionResult, grouping: str, voice: Voice) -> Iterator[Block]:
    _, question = voice._, result.question
    yield Part(f"pulse-{question.id}", f"{question.id}  {voice.says(question.text)}")
    answered = _("%(n)s colleagues answered.") % {"n": result.n}
    finding = pulse_words.finding(result, voice.language, _)
    yield Prose([Span(answered, strong=True), Span(f" {finding}.")], Style(after=6, with_next=True))
    yield Figure(pulse_shares(result, voice.language, _), WIDTH, after=8)
    yield from _table(pulse_shares(result, voice.language, _).table, _COLUMNS)
    figures = [each.comparison.figure for each in result.answers if each.comparison]
    yield from _provenances(figures, voice)
    if question.note:
        yield Prose(linked(voice.says(question.note)), SMALL)
    if result.groups:
        yield Prose(_("By group"), replace(CAPTION, with_next=True))
        yield from _groups(group_table(result, voice.language, _))
        if result.groups_are_earlier:
            yield Prose(pulse_words.earlier(_), SMALL)
    elif grouping:
        yield Prose(pulse_words.no_group(_), SMALL)


def _provenances(figures: Iterable[Published], voice: Voice) -> Iterator[Prose]:
    """Say of each figure of a verdict where it comes from; those of one source share a paragraph."""
    for words, group in groupby(figures, lambda figure: provenance(figure, voice)):
        spans: list[Span] = []
        for figure in group:
            share = voice._("%(share)s in 2012") % {"share": voice.says(figure.shown)}
            spans += [
                Span(f"{share} ", strong=True),
                Span(figure.id, target=Place(figure.id, f"{figure.id}, {share}")),
                Span(", "),
            ]
        yield Prose([*spans[:-1], Span(f". {words}")], SMALL)


def _groups(table: Table) -> Iterator[Grid]:
    # More columns beside each other would break the groups' names within words.
    for first in range(1, len(table.header), _BESIDE):
        places = (0, *range(first, min(first + _BESIDE, len(table.header))))
        rows = tuple(tuple(row[place] for place in places) for row in table.rows)
        part = Table(tuple(table.header[place] for place in places), rows)
        room = (WIDTH - _NAMES) / (len(places) - 1)
        yield from _table(part, (_NAMES, *[room] * (len(places) - 1)))


def _table(table: Table, widths: tuple[float, ...]) -> Iterator[Grid]:
    columns = tuple(Column(heading, width) for heading, width in zip(table.header, widths, strict=True))
    yield Grid(columns, table.rows)


def _withheld(result: QuestionResult, voice: Voice) -> Iterator[Block]:
    question = result.question
    words = f"{question.id}  {voice.says(question.text)} {pulse_words.too_few(voice._)}"
    yield Prose(words, SMALL)
