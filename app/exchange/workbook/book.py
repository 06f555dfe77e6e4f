"""An XLSX file that is being written: its properties, its formats and the set-up of its sheets.

Text is always written as text: nothing that was typed becomes a formula, a number or a link.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from fractions import Fraction

import xlsxwriter
from xlsxwriter.chart import Chart
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from app.exchange.plan_files.columns import FORMAT, FORMAT_VERSION
from app.exchange.sheet_text import count_lines, xml_text
from app.maturity.score import half_up
from app.maturity.text import Language

# What stands in a cell: a text, a day, a whole number, or a number that is shown with one decimal. An empty
# text is an empty cell.
Cell = str | date | int | Fraction

# Excel’s own limits: the height of a row in points, and the letters of a message.
_HIGHEST_ROW = 408.75
# Points that are whole pixels too.
_LINE_HEIGHT, _ROW_MARGIN = 12.75, 4.5
# The lines that the highest row holds.
MOST_LINES = int((_HIGHEST_ROW - _ROW_MARGIN) / _LINE_HEIGHT)
_A4 = 9
_HAIR = 7
_TITLE_SIZE, _TITLE_HEIGHT = 16, 24
# Pixels in a point.
_PIXELS = 4 / 3
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
# Every system has this typeface or one of the same widths, so that rows are as high as is counted here.
_DEFAULT_FORMAT = {"font_name": "Arial", "font_size": 10, "valign": "top"}
_LANGUAGE_GOES_BEFORE = re.compile(rb"(?=<dcterms:created)")


class Book:
    """A workbook of one language that is written sheet by sheet; ``close`` returns its bytes.

    ``made_on`` is the day of completion or, before it, of the assessment’s beginning, never that of the
    download. ``form`` tells programs what the workbook holds.
    """

    def __init__(self, title: str, language: Language, made_on: date, form: str = FORMAT) -> None:
        self._language = language
        self._file = io.BytesIO()
        # Copies, because XlsxWriter writes into what it is given, and the next file would differ.
        options = {**_OPTIONS, "default_format_properties": dict(_DEFAULT_FORMAT)}
        self.workbook = xlsxwriter.Workbook(self._file, options)
        created = datetime.combine(made_on, time())
        self.workbook.set_properties({"title": title, "author": "Muster", "created": created})
        # Text, because LibreOffice turns a number 1 into 1.0.
        self.workbook.set_custom_property("muster-format", form, "text")
        self.workbook.set_custom_property("muster-format-version", FORMAT_VERSION, "text")
        self.title = self.workbook.add_format({"bold": True, "font_size": _TITLE_SIZE, "text_wrap": True})
        self.finding = self.workbook.add_format({"bold": True, "text_wrap": True})
        self.heading = self.workbook.add_format({"bold": True, "text_wrap": True, "bottom": 1})
        line = {"bottom": _HAIR, "bottom_color": "#808080"}
        self.text = self.workbook.add_format({"text_wrap": True, **line})
        self._formats = {
            date: self.workbook.add_format({"num_format": "yyyy-mm-dd", "align": "left", **line}),
            int: self.workbook.add_format({"num_format": "0", "align": "left", **line}),
            Fraction: self.workbook.add_format({"num_format": "0.0", "align": "left", **line}),
        }

    def add_page(self, name: str, widths: Sequence[int]) -> Worksheet:
        """Add a sheet to read, upright and as wide as a page."""
        sheet = self.workbook.add_worksheet(name)
        for place, width in enumerate(widths):
            sheet.set_column(place, place, width)
        sheet.set_paper(_A4)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&L&A&R&P / &N")
        return sheet

    def add_sheet(
        self, name: str, widths: Sequence[int], *, frozen_columns: int = 0, upright: bool = False
    ) -> Worksheet:
        """Add a sheet with a heading row that stays in sight and is repeated on paper, as wide as a page."""
        sheet = self.add_page(name, widths)
        sheet.freeze_panes(1, frozen_columns)
        if not upright:
            sheet.set_landscape()
        sheet.repeat_rows(0)
        return sheet

    def write_table(
        self,
        sheet: Worksheet,
        name: str,
        headings: Sequence[str],
        rows: Iterable[Sequence[Cell]],
        widths: Sequence[int],
    ) -> int:
        """Write a table with filters from the first row on, and return its last row.

        ``name`` is that of the table, in letters alone. A table without a row is refused by Excel, so an
        empty one has one row to write in.
        """
        number = 0
        for number, row in enumerate(rows, start=1):
            self.write_row(sheet, number, row, widths)
        last = max(number, 1)
        sheet.set_row(0, self._height(headings, widths))
        columns = [{"header": heading, "header_format": self.heading} for heading in headings]
        options = {"name": name, "style": "Table Style Light 1", "columns": columns}
        sheet.add_table(0, 0, last, len(headings) - 1, options)
        return last

    def write_row(self, sheet: Worksheet, row: int, cells: Sequence[Cell], widths: Sequence[int]) -> None:
        """Write a row, as high as its longest text needs.

        LibreOffice prints a wrapped text over the next row if the row has no height of its own.
        """
        sheet.set_row(row, self._height([each if isinstance(each, str) else "" for each in cells], widths))
        for place, cell in enumerate(cells):
            if isinstance(cell, date):
                sheet.write_datetime(row, place, datetime.combine(cell, time()), self._formats[date])
            elif isinstance(cell, int | Fraction):
                value = cell if isinstance(cell, int) else float(half_up(cell, 1))
                sheet.write_number(row, place, value, self._formats[type(cell)])
            elif cell:
                sheet.write_string(row, place, xml_text(cell), self.text)
            else:
                sheet.write_blank(row, place, None, self.text)

    def write_part(
        self,
        sheet: Worksheet,
        row: int,
        heading: str,
        lines: Iterable[Sequence[Cell]],
        widths: Sequence[int],
    ) -> int:
        """Write a heading across the columns and rows below it, and return the row after them."""
        self._write_across(sheet, row, heading, widths, self.heading)
        for line in lines:
            row += 1
            self.write_row(sheet, row, line, widths)
        return row + 1

    def write_finding(self, sheet: Worksheet, row: int, text: str, widths: Sequence[int]) -> None:
        """Write what a chart says across the columns, in the row above it.

        LibreOffice drops a chart’s description when it saves the file again; this text stays.
        """
        self._write_across(sheet, row, text, widths, self.finding)

    def write_note(self, sheet: Worksheet, row: int, text: str, widths: Sequence[int]) -> None:
        """Write a text across the columns."""
        self._write_across(sheet, row, text, widths, self.text)

    def write_title(self, sheet: Worksheet, text: str, widths: Sequence[int]) -> None:
        """Write the title of the workbook across the columns, in the first row."""
        self._write_across(sheet, 0, text, widths, self.title)
        sheet.set_row(0, _TITLE_HEIGHT)

    def add_chart(self, sheet: Worksheet, row: int, chart: Chart, size: tuple[int, int], text: str) -> None:
        """Place a chart of a width and height in points at a row; ``text`` describes it."""
        width, height = (round(points * _PIXELS) for points in size)
        chart.set_size({"width": width, "height": height})
        # Moved with the cells, never stretched: rows above it may become higher.
        sheet.insert_chart(row, 0, chart, {"description": text, "object_position": 2})

    def _write_across(
        self, sheet: Worksheet, row: int, text: str, widths: Sequence[int], look: Format
    ) -> None:
        sheet.set_row(row, self._height([text], [sum(widths)]))
        sheet.merge_range(row, 0, row, len(widths) - 1, "", look)
        sheet.write_string(row, 0, xml_text(text), look)

    @staticmethod
    def _height(texts: Sequence[str], widths: Sequence[int]) -> float:
        lines = max(count_lines(text, width) for text, width in zip(texts, widths, strict=True))
        return min(_HIGHEST_ROW, _LINE_HEIGHT * lines + _ROW_MARGIN)

    def close(self) -> bytes:
        """Finish the file and return its bytes, with the language that XlsxWriter has no property for."""
        self.workbook.close()
        written = io.BytesIO()
        with (
            zipfile.ZipFile(self._file) as parts,
            zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as file,
        ):
            for part in parts.infolist():
                content = parts.read(part)
                if part.filename == "docProps/core.xml":
                    language = f"<dc:language>{self._language}</dc:language>".encode()
                    content = _LANGUAGE_GOES_BEFORE.sub(language, content, count=1)
                # The time of XlsxWriter’s parts is the same in every file.
                file.writestr(zipfile.ZipInfo(part.filename, part.date_time), content, zipfile.ZIP_DEFLATED)
        return written.getvalue()
