"""The comparison of a programme’s organisations in words, as its pages show it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.figures.chart import DataTable
from app.figures.programme.tables import change_cell
from app.figures.programme.words import change_words, level_mark
from app.maturity.peers.contribution import OVERALL
from app.maturity.programme.arrangement import level_in, score_in
from app.maturity.programme.change import ChangeSince
from app.maturity.programme.side_by_side import Comparison, SubmittedOrganisation
from app.translations.dates import format_day
from app.translations.wording import Wording


@dataclass(frozen=True, slots=True)
class MeasureCell:
    """A score under a heading, with its level: as a mark of circles, and as a word; empty without one."""

    heading: str
    mark: str
    level: str
    score: str


@dataclass(frozen=True, slots=True)
class OrganisationRow:
    """An organisation in the table: its label, the name that it submitted, and its cells in order."""

    id: str
    label: str
    name: str
    cells: tuple[MeasureCell, ...]
    change: str
    submitted_on: str


def describe_rows(
    rows: Iterable[SubmittedOrganisation], comparison: Comparison, wording: Wording
) -> Iterator[OrganisationRow]:
    """Yield the rows of the table."""
    headings = measure_headings(comparison, wording)
    for each in rows:
        label, name = each.organisation.label, each.submission.organisation
        yield OrganisationRow(
            each.organisation.invitation_id,
            label,
            "" if name == label else name,
            tuple(_cell(each, measure, heading, wording) for measure, heading in headings.items()),
            change_cell(each.change) if each.change else "",
            format_day(each.submission.submitted_on, wording.language),
        )


def measure_headings(comparison: Comparison, wording: Wording) -> dict[str, str]:
    """Return the headings of what the table compares: overall readiness, then each domain by its letter."""
    domains = {each.letter: f"{each.letter} {wording.text(each.name)}" for each in comparison.domains}
    return {OVERALL: wording._("Overall"), **domains}


def _cell(row: SubmittedOrganisation, measure: str, heading: str, wording: Wording) -> MeasureCell:
    score, level = score_in(row, measure), level_in(row, measure)
    if score is None or level is None:
        return MeasureCell(heading, "", wording._("No score"), "")
    return MeasureCell(heading, level_mark(level), wording.level_name(level), str(score.rounded))


def change_table(change: ChangeSince, wording: Wording) -> DataTable:
    """Return what changed since an earlier submission, overall and in each domain."""
    _ = wording._
    domains = [each for each in wording.questionnaire.domains if each.letter in change.domains]
    rows = (
        (f"{each.letter} {wording.text(each.name)}", change_words(change.domains[each.letter]))
        for each in domains
    )
    overall = (_("Overall readiness"), change_words(change.overall))
    return DataTable((_("Measure"), _("Change in points")), (overall, *rows))
