"""A small chart at the right of the words that explain it."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.typesetting.layout.block import UnsplittableBlock
from app.typesetting.layout.chart_block import ChartBlock
from app.typesetting.layout.paragraph import Paragraph
from app.typesetting.tagged.canvas import TaggedCanvas
from app.typesetting.text.style import GUTTER


@dataclass(frozen=True)
class TextAndChart(UnsplittableBlock):
    """Words and a chart side by side; they stay together. The first words are the chart’s caption."""

    chart: ChartBlock
    stack: Sequence[Paragraph]
    before: float = 0.0
    after: float = 10.0
    keep_with_next: bool = False

    def _room(self, width: float) -> float:
        return width - self.chart.drawn_width - GUTTER

    def height(self, width: float) -> float:
        """Give the height of the taller of the two."""
        room = self._room(width)
        words = sum(prose.height(room) + prose.after for prose in self.stack)
        return max(words, self.chart.height(width))

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw the words at the left and the chart at the right."""
        room, chart = self._room(width), top
        for place, prose in enumerate(self.stack):
            if place == 1:
                self.chart.draw(canvas, x + room + GUTTER, chart, width)
            prose.draw(canvas, x, top, room)
            top -= prose.height(room) + prose.after
