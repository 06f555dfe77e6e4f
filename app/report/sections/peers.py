"""One’s own score among the published values of peers; nothing where none are published."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from app.figures import peer_words
from app.figures.chart import Table
from app.figures.peers import peer_bands
from app.maturity.peers.position import Beside
from app.maturity.peers.rules import MINIMUM_COHORT, QUARTILES_FROM
from app.maturity.peers.standings import Peers
from app.translations import Translate
from app.translations.dates import month
from app.translations.wording import Voice
from app.typesetting.layout.block import Block
from app.typesetting.layout.chart_block import Figure
from app.typesetting.layout.heading import Part, Section
from app.typesetting.layout.paragraph import Prose
from app.typesetting.layout.table_block import Column, Grid
from app.typesetting.text.style import LEAD, SMALL, WIDTH, Style

# So that each row is one line: a position takes most of it, or else what a quartile needs.
_WIDTHS = (130.0, 36.0, 164.0, 50.0, 50.0, 50.0)
_WITHOUT_QUARTILES = (134.0, 36.0, 112.0, 66.0, 66.0, 66.0)


def section(voice: Voice) -> Section:
    """Give the section's heading."""
    return Section("peers", voice._("Your peers"))


def are_shown(peers: Peers | None) -> bool:
    """Say whether there is anything to show of them."""
    return peers is not None and bool(peers.beside)


def peers(found: Peers, voice: Voice) -> list[Block]:
    """Show every cohort of one’s own with its picture and table."""
    return [
        section(voice),
        Prose(peer_words.finding(found.beside, voice._), LEAD),
        *(block for each in found.beside for block in _cohort(each, found.month, voice)),
        *(Prose(sentence, SMALL) for sentence in peer_words.rules(voice._)),
    ]


def none(found: Peers | None, voice: Voice) -> list[Block]:
    """Say in a line why there is no section on peers, if there is none."""
    sentence = voice._(
        "Not among peers: a position needs a complete result and a published cohort of at least %(minimum)s"
        " organisations."
    )
    return [] if are_shown(found) else [Prose(sentence % {"minimum": MINIMUM_COHORT}, SMALL)]


def missing(measures: Iterable[str], _: Translate) -> Prose:
    """Name the measures in which a cohort is too small, above what it is shown by."""
    sentence = _("Not enough peers yet in: %(measures)s.") % {"measures": ", ".join(measures)}
    return Prose(sentence, replace(SMALL, with_next=True))


def _cohort(of: Beside, published: str, voice: Voice) -> Iterator[Block]:
    _ = voice._
    name = "-".join(part for part in (of.cohort.organisation_type, of.cohort.size_band) if part) or "all"
    chart = peer_bands(of, voice.questionnaire, voice.language, _)
    yield Part(f"peers-{name}", peer_words.cohort(of.cohort, _))
    yield Prose(
        peer_words.published(of.n, month(published, voice.language), _), Style(after=6, with_next=True)
    )
    withheld = peer_words.withheld(of, voice.questionnaire, voice.language, _)
    if withheld:
        yield missing(withheld, _)
    yield Figure(chart, WIDTH)
    few = any(each.figures.n < QUARTILES_FROM for each in of.standings)
    yield _table(chart.table, _WITHOUT_QUARTILES if few else _WIDTHS)


def _table(table: Table, widths: tuple[float, ...]) -> Grid:
    columns = tuple(
        Column(heading, width, "end" if place == 1 else "start")
        for place, (heading, width) in enumerate(zip(table.header, widths, strict=True))
    )
    return Grid(columns, table.rows, whole=True)
