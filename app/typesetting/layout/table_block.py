"""A table that parts between rows and repeats its header.

Every cell is wrapped once. Cells hold the questionnaire's words and numbers only: what people typed stands in
paragraphs, which may run over pages.
"""

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from functools import cached_property

from app.figures.palette import GREY_LINE, INK
from app.typesetting.layout.paragraph import Paragraph, RichText
from app.typesetting.layout.rule import draw_rule
from app.typesetting.tagged import tags
from app.typesetting.tagged.canvas import TaggedCanvas
from app.typesetting.text.style import CELL, CELL_NUMBER, HEAD, HEAD_NUMBER, PAGE_ROOM, Align, Style

_AIR = 2.9
_BETWEEN = 8.0
# A table leaves at least this many rows on either side of a page’s end.
_TOGETHER = 2


@dataclass(frozen=True, slots=True)
class Column:
    """A column's heading, its width in points, and the side its cells stand on."""

    heading: str
    width: float
    align: Align = "start"


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row’s cells as paragraphs, and its height in points."""

    cells: tuple[Paragraph, ...]
    height: float


@dataclass(frozen=True)
class TableBlock:
    """A table with a header, ruled between rows; one that is ``whole`` parts only if a page cannot hold it.

    Columns are as wide as they say; without any heading there is no header. The column of the number
    ``about`` says what each row is about. ``goes_on`` marks the part on the next page.
    """

    columns: tuple[Column, ...]
    rows: tuple[Sequence[RichText], ...]
    before: float = 0.0
    after: float = 10.0
    keep_with_next: bool = False
    keep_whole: bool = False
    row_header_column: int = 0
    continued: bool = False
    wording_only: bool = False
    set_rows: tuple[TableRow, ...] | None = None

    @cached_property
    def _header(self) -> TableRow:
        headings = [each.heading for each in self.columns]
        kinds = [tags.COLUMN_HEADER if heading else tags.CELL for heading in headings]
        return self._row(headings, kinds, HEAD, HEAD_NUMBER) if any(headings) else TableRow((), 0.0)

    @cached_property
    def _rows(self) -> tuple[TableRow, ...]:
        if self.set_rows is not None:
            return self.set_rows
        kinds = [
            tags.ROW_HEADER if place == self.row_header_column else tags.CELL
            for place in range(len(self.columns))
        ]
        return tuple(self._row(row, kinds, CELL, CELL_NUMBER) for row in self.rows)

    def _row(
        self, words: Sequence[RichText], kinds: Sequence[tags.Tag], start: Style, end: Style
    ) -> TableRow:
        cells = tuple(
            Paragraph(
                each,
                end if column.align == "end" else start,
                path=(kind,),
                wording_only=self.wording_only or kind is tags.COLUMN_HEADER,
            )
            for column, each, kind in zip(self.columns, words, kinds, strict=True)
        )
        heights = (cell.height(width) for width, cell in zip(self._widths, cells, strict=True))
        return TableRow(cells, max(heights) + 2 * _AIR)

    @cached_property
    def _widths(self) -> tuple[float, ...]:
        """Give the room of each column’s words; the last reaches the table’s edge."""
        *others, last = (column.width for column in self.columns)
        return (*(width - _BETWEEN for width in others), last)

    def height(self, width: float) -> float:
        """Give the height of header and rows."""
        return self._header.height + sum(row.height for row in self._rows)

    def min_height(self, width: float) -> float:
        """Give the height of the header and the first rows, or of a table that does not part."""
        if self.keep_whole or len(self._rows) < 2 * _TOGETHER:
            return min(self.height(width), PAGE_ROOM)
        return self._header.height + sum(row.height for row in self._rows[:_TOGETHER])

    def split(self, width: float, room: float) -> "tuple[TableBlock, TableBlock] | None":
        """Part the table before a row, two rows from its ends; both parts carry the header."""
        left = room - self._header.height
        fitting = 0
        while fitting < len(self._rows) and self._rows[fitting].height <= left:
            left -= self._rows[fitting].height
            fitting += 1
        fitting = min(fitting, len(self._rows) - _TOGETHER)
        if fitting < _TOGETHER:
            return None
        first, rest = slice(fitting), slice(fitting, None)
        return self._part(first, goes_on=self.continued), self._part(rest, goes_on=True)

    def _part(self, rows: slice, *, goes_on: bool) -> "TableBlock":
        return replace(self, rows=self.rows[rows], continued=goes_on, set_rows=self._rows[rows])

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Write header and rows, with a rule under each."""
        with canvas.element(tags.TABLE, reopen=self.continued):
            if self._header.cells:
                # Said once, the header is not read out again on the next page.
                with canvas.artifact() if self.continued else nullcontext():
                    top = self._drawn(canvas, self._header, x, top, INK, 0.9)
            for row in self._rows:
                top = self._drawn(canvas, row, x, top, GREY_LINE, 0.5)

    def _drawn(
        self, canvas: TaggedCanvas, row: TableRow, x: float, top: float, colour: str, thickness: float
    ) -> float:
        left, bottom = x, top - row.height
        with canvas.element(tags.ROW):
            for column, width, cell in zip(self.columns, self._widths, row.cells, strict=True):
                cell.draw(canvas, left, top - _AIR, width)
                left += column.width
        draw_rule(canvas, x, left, bottom, colour, thickness)
        return bottom
