"""The published cohorts as pages show them: those of an assessment, and all of them."""

from dataclasses import dataclass

from app.figures import peer_words
from app.figures.chart import DataTable
from app.figures.peers import figure_cells, peer_bands
from app.figures.typography import PHONE_WIDTH
from app.maturity.peers.snapshot import Snapshot
from app.maturity.peers.standings import PeerStandings
from app.translations.dates import format_month
from app.translations.wording import Wording
from app.web.charts import ChartSvg, draw_chart


@dataclass(frozen=True, slots=True)
class CohortView:
    """A cohort in words, its picture or table, and the domains in which it is still too small.

    ``same_as`` is the name of a larger cohort with the same published values, whose picture serves both.
    """

    name: str
    about: str
    withheld: tuple[str, ...]
    svg: ChartSvg | None = None
    same_as: str = ""
    table: DataTable | None = None


@dataclass(frozen=True, slots=True)
class PeersView:
    """The cohorts of one snapshot; ``overall`` is an organisation's position in each of them."""

    cohorts: tuple[CohortView, ...]
    overall: DataTable | None = None


def own_peers(peers: PeerStandings, wording: Wording) -> PeersView:
    """Return the cohorts of an assessment, each with its chart."""
    written = format_month(peers.month, wording.language) if peers.month else ""
    cohorts: list[CohortView] = []
    drawn: dict[tuple[tuple[str, ...], ...], str] = {}
    for each in peers.cohorts:
        name, chart = (
            peer_words.cohort_name(each.cohort, wording),
            peer_bands(each, wording, width=PHONE_WIDTH),
        )
        same = drawn.get(chart.table.rows, "")
        drawn.setdefault(chart.table.rows, name)
        cohorts.append(
            CohortView(
                name=name,
                about=peer_words.cohort_size_and_month(each.n, written, wording),
                withheld=peer_words.withheld_measures(each, wording),
                svg=None if same else draw_chart(chart),
                same_as=same,
            )
        )
    return PeersView(tuple(cohorts), _overall(peers, wording))


def _overall(peers: PeerStandings, wording: Wording) -> DataTable:
    _ = wording._
    header = (_("Peers"), _("Organisations"), _("Median"), _("Your position"))
    rows = (
        (
            peer_words.cohort_name(each.cohort, wording),
            peer_words.cohort_size(each.n, wording),
            peer_words.median_text(each.standings[0].figures, wording),
            peer_words.position_text(each.standings[0], wording),
        )
        for each in peers.cohorts
    )
    return DataTable(header, tuple(rows))


def all_peers(snapshot: Snapshot, wording: Wording) -> PeersView:
    """Return every published cohort with the table of its values."""
    _ = wording._
    header = (_("Measure"), _("Lower quartile"), _("Median"), _("Upper quartile"))
    views, written = [], format_month(snapshot.month, wording.language)
    for cohort, measures in sorted(snapshot.figures.items()):
        every = peer_words.measures_in_order(wording.questionnaire)
        shown = [each for each in every if each in measures]
        rows = (
            (peer_words.measure_name(each, wording), *figure_cells(measures[each], wording)) for each in shown
        )
        missing = (peer_words.measure_name(each, wording) for each in every if each not in measures)
        views.append(
            CohortView(
                name=peer_words.cohort_name(cohort, wording),
                about=peer_words.cohort_size_and_month(measures[shown[0]].n, written, wording),
                withheld=tuple(missing),
                table=DataTable(header, tuple(rows)),
            )
        )
    return PeersView(tuple(views))
