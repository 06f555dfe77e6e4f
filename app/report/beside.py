"""The head of an entry: a rail of numbers and marks at the left, the words at the right."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from app.figures.palette import GREY_LINE
from app.report.grid import rule
from app.report.prose import Prose
from app.report.style import INDENT, MAIN, RAIL

_ABOVE = 9.0


@dataclass(frozen=True)
class Beside:
    """Two short stacks of paragraphs side by side; they stay together, and with what follows."""

    rail: Sequence[Prose]
    main: Sequence[Prose]
    ruled: bool = True
    after: float = 0.0
    with_next: bool = True

    @property
    def before(self) -> float:
        """Give the air above the rule."""
        return 8.0 if self.ruled else 0.0

    def height(self, width: float) -> float:
        """Give the height of the taller stack."""
        tallest = max(_height(self.rail, RAIL), _height(self.main, MAIN))
        return tallest + (_ABOVE if self.ruled else 0.0)

    def least(self, width: float) -> float:
        """Give the whole height."""
        return self.height(width)

    def parted(self, width: float, room: float) -> None:
        """Never part."""

    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        """Draw the rule, then both stacks from the top."""
        if self.ruled:
            rule(canvas, x, x + width, top, GREY_LINE, 0.6)
            top -= _ABOVE
        for left, stack, column in ((x, self.rail, RAIL), (x + INDENT, self.main, MAIN)):
            y = top
            for prose in stack:
                prose.draw(canvas, left, y, column)
                y -= prose.height(column) + prose.after


def _height(stack: Sequence[Prose], width: float) -> float:
    return sum(prose.height(width) + prose.after for prose in stack)
