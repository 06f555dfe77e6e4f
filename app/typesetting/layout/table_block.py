"""A table that is split between rows and repeats its header.

Every cell is broken into lines once. Cells hold wording and numbers only: what people typed stands in
paragraphs, which may continue on the next page.
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

_PADDING = 2.9
_COLUMN_GAP = 8.0
# A split table has at least this many rows on either page.
_MIN_ROWS = 2


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, its width in points, and the side on which its cells stand."""

    heading: str
    width: float
    align: Align = "start"


@dataclass(frozen=True, slots=True)
class TableRow:
    """The cells of a row as paragraphs, and its height in points."""

    cells: tuple[Paragraph, ...]
    height: float


@dataclass(frozen=True)
class TableBlock:
    """A table with a rule under each row; with ``keep_whole`` it is split only if no page can hold it.

    The columns have fixed widths. Without any heading there is no header. ``row_header_column`` is the index
    of the column that names each row. ``set_rows`` and ``continued`` belong to the parts of a split table.
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
        return TableRow(cells, max(heights) + 2 * _PADDING)

    @cached_property
    def _widths(self) -> tuple[float, ...]:
        """Return the room for the text of each column; the last column reaches the table’s edge."""
        *others, last = (column.width for column in self.columns)
        return (*(width - _COLUMN_GAP for width in others), last)

    def height(self, width: float) -> float:
        """Return the height of header and rows."""
        return self._header.height + sum(row.height for row in self._rows)

    def min_height(self, width: float) -> float:
        """Return the height of the header and the first rows, or of a table that is not split."""
        if self.keep_whole or len(self._rows) < 2 * _MIN_ROWS:
            return min(self.height(width), PAGE_ROOM)
        return self._header.height + sum(row.height for row in self._rows[:_MIN_ROWS])

    def split(self, width: float, room: float) -> "tuple[TableBlock, TableBlock] | None":
        """Split the table before a row, at least two rows from its ends; both parts have the header.

        On an empty page one row is enough if no page holds the two rows at the start and the one after them.
        """
        least = 1 if room >= PAGE_ROOM else _MIN_ROWS
        left = room - self._header.height
        fitting = 0
        while fitting < len(self._rows) and self._rows[fitting].height <= left:
            left -= self._rows[fitting].height
            fitting += 1
        if min(fitting, len(self._rows) - _MIN_ROWS) >= _MIN_ROWS:
            least = _MIN_ROWS
        fitting = min(fitting, len(self._rows) - least)
        if fitting < least:
            return None
        first, rest = slice(fitting), slice(fitting, None)
        return self._part(first, continued=self.continued), self._part(rest, continued=True)

    def _part(self, rows: slice, *, continued: bool) -> "TableBlock":
        return replace(self, rows=self.rows[rows], continued=continued, set_rows=self._rows[rows])

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw header and rows, with a rule under each."""
        with canvas.element(tags.TABLE, reopen=self.continued):
            if self._header.cells:
                # A screen reader reads the header once, so on the next page it is an artifact.
                with canvas.artifact() if self.continued else nullcontext():
                    top = self._draw_row(canvas, self._header, x, top, INK, 0.9)
            for row in self._rows:
                top = self._draw_row(canvas, row, x, top, GREY_LINE, 0.5)

    def _draw_row(
        self, canvas: TaggedCanvas, row: TableRow, x: float, top: float, colour: str, thickness: float
    ) -> float:
        left, bottom = x, top - row.height
        with canvas.element(tags.ROW):
            for column, width, cell in zip(self.columns, self._widths, row.cells, strict=True):
                cell.draw(canvas, left, top - _PADDING, width)
                left += column.width
        draw_rule(canvas, x, left, bottom, colour, thickness)
        return bottom
