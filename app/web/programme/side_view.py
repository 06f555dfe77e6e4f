"""The comparison of a programme’s organisations in words, as its pages show it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.figures.chart import DataTable
from app.maturity.level import Level
from app.maturity.peers.contribution import OVERALL
from app.maturity.programme.arrangement import level_in, score_in
from app.maturity.programme.change import ChangeSince
from app.maturity.programme.distribution import Distribution
from app.maturity.programme.side_by_side import Comparison, SubmittedOrganisation
from app.maturity.rounds.change import Change
from app.translations.dates import format_day
from app.translations.wording import Wording

# As many practices as a coordinator can discuss in a meeting; the files hold all.
MOST_BELOW = 15


@dataclass(frozen=True, slots=True)
class MeasureCell:
    """A score under a heading, with its level: as a mark of squares, and as a word; empty without one."""

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
            change_in_overall(each.change, wording),
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


def level_mark(level: Level) -> str:
    """Return a level as squares, one filled for each step above the lowest: the same without colours."""
    return "■" * int(level) + "□" * (max(Level) - int(level))


def change_in_overall(change: ChangeSince | None, wording: Wording) -> str:
    """Return the change of overall readiness since the last submitted round; empty without one."""
    if change is None:
        return ""
    _, points = wording._, signed(change.overall, wording)
    return points if change.like_for_like else _("%(points)s (difference of scores)") % {"points": points}


def signed(change: Change | None, wording: Wording) -> str:
    """Return a change in whole points with its sign."""
    if change is None:
        return wording._("Not compared")
    sign = "+" if change.rounded > 0 else "\u2212" if change.rounded < 0 else ""
    return f"{sign}{abs(change.rounded)}"


def distribution_table(comparison: Comparison, wording: Wording) -> DataTable:
    """Return the distribution of every measure: how many organisations are at each level, and the middle."""
    _ = wording._
    header = (
        _("Measure"),
        *(wording.level_name(level) for level in Level),
        _("Without a score"),
        _("Lowest"),
        _("Median"),
        _("Mean"),
        _("Highest"),
    )
    spread = (comparison.overall, *comparison.distributions)
    return DataTable(header, tuple(_distribution_row(each, wording) for each in spread))


def _distribution_row(of: Distribution, wording: Wording) -> tuple[str, ...]:
    domain = of.domain
    name = f"{domain.letter} {wording.text(domain.name)}" if domain else wording._("Overall readiness")
    scores = (of.lowest, of.median, of.mean, of.highest)
    return (
        name,
        *(str(of.levels[level]) for level in Level),
        str(of.without_score),
        *("–" if each is None else str(each.rounded) for each in scores),
    )


def below_table(comparison: Comparison, wording: Wording, most: int | None = MOST_BELOW) -> DataTable:
    """Return the practices that are most often below target, with how many of how many."""
    _ = wording._
    header = (_("Practice"), _("Below target"), _("Of them unknown"))
    rows = (
        (
            f"{each.question.id} {wording.text(each.question.name)}",
            _("%(k)s of %(n)s") % {"k": each.below, "n": each.of},
            str(each.unknown),
        )
        for each in comparison.below_target[:most]
    )
    return DataTable(header, tuple(rows))
