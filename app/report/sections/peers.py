"""The organisation's scores among the published values of peers."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from app.figures import peer_words
from app.figures.chart import DataTable
from app.figures.peers import peer_bands
from app.maturity.peers.position import CohortStanding
from app.maturity.peers.rules import MINIMUM_COHORT, QUARTILES_FROM
from app.maturity.peers.standings import PeerStandings
from app.translations.dates import format_month
from app.translations.wording import Wording
from app.typesetting.layout.block import Block
from app.typesetting.layout.chart_block import ChartBlock
from app.typesetting.layout.heading import SectionHeading, Subheading
from app.typesetting.layout.paragraph import Paragraph
from app.typesetting.layout.table_block import Column, TableBlock
from app.typesetting.text.style import LEAD, SMALL, WIDTH, Style

# Each row fits one line: the position is the longest cell, or the reason why a quartile is missing.
_WIDTHS = (130.0, 36.0, 164.0, 50.0, 50.0, 50.0)
_WITHOUT_QUARTILES = (130.0, 36.0, 100.0, 79.0, 56.0, 79.0)


def peers(standings: PeerStandings, wording: Wording) -> list[Block]:
    """Return the chart and the table of every published cohort to which the organisation belongs."""
    return [
        SectionHeading("peers", wording._("Your peers"), wording_only=True),
        Paragraph(peer_words.finding(standings.cohorts, wording), LEAD),
        *(block for each in standings.cohorts for block in _cohort(each, standings.month, wording)),
        *(Paragraph(sentence, SMALL) for sentence in peer_words.reading_notes(wording)),
    ]


def no_peers_note(standings: PeerStandings | None, wording: Wording) -> list[Block]:
    """Return a note on why there is no section on peers, if there is none."""
    if standings and standings.cohorts:
        return []
    sentence = wording._(
        "No comparison with peers. It needs a completed result and published figures of at"
        " least %(minimum)s organisations."
    )
    return [Paragraph(sentence % {"minimum": MINIMUM_COHORT}, SMALL)]


def withheld_note(measures: Iterable[str], wording: Wording) -> Paragraph:
    """Return a note on the measures for which a cohort is too small."""
    sentence = wording._("Not enough peers yet in: %(measures)s.") % {"measures": ", ".join(measures)}
    return Paragraph(sentence, replace(SMALL, keep_with_next=True))


def _cohort(cohort: CohortStanding, published: str, wording: Wording) -> Iterator[Block]:
    _ = wording._
    name = (
        "-".join(part for part in (cohort.cohort.organisation_type, cohort.cohort.size_band) if part) or "all"
    )
    chart = peer_bands(cohort, wording)
    yield Subheading(f"peers-{name}", peer_words.cohort_name(cohort.cohort, wording))
    yield Paragraph(
        peer_words.cohort_size_and_month(cohort.n, format_month(published, wording.language), wording),
        Style(after=6, keep_with_next=True),
    )
    withheld = peer_words.withheld_measures(cohort, wording)
    if withheld:
        yield withheld_note(withheld, wording)
    yield ChartBlock(chart, WIDTH)
    few = any(each.figures.n < QUARTILES_FROM for each in cohort.standings)
    yield _table(chart.table, _WITHOUT_QUARTILES if few else _WIDTHS)


def _table(table: DataTable, widths: tuple[float, ...]) -> TableBlock:
    columns = tuple(
        Column(heading, width, "end" if place == 1 else "start")
        for place, (heading, width) in enumerate(zip(table.header, widths, strict=True))
    )
    return TableBlock(columns, table.rows, keep_whole=True)
