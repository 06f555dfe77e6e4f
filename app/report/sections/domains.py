"""The nine domains: bars, radar and the table behind them."""

from app.figures.domains import domain_bars, domain_finding
from app.figures.radar import radar
from app.maturity.scorecard import Scorecard
from app.translations.wording import Voice
from app.typesetting.layout.block import Block
from app.typesetting.layout.chart_block import Figure
from app.typesetting.layout.heading import Section
from app.typesetting.layout.paragraph import Prose
from app.typesetting.layout.table_block import Column, Grid
from app.typesetting.layout.text_and_chart import Pair
from app.typesetting.tagged.tags import CAPTION
from app.typesetting.text.style import LEAD, POINT, SMALL, WIDTH

_RADAR = 176.0
_NUMBERS = (1, 2, 5, 6)


def section(voice: Voice) -> Section:
    """Give the section's heading."""
    return Section("domains", voice._("The nine domains"))


def domains(scorecard: Scorecard, voice: Voice) -> list[Block]:
    """Show every domain’s score, level and target."""
    _ = voice._
    bars = domain_bars(scorecard, voice.language, _)
    shape = radar(scorecard, voice.language, _)
    widths = (172.0, 38.0, 46.0, 62.0, 62.0, 48.0, 52.0)
    columns = tuple(
        Column(heading, width, "end" if place in _NUMBERS else "start")
        for place, (heading, width) in enumerate(zip(bars.table.header, widths, strict=True))
    )
    reading = _(
        "Each bar is a domain’s score from 0 to 100; the tick marks its target. A domain’s score is 100 × the"
        " sum of its levels ÷ (4 × its applicable answered practices); all domains weigh the same."
    )
    return [
        section(voice),
        Prose(domain_finding(scorecard, voice.language, _), LEAD),
        Figure(bars, WIDTH),
        Pair(
            Figure(shape, _RADAR),
            (Prose(_("The same scores as a shape"), POINT, path=(CAPTION,)), Prose(reading, SMALL)),
        ),
        Grid(columns, bars.table.rows, whole=True),
    ]
