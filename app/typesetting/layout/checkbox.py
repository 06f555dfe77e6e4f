"""Boxes to tick with text beside them, and lines to write on."""

from dataclasses import dataclass
from functools import cached_property

from app.figures.palette import GREY_LINE, INK
from app.typesetting.layout.block import UnsplittableBlock
from app.typesetting.layout.paragraph import Paragraph, RichText
from app.typesetting.layout.rule import draw_rule
from app.typesetting.tagged.canvas import TaggedCanvas
from app.typesetting.tagged.tags import BODY, ITEM, LABEL, LIST
from app.typesetting.text.colours import reportlab_colour
from app.typesetting.text.style import GUTTER, RAIL, Style

_BOX = 8.0
_PLACE = RAIL + GUTTER
_WORDS = _PLACE + 16
_ROW = Style(9.5, 12.6, indent=_WORDS)
_NUMBER = Style(9.5, 12.6, strong=True, align="end")
_LABEL = Style(8.6, 11.6, strong=True)
_LINE = 17.5


@dataclass(frozen=True)
class Checkbox(UnsplittableBlock):
    """A box to tick on paper, after a number if there is one."""

    words: RichText
    number: str = ""
    wording_only: bool = False
    before: float = 0.0
    after: float = 2.2
    keep_with_next: bool = True

    def height(self, width: float) -> float:
        """Return the height of the text."""
        return self._text.height(width)

    @cached_property
    def _text(self) -> Paragraph:
        return Paragraph(self.words, _ROW, path=(BODY,), wording_only=self.wording_only)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw the box, its number and the text."""
        canvas.setStrokeColor(reportlab_colour(INK))
        canvas.setLineWidth(0.8)
        canvas.setDash([])
        canvas.rect(x + _PLACE, top - _BOX - 2, _BOX, _BOX, stroke=1, fill=0)
        with canvas.element(LIST, ITEM):
            if self.number:
                Paragraph(self.number, _NUMBER, path=(LABEL,)).draw(canvas, x, top, _PLACE - 8)
            self._text.draw(canvas, x, top, width)


@dataclass(frozen=True)
class WritingLines(UnsplittableBlock):
    """Ruled lines to write on, beside a label in the rail, or under a label ``above`` them.

    Beside a column of boxes, programs that read a page by its columns take a label in the rail first.
    """

    label: str
    count: int
    above: bool = False
    before: float = 2.0
    after: float = 4.0
    keep_with_next: bool = False

    def height(self, width: float) -> float:
        """Return the height of the lines, and of the label above them."""
        return self.count * _LINE + (_LABEL.leading if self.above else 0.0)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw the label and the lines."""
        if self.above:
            Paragraph(self.label, _LABEL).draw(canvas, x + _PLACE, top, width - _PLACE)
            top -= _LABEL.leading
        else:
            Paragraph(self.label, _LABEL).draw(canvas, x, top - 5, RAIL)
        for number in range(1, self.count + 1):
            draw_rule(canvas, x + _PLACE, x + width, top - number * _LINE, GREY_LINE, 0.6)
