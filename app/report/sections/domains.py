"""The domains: bars, radar chart and table."""

from app.figures.domains import domain_bars, domain_finding
from app.figures.radar import radar
from app.maturity.level import Level
from app.maturity.scorecard import Scorecard
from app.translations.wording import Wording
from app.typesetting.layout.block import Block
from app.typesetting.layout.chart_block import ChartBlock
from app.typesetting.layout.heading import SectionHeading
from app.typesetting.layout.paragraph import Paragraph
from app.typesetting.layout.table_block import Column, TableBlock
from app.typesetting.layout.text_and_chart import TextAndChart
from app.typesetting.tagged.tags import CAPTION
from app.typesetting.text.style import LEAD, POINT, SMALL, WIDTH

_RADAR = 176.0
_NUMBERS = (1, 2, 5, 6)


def domains_title(wording: Wording) -> str:
    """Return the title above the domains, with their number."""
    count = wording.number_word(len(wording.questionnaire.domains))
    return wording._("The %(count)s domains") % {"count": count}


def domains(scorecard: Scorecard, wording: Wording) -> list[Block]:
    """Return every domain’s score, level and target, as charts and as a table."""
    _ = wording._
    bars = domain_bars(scorecard, wording)
    shape = radar(scorecard, wording)
    widths = (172.0, 38.0, 46.0, 62.0, 62.0, 48.0, 52.0)
    columns = tuple(
        Column(heading, width, "end" if place in _NUMBERS else "start")
        for place, (heading, width) in enumerate(zip(bars.table.header, widths, strict=True))
    )
    formula = _(
        "Each bar is a domain’s score from 0 to 100; the tick marks its target. A domain’s score is 100 × the"
        " sum of its levels ÷ (%(highest)s × its applicable answered practices); all domains weigh the same."
    )
    reading = formula % {"highest": max(Level)}
    return [
        SectionHeading("domains", domains_title(wording), wording_only=True),
        Paragraph(domain_finding(scorecard, wording), LEAD),
        ChartBlock(bars, WIDTH),
        TextAndChart(
            ChartBlock(shape, _RADAR),
            (
                Paragraph(_("The same scores as a shape"), POINT, path=(CAPTION,)),
                Paragraph(reading, SMALL, wording_only=True),
            ),
        ),
        TableBlock(columns, bars.table.rows, keep_whole=True),
    ]
