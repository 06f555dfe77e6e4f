"""The domains: bars, radar chart and table."""

from collections.abc import Sequence
from itertools import pairwise

from app.figures.domains import domain_bars, domain_finding
from app.figures.radar import radar
from app.maturity.scorecard import Scorecard
from app.translations.wording import Wording
from app.typesetting.layout.block import Block
from app.typesetting.layout.chart_block import ChartBlock
from app.typesetting.layout.heading import SectionHeading
from app.typesetting.layout.paragraph import Paragraph
from app.typesetting.layout.table_block import Column, TableBlock
from app.typesetting.layout.text_and_chart import TextAndChart
from app.typesetting.tagged.tags import CAPTION
from app.typesetting.text.style import BODY, LEAD, PAGE_ROOM, POINT, WIDTH

_RADAR = 180.0
_WIDTHS = (196.0, 42.0, 66.0, 66.0, 54.0, 56.0)
_NUMBERS = (1, 4, 5)


def domains_title(wording: Wording) -> str:
    """Return the title above the domains, with their number."""
    count = wording.number_word(len(wording.questionnaire.domains))
    return wording._("The %(count)s domains") % {"count": count}


def domains(scorecard: Scorecard, wording: Wording) -> list[Block]:
    """Return every domain’s score, level and target, as charts and as a table."""
    _ = wording._
    bars = domain_bars(scorecard, wording)
    table = bars.table.without(_("Exact"))
    columns = tuple(
        Column(heading, width, "end" if place in _NUMBERS else "start")
        for place, (heading, width) in enumerate(zip(table.header, _WIDTHS, strict=True))
    )
    reading = _(
        "Each bar is a domain’s score from 0 to 100; the tick marks its target. All domains weigh the same."
        " “Based on” in the table says how many answers count in the score."
    )
    before: list[Block] = [
        SectionHeading("domains", domains_title(wording), wording_only=True),
        Paragraph(domain_finding(scorecard, wording), LEAD),
        ChartBlock(bars, WIDTH, after=4),
    ]
    further = _("Each corner is a domain: the further from the centre, the higher its score.")
    caption = Paragraph(_("The same scores as a shape"), POINT, path=(CAPTION,))
    beside = [Paragraph(words, BODY, wording_only=True) for words in (reading, further)]
    beside.insert(1, caption)
    shape = TextAndChart(ChartBlock(radar(scorecard, wording), _RADAR), beside, caption=1)
    numbers = TableBlock(columns, table.rows, keep_whole=True)
    with_shape = [*before, shape, numbers]
    # The shape repeats the bars. Where notes make those so high that the table would leave the page, it goes.
    # Set at another width than beside the shape, which few documents need.
    alone = Paragraph(reading, BODY)
    return with_shape if _height(with_shape) <= PAGE_ROOM else [*before, alone, numbers]


def _height(blocks: Sequence[Block]) -> float:
    gaps = (max(above.after, below.before) for above, below in pairwise(blocks))
    return sum(each.height(WIDTH) for each in blocks) + sum(gaps)
