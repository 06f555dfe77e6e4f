"""A small chart at the right of the text that explains it."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.typesetting.layout.block import UnsplittableBlock
from app.typesetting.layout.chart_block import ChartBlock
from app.typesetting.layout.paragraph import Paragraph
from app.typesetting.tagged.canvas import TaggedCanvas
from app.typesetting.text.style import GUTTER


@dataclass(frozen=True)
class TextAndChart(UnsplittableBlock):
    """Paragraphs and a chart side by side, which stay together; the chart is read after its caption.

    ``caption`` is the place of the caption among the paragraphs.
    """

    chart: ChartBlock
    stack: Sequence[Paragraph]
    caption: int = 0
    before: float = 0.0
    after: float = 10.0
    keep_with_next: bool = False

    def _room(self, width: float) -> float:
        return width - self.chart.drawn_width - GUTTER

    def height(self, width: float) -> float:
        """Return the height of the taller of the two."""
        room = self._room(width)
        words = sum(paragraph.height(room) + paragraph.after for paragraph in self.stack)
        return max(words, self.chart.height(width))

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw the text at the left and the chart at the right."""
        room, chart = self._room(width), top
        for place, paragraph in enumerate(self.stack):
            paragraph.draw(canvas, x, top, room)
            top -= paragraph.height(room) + paragraph.after
            if place == self.caption:
                self.chart.draw(canvas, x + room + GUTTER, chart, width)
