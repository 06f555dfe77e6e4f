"""A table that parts between rows and repeats its header.

Every cell is wrapped once. Cells hold the questionnaire's words and numbers only: what people typed stands in
paragraphs, which may run over pages.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from reportlab.pdfgen.canvas import Canvas

from app.figures.palette import GREY_LINE, INK
from app.report.inks import ink
from app.report.prose import Prose, Words
from app.report.style import CELL, CELL_NUMBER, HEAD, HEAD_NUMBER, PAGE_ROOM, Align, Style

_AIR = 2.9
_BETWEEN = 8.0


@dataclass(frozen=True, slots=True)
class Column:
    """A column's heading, its width in points, and the side its cells stand on."""

    heading: str
    width: float
    align: Align = "start"


@dataclass(frozen=True, slots=True)
class _Row:
    cells: tuple[Prose, ...]
    height: float


@dataclass(frozen=True)
class Grid:
    """A table with a header, ruled between rows; one that is ``whole`` parts only if a page cannot hold it.

    Columns are as wide as they say; without any heading there is no header.
    """

    columns: tuple[Column, ...]
    rows: tuple[Sequence[Words], ...]
    before: float = 0.0
    after: float = 10.0
    with_next: bool = False
    whole: bool = False

    @cached_property
    def _header(self) -> _Row:
        headings = [each.heading for each in self.columns]
        return self._row(headings, HEAD, HEAD_NUMBER) if any(headings) else _Row((), 0.0)

    @cached_property
    def _rows(self) -> tuple[_Row, ...]:
        return tuple(self._row(row, CELL, CELL_NUMBER) for row in self.rows)

    def _row(self, words: Sequence[Words], start: Style, end: Style) -> _Row:
        cells = tuple(
            Prose(each, end if column.align == "end" else start)
            for column, each in zip(self.columns, words, strict=True)
        )
        heights = (
            cell.height(column.width - _BETWEEN) for column, cell in zip(self.columns, cells, strict=True)
        )
        return _Row(cells, max(heights) + 2 * _AIR)

    def height(self, width: float) -> float:
        """Give the height of header and rows."""
        return self._header.height + sum(row.height for row in self._rows)

    def least(self, width: float) -> float:
        """Give the height of the header and the first row, or of the whole."""
        if self.whole:
            return min(self.height(width), PAGE_ROOM)
        return self._header.height + sum(row.height for row in self._rows[:1])

    def parted(self, width: float, room: float) -> "tuple[Grid, Grid] | None":
        """Part the table before the first row that does not fit; both parts carry the header."""
        left = room - self._header.height
        fitting = 0
        while fitting < len(self._rows) and self._rows[fitting].height <= left:
            left -= self._rows[fitting].height
            fitting += 1
        if fitting in (0, len(self._rows)):
            return None
        return self._part(slice(fitting)), self._part(slice(fitting, None))

    def _part(self, rows: slice) -> "Grid":
        part = replace(self, rows=self.rows[rows])
        part.__dict__["_rows"] = self._rows[rows]  # already wrapped
        return part

    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        """Write header and rows, with a rule under each."""
        top = self._drawn(canvas, self._header, x, top, INK, 0.9)
        for row in self._rows:
            top = self._drawn(canvas, row, x, top, GREY_LINE, 0.5)

    def _drawn(self, canvas: Canvas, row: _Row, x: float, top: float, colour: str, thickness: float) -> float:
        left, bottom = x, top - row.height
        if not row.cells:
            return top
        for column, cell in zip(self.columns, row.cells, strict=True):
            cell.draw(canvas, left, top - _AIR, column.width - _BETWEEN)
            left += column.width
        rule(canvas, x, left - _BETWEEN, bottom, colour, thickness)
        return bottom


def rule(canvas: Canvas, left: float, right: float, y: float, colour: str, thickness: float) -> None:
    """Draw a horizontal rule."""
    canvas.setStrokeColor(ink(colour))
    canvas.setLineWidth(thickness)
    canvas.setDash([])
    canvas.line(left, y, right, y)
