"""comparison.xlsx: the organisations of a programme side by side, a sheet for each question that is asked."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from app.exchange.workbook.book import Book, Cell
from app.figures.chart import DataTable
from app.figures.programme.distributions import distribution_table, level_table
from app.figures.programme.words import distribution_finding, practice_words, progress_words
from app.maturity.programme.programme import Organisation
from app.maturity.programme.side_by_side import Comparison, SubmittedOrganisation
from app.maturity.score import Score
from app.translations.organisations import REGION_NAMES, SIZE_NAMES, TYPE_NAMES
from app.translations.programme_words import DEPTH_NAMES, STATE_NAMES
from app.translations.wording import Wording

FORMAT = "muster-programme"

_NAME, _NUMBER, _DAY, _LEVEL = 34, 9, 12, 12
_FIRST_PAGE = [30, 60]
_CHART = (620, 300)


def write(comparison: Comparison, as_of: date, wording: Wording) -> bytes:
    """Write the workbook as of a day in one language; equal content gives equal bytes."""
    book = Book(comparison.programme.name, wording.language, as_of, form=FORMAT)
    _add_first_page(book, comparison, as_of, wording)
    _add_organisations(book, comparison, wording)
    _add_domains(book, comparison, wording)
    _add_practices(book, comparison, wording)
    _add_answers(book, comparison, wording)
    _add_changes(book, comparison, wording)
    return book.close()


def _add_first_page(book: Book, comparison: Comparison, as_of: date, wording: Wording) -> None:
    _, programme = wording._, comparison.programme
    sheet = book.add_page(_("Overview"), _FIRST_PAGE)
    book.write_title(sheet, programme.name, _FIRST_PAGE)
    variant = wording.questionnaire.variants[programme.variant]
    facts: list[tuple[str, Cell]] = [
        (_("Questionnaire"), wording.text(variant.name)),
        (_("Version"), programme.version),
        (_("Created on"), programme.created_on),
        (_("Last day to submit"), programme.closes_on or _("Not set")),
        (_("Closed on"), programme.closed_on or _("Not closed")),
        (_("As of"), as_of),
    ]
    row = book.write_part(sheet, 2, _("Programme"), facts, _FIRST_PAGE) + 1
    states = [(_(STATE_NAMES[state]), count) for state, count in comparison.progress.counts.items()]
    row = book.write_part(sheet, row, _("Organisations"), states, _FIRST_PAGE) + 1
    book.write_note(sheet, row, progress_words(comparison.progress, wording), _FIRST_PAGE)


def _add_organisations(book: Book, comparison: Comparison, wording: Wording) -> None:
    _, letters = wording._, [each.letter for each in comparison.domains]
    headings = (
        *(_("Organisation"), _("State"), _("Since"), _("Name submitted"), _("Type of organisation")),
        *(_("Number of people"), _("Region"), _("Round"), _("Completed on"), _("Submitted on"), _("Extent")),
        *(_("Overall readiness"), _("Level"), *letters, _("Must-haves still missing"), _("Difference")),
    )
    widths = [_NAME, _LEVEL, _DAY, 24, 18, 18, 16, 7, _DAY, _DAY, 17, _NUMBER, _LEVEL]
    widths += [*(6 for _letter in letters), 24, _NUMBER]
    submitted = {each.organisation.invitation_id: each for each in comparison.submitted}

    def rows() -> Iterator[Sequence[Cell]]:
        for each in comparison.organisations:
            row = submitted.get(each.invitation_id)
            cells = _submitted(row, letters, wording) if row else [""] * (len(headings) - 3)
            yield (*_organisation(each, wording), *cells)

    sheet = book.add_sheet(_("Organisations"), widths, frozen_columns=1)
    book.write_table(sheet, "Organisations", headings, rows(), widths)


def _organisation(each: Organisation, wording: Wording) -> tuple[Cell, ...]:
    return each.label, wording._(STATE_NAMES[each.state]), each.day


def _submitted(row: SubmittedOrganisation, letters: Sequence[str], wording: Wording) -> list[Cell]:
    _, submission, scores = wording._, row.submission, row.submission.round.scores
    domains = (row.domain(letter) for letter in letters)
    change = row.change.overall if row.change else None
    return [
        submission.organisation,
        _(TYPE_NAMES.get(submission.organisation_type, "")),
        _(SIZE_NAMES.get(submission.size_band, "")),
        _(REGION_NAMES.get(submission.region, "")),
        submission.round.number,
        submission.round.completed_on,
        submission.submitted_on,
        _(DEPTH_NAMES[submission.depth]),
        _shown(scores.overall),
        "" if scores.level is None else wording.level_name(scores.level),
        *(_shown(each.score) if each else "" for each in domains),
        ", ".join(scores.failing_gates),
        "" if change is None else change.rounded,
    ]


def _shown(score: Score | None) -> Cell:
    return "" if score is None else score.rounded


def _add_domains(book: Book, comparison: Comparison, wording: Wording) -> None:
    _, widths = wording._, [42, 14, 12, 12, 12, 12, 12]
    name = _("Domains")
    sheet = book.add_sheet(name, widths, frozen_columns=1, upright=True)
    table = distribution_table(comparison, wording)
    last = book.write_table(sheet, "Domains", table.header, _numbers(table), widths)
    levels = level_table(comparison, wording)
    part = [levels.header, *_numbers(levels)]
    heading = _("Organisations at each level")
    row = book.write_part(sheet, last + 2, heading, part, widths[: len(levels.header)])
    finding = distribution_finding(comparison, wording)
    book.write_finding(sheet, row + 1, f"{finding}.", widths)
    if comparison.overall.median is None:
        return
    chart = book.workbook.add_chart({"type": "bar"})
    chart.add_series(
        {
            "name": [name, 0, _MEDIAN],
            "categories": [name, 1, 0, last, 0],
            "values": [name, 1, _MEDIAN, last, _MEDIAN],
            "fill": {"color": "#1D70B8"},
            "data_labels": {"value": True},
            "gap": 60,
        }
    )
    chart.set_title({"none": True})
    chart.set_legend({"position": "bottom"})
    # The first measure is the highest, as in the table.
    chart.set_y_axis({"reverse": True, "major_gridlines": {"visible": False}})
    chart.set_x_axis({"min": 0, "max": 100, "major_unit": 25, "label_position": "high"})
    book.add_chart(sheet, row + 2, chart, _CHART, finding)


_MEDIAN = 3


def _numbers(table: DataTable) -> Iterator[Sequence[Cell]]:
    """Yield the rows of a table with their numbers as numbers."""
    for row in table.rows:
        yield [int(cell) if cell.isdigit() else cell for cell in row]


def _add_practices(book: Book, comparison: Comparison, wording: Wording) -> None:
    _, widths = wording._, [46, 14, 22, 16]
    headings = (
        _("Practice"),
        _("Below target"),
        _("Organisations it applies to"),
        _("Of these, “We don’t know”"),
    )
    rows = (
        (practice_words(each.question, wording), each.below, each.of, each.unknown)
        for each in comparison.below_target
    )
    sheet = book.add_sheet(_("Practices"), widths, frozen_columns=1, upright=True)
    book.write_table(sheet, "Practices", headings, rows, widths)


def _add_answers(book: Book, comparison: Comparison, wording: Wording) -> None:
    """Add a row for each submission with levels: a number for a level, words for the other answers."""
    _ = wording._
    asked = [each.id for each in comparison.questionnaire.questions_in(comparison.programme.variant)]
    widths = [_NAME, *(8 for _id in asked)]
    rows = (_levels(each, asked, wording) for each in comparison.submitted if each.submission.levels)
    sheet = book.add_sheet(_("Answers"), widths, frozen_columns=1)
    book.write_table(sheet, "Answers", (_("Organisation"), *asked), rows, widths)


def _levels(row: SubmittedOrganisation, asked: Iterable[str], wording: Wording) -> Sequence[Cell]:
    answers = row.submission.levels.answers if row.submission.levels else {}
    return [
        row.organisation.label,
        *(
            answers[id].points
            if answers[id].applies and not answers[id].is_unknown
            else wording.answer_words(answers[id])
            for id in asked
        ),
    ]


def _add_changes(book: Book, comparison: Comparison, wording: Wording) -> None:
    _, letters = wording._, [each.letter for each in comparison.domains]
    widths = [_NAME, _DAY, _NUMBER, *(6 for _letter in letters), 16, 12, 12]
    headings = (
        *(_("Organisation"), _("Since"), _("Overall"), *letters),
        *(_("Like for like"), _("Compared"), _("Practices asked")),
    )
    sheet = book.add_sheet(_("Changes"), widths, frozen_columns=1)
    rows = (_change(each, letters, wording) for each in comparison.submitted if each.change)
    book.write_table(sheet, "Changes", headings, rows, widths)


def _change(row: SubmittedOrganisation, letters: Iterable[str], wording: Wording) -> Sequence[Cell]:
    change = row.change
    if change is None:
        return ()
    differences = (change.overall, *(change.domains.get(letter) for letter in letters))
    return [
        row.organisation.label,
        change.since.round.completed_on,
        *("" if each is None else each.rounded for each in differences),
        wording._("Yes") if change.like_for_like else wording._("No"),
        "" if change.compared is None else change.compared,
        "" if change.asked is None else change.asked,
    ]
