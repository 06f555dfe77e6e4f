"""A row of boxes to tick on paper, each before its word."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.figures.palette import INK
from app.typesetting.layout.block import UnsplittableBlock
from app.typesetting.layout.paragraph import Paragraph
from app.typesetting.tagged.canvas import TaggedCanvas
from app.typesetting.tagged.tags import LISTED
from app.typesetting.text.colours import reportlab_colour
from app.typesetting.text.style import Style

_WORD = Style(9.6, 14, after=0)
_BOX = 9.0
_GAP = 5.0


@dataclass(frozen=True)
class TickRow(UnsplittableBlock):
    """Boxes side by side in columns of equal width.

    The words are the items of a list. A box is an artefact: nothing can be ticked on a screen.
    """

    words: tuple[str, ...]
    column: float
    before: float = 0.0
    after: float = 0.0
    keep_with_next: bool = False

    def height(self, width: float) -> float:
        """Return the height of the tallest word."""
        return max(each.height(self.column - _BOX - _GAP) for each in self._paragraphs())

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw each box and its word."""
        for place, paragraph in enumerate(self._paragraphs()):
            left = x + place * self.column
            canvas.setStrokeColor(reportlab_colour(INK))
            canvas.setLineWidth(0.8)
            canvas.setDash([])
            canvas.rect(left + 0.4, top - _BOX - 2.2, _BOX, _BOX, stroke=1, fill=0)
            paragraph.draw(canvas, left + _BOX + _GAP, top, self.column - _BOX - _GAP)

    def _paragraphs(self) -> Iterator[Paragraph]:
        return (Paragraph(each, _WORD, path=LISTED) for each in self.words)
