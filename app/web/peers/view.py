"""One's own published cohorts made ready for the results page, and all of them for everybody's."""

from collections.abc import Callable
from dataclasses import dataclass

from app.figures import peer_words
from app.figures.chart import DataTable
from app.figures.peers import figure_cells, peer_bands
from app.maturity.peers.position import CohortStanding
from app.maturity.peers.snapshot import Snapshot
from app.maturity.peers.standings import PeerStandings
from app.maturity.questionnaire import Questionnaire
from app.maturity.text import Language
from app.translations.dates import format_month
from app.web.charts import PHONE_WIDTH, ChartSvg, draw_chart


@dataclass(frozen=True, slots=True)
class CohortView:
    """A cohort in words, its picture or table, and the domains in which it is still too small."""

    name: str
    about: str
    withheld: tuple[str, ...]
    svg: ChartSvg | None = None
    table: DataTable | None = None


@dataclass(frozen=True, slots=True)
class PeersView:
    """The cohorts of one snapshot."""

    cohorts: tuple[CohortView, ...]


def own_peers(
    peers: PeerStandings, asked: Questionnaire, language: Language, _: Callable[[str], str]
) -> PeersView:
    """Draw one's own cohorts."""
    written = format_month(peers.month, language) if peers.month else ""
    cohorts = (
        CohortView(
            name=peer_words.cohort_name(each.cohort, _),
            about=peer_words.cohort_size_and_month(each.n, written, _),
            withheld=peer_words.withheld_measures(each, asked, language, _),
            svg=_picture(number, each, asked, language, _),
        )
        for number, each in enumerate(peers.cohorts, start=1)
    )
    return PeersView(tuple(cohorts))


def all_peers(
    snapshot: Snapshot, asked: Questionnaire, language: Language, _: Callable[[str], str]
) -> PeersView:
    """List every published cohort with its values."""
    header = (_("Measure"), _("Lower quartile"), _("Median"), _("Upper quartile"))
    views, written = [], format_month(snapshot.month, language)
    for cohort, measures in sorted(snapshot.figures.items()):
        shown = [each for each in peer_words.measures_in_order(asked) if each in measures]
        rows = (
            (peer_words.measure_name(each, asked, language, _), *figure_cells(measures[each], _))
            for each in shown
        )
        missing = (
            peer_words.measure_name(each, asked, language, _)
            for each in peer_words.measures_in_order(asked)
            if each not in measures
        )
        views.append(
            CohortView(
                name=peer_words.cohort_name(cohort, _),
                about=peer_words.cohort_size_and_month(measures[shown[0]].n, written, _),
                withheld=tuple(missing),
                table=DataTable(header, tuple(rows)),
            )
        )
    return PeersView(tuple(views))


def _picture(
    number: int, of: CohortStanding, asked: Questionnaire, language: Language, _: Callable[[str], str]
) -> ChartSvg:
    return draw_chart(
        f"chart-peers-{number}",
        peer_bands(of, asked, language, _),
        peer_bands(of, asked, language, _, width=PHONE_WIDTH),
    )
