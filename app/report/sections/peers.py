"""One’s own score among the published values of peers; nothing where none are published."""

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

# So that each row is one line: a position takes most of it, or else what a quartile needs.
_WIDTHS = (130.0, 36.0, 164.0, 50.0, 50.0, 50.0)
_WITHOUT_QUARTILES = (134.0, 36.0, 112.0, 66.0, 66.0, 66.0)


def peers(found: PeerStandings, wording: Wording) -> list[Block]:
    """Show every cohort of one’s own with its picture and table."""
    return [
        SectionHeading("peers", wording._("Your peers"), wording_only=True),
        Paragraph(peer_words.finding(found.cohorts, wording), LEAD),
        *(block for each in found.cohorts for block in _cohort(each, found.month, wording)),
        *(Paragraph(sentence, SMALL) for sentence in peer_words.reading_notes(wording)),
    ]


def no_peers_note(found: PeerStandings | None, wording: Wording) -> list[Block]:
    """Say in a line why there is no section on peers, if there is none."""
    sentence = wording._(
        "Not among peers: a position needs a complete result and a published cohort of at least %(minimum)s"
        " organisations."
    )
    return [] if found and found.cohorts else [Paragraph(sentence % {"minimum": MINIMUM_COHORT}, SMALL)]


def withheld_note(measures: Iterable[str], wording: Wording) -> Paragraph:
    """Name the measures in which a cohort is too small, above what it is shown by."""
    sentence = wording._("Not enough peers yet in: %(measures)s.") % {"measures": ", ".join(measures)}
    return Paragraph(sentence, replace(SMALL, keep_with_next=True))


def _cohort(of: CohortStanding, published: str, wording: Wording) -> Iterator[Block]:
    _ = wording._
    name = "-".join(part for part in (of.cohort.organisation_type, of.cohort.size_band) if part) or "all"
    chart = peer_bands(of, wording)
    yield Subheading(f"peers-{name}", peer_words.cohort_name(of.cohort, wording))
    yield Paragraph(
        peer_words.cohort_size_and_month(of.n, format_month(published, wording.language), wording),
        Style(after=6, keep_with_next=True),
    )
    withheld = peer_words.withheld_measures(of, wording)
    if withheld:
        yield withheld_note(withheld, wording)
    yield ChartBlock(chart, WIDTH)
    few = any(each.figures.n < QUARTILES_FROM for each in of.standings)
    yield _table(chart.table, _WITHOUT_QUARTILES if few else _WIDTHS)


def _table(table: DataTable, widths: tuple[float, ...]) -> TableBlock:
    columns = tuple(
        Column(heading, width, "end" if place == 1 else "start")
        for place, (heading, width) in enumerate(zip(table.header, widths, strict=True))
    )
    return TableBlock(columns, table.rows, keep_whole=True)
