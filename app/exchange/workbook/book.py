"""An XLSX file that is being written: its properties, its formats and the set-up of its sheets.

Text is always written as text: nothing that was typed becomes a formula, a number or a link.
"""

import io
import re
import zipfile
from collections.abc import Sequence
from datetime import date, datetime, time

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from app.exchange.plan_files.columns import FORMAT, FORMAT_VERSION
from app.exchange.sheet_text import count_lines, xml_text
from app.maturity.text import Language

# Excel’s own limits: the height of a row in points, and the letters of a message.
_HIGHEST_ROW = 408.75
# Points that are whole pixels too.
_LINE_HEIGHT, _ROW_MARGIN = 12.75, 4.5
_A4 = 9
_HAIR = 7
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
    # Every system has this typeface or one of the same widths, so that rows are as high as is counted here.
    "default_format_properties": {"font_name": "Arial", "font_size": 10, "valign": "top"},
}
_LANGUAGE_GOES_BEFORE = re.compile(rb"(?=<dcterms:created)")


class Book:
    """A workbook of one language that is written sheet by sheet; ``close`` returns its bytes.

    ``made_on`` is the day of completion or, before it, of the assessment’s beginning, never that of the
    download.
    """

    def __init__(self, title: str, language: Language, made_on: date) -> None:
        self._language = language
        self._file = io.BytesIO()
        self.workbook = xlsxwriter.Workbook(self._file, _OPTIONS)
        created = datetime.combine(made_on, time())
        self.workbook.set_properties({"title": title, "author": "Muster", "created": created})
        # Text, because LibreOffice turns a number 1 into 1.0.
        self.workbook.set_custom_property("muster-format", FORMAT, "text")
        self.workbook.set_custom_property("muster-format-version", FORMAT_VERSION, "text")
        self.heading = self.workbook.add_format({"bold": True, "text_wrap": True, "bottom": 1})
        line = {"bottom": _HAIR, "bottom_color": "#808080"}
        self.text = self.workbook.add_format({"text_wrap": True, **line})
        self.day = self.workbook.add_format({"num_format": "yyyy-mm-dd", "align": "left", **line})

    def add_sheet(self, name: str, widths: Sequence[int], *, frozen_columns: int = 0) -> Worksheet:
        """Add a sheet with a heading row that stays in sight and is repeated on paper, as wide as a page."""
        sheet = self.workbook.add_worksheet(name)
        for place, width in enumerate(widths):
            sheet.set_column(place, place, width)
        sheet.freeze_panes(1, frozen_columns)
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        sheet.set_footer("&L&A&R&P / &N")
        return sheet

    def write_row(
        self, sheet: Worksheet, row: int, cells: Sequence[str | date], widths: Sequence[int]
    ) -> None:
        """Write a row of texts and days, as high as its longest text needs.

        LibreOffice prints a wrapped text over the next row if the row has no height of its own.
        """
        lines = max(count_lines(str(cell), width) for cell, width in zip(cells, widths, strict=True))
        sheet.set_row(row, min(_HIGHEST_ROW, _LINE_HEIGHT * lines + _ROW_MARGIN))
        for place, cell in enumerate(cells):
            if isinstance(cell, date):
                sheet.write_datetime(row, place, datetime.combine(cell, time()), self.day)
            elif cell:
                sheet.write_string(row, place, xml_text(cell), self.text)
            else:
                sheet.write_blank(row, place, None, self.text)

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
