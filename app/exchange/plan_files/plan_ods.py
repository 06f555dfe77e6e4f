"""plan.ods: the same rows as the workbook’s sheet of the plan, for LibreOffice.

It is filled into the parts in ``ods``: no library of Python writes equal bytes twice (docs/dependencies.md).
"""

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from string import Template, ascii_uppercase
from xml.sax.saxutils import escape, quoteattr

from app.exchange.plan_files.columns import (
    COLUMNS,
    FORMAT,
    FORMAT_VERSION,
    Cell,
    PlanColumn,
    headings,
    typed_cells,
)
from app.exchange.sheet_text import count_lines, xml_text
from app.maturity.plan.action import FIRST_DUE, LAST_DUE, STATES, Action
from app.maturity.plan.plan import ACTION_LIMIT
from app.translations.plan_words import STATE_NAMES
from app.translations.wording import Wording

_MIME = "application/vnd.oasis.opendocument.spreadsheet"
_PARTS = Path(__file__).parent / "ods"
# A zip holds no earlier day; LibreOffice writes it too.
_DAY_OF_PARTS = (1980, 1, 1, 0, 0, 0)
_CHARACTER_MM = 2.2
# XML takes several spaces for one, and drops those at the ends of a paragraph.
_SPACES = re.compile("^ +| +$|  +")
# LibreOffice’s own heights are those of the screen: on paper, where lines wrap elsewhere, they cut text.
_LINE_MM, _ROW_MARGIN_MM = 4.6, 1.4


def write(
    actions: Iterable[Action], wording: Wording, made_on: date, columns: Sequence[PlanColumn] = COLUMNS
) -> bytes:
    """Write the plan in its order.

    ``made_on`` is the day of completion or, before it, of the assessment’s beginning, never that of the
    download.
    """
    _ = wording._
    rows = [typed_cells(action, wording, columns) for action in actions]
    values = {
        "title": escape(_("Action plan")),
        "language": wording.language,
        "country": "FR" if wording.language == "fr" else "GB",
        "made_on": made_on.isoformat(),
        "format": FORMAT,
        "version": FORMAT_VERSION,
        # Two words without a space or a sign, so that they need no quotes in a range.
        "sheet": _("Plan"),
        "lists": _("Lists"),
        "columns": "".join(_column(place) for place in range(len(columns))),
        "column_styles": "".join(_column_style(place, each.width) for place, each in enumerate(columns)),
        "head": "".join(_text_cell(heading, "heading") for heading in headings(wording, columns)),
        "rows": "".join(_row(row, columns) for row in rows),
        "row_styles": "".join(_row_style(lines) for lines in sorted({_lines(row, columns) for row in rows})),
        "rows_to_fill": _rows_to_fill(ACTION_LIMIT - len(rows), columns),
        "last_row": max(len(rows), 1) + 1,
        # Id and revision, the last two, are for programs and stay off paper.
        "last_printed": ascii_uppercase[len(columns) - 3],
        "last_column": ascii_uppercase[len(columns) - 1],
        "states": "".join(
            f"<table:table-row>{_text_cell(_(STATE_NAMES[each]))}</table:table-row>" for each in STATES
        ),
        "state_rule": quoteattr(f"of:cell-content-is-in-list([${_('Lists')}.$A$1:.$A${len(STATES)}])"),
        "state_message": escape(_("Choose a state from the list.")),
        "due_rule": quoteattr(
            f"of:cell-content-is-date() and cell-content-is-between({_serial(FIRST_DUE)},{_serial(LAST_DUE)})"
        ),
        "due_message": escape(_("Type a date, for example %(day)s.") % {"day": "2027-01-31"}),
    }
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as file:
        # Programs look for the type at the beginning of the file, uncompressed.
        file.writestr(zipfile.ZipInfo("mimetype", _DAY_OF_PARTS), _MIME, zipfile.ZIP_STORED)
        for name in ("META-INF/manifest.xml", "content.xml", "meta.xml", "settings.xml", "styles.xml"):
            template = Template((_PARTS / Path(name).name).read_text("utf-8"))
            content = template.substitute(values)
            file.writestr(zipfile.ZipInfo(name, _DAY_OF_PARTS), content, zipfile.ZIP_DEFLATED)
    return written.getvalue()


def _serial(day: date) -> int:
    """Return the number by which spreadsheets count a day."""
    return (day - date(1899, 12, 30)).days


def _column(place: int) -> str:
    return f'<table:table-column table:style-name="column{place}"/>'


def _column_style(place: int, width: int) -> str:
    return (
        f'<style:style style:name="column{place}" style:family="table-column">'
        f'<style:table-column-properties style:column-width="{width * _CHARACTER_MM:.1f}mm"/></style:style>'
    )


def _lines(row: Sequence[Cell], columns: Sequence[PlanColumn]) -> int:
    return max(count_lines(str(cell), column.width) for cell, column in zip(row, columns, strict=True))


def _row_style(lines: int) -> str:
    height = lines * _LINE_MM + _ROW_MARGIN_MM
    return (
        f'<style:style style:name="row{lines}" style:family="table-row">'
        f'<style:table-row-properties style:row-height="{height:.1f}mm"'
        ' style:use-optimal-row-height="false"/></style:style>'
    )


def _row(row: Sequence[Cell], columns: Sequence[PlanColumn]) -> str:
    written = "".join(_cell(cell, column.key) for cell, column in zip(row, columns, strict=True))
    return f'<table:table-row table:style-name="row{_lines(row, columns)}">{written}</table:table-row>'


def _cell(cell: Cell, key: str) -> str:
    if isinstance(cell, date):
        value = f'office:value-type="date" office:date-value="{cell.isoformat()}"'
        return (
            f"<table:table-cell {_look(key)} {value}><text:p>{cell.isoformat()}</text:p></table:table-cell>"
        )
    return _text_cell(cell, "text", _rule(key)) if cell else _empty_cell(key)


def _rows_to_fill(count: int, columns: Sequence[PlanColumn]) -> str:
    """Return empty rows for the actions that a plan can still take, so that the rules hold there too."""
    if not count:
        return ""
    empty = "".join(_empty_cell(column.key) for column in columns)
    return f'<table:table-row table:number-rows-repeated="{count}">{empty}</table:table-row>'


def _look(key: str) -> str:
    return f'table:style-name="{"day" if key in ("due", "done_on") else "text"}"{_rule(key)}'


def _rule(key: str) -> str:
    return f' table:content-validation-name="{key}"' if key in ("due", "state") else ""


def _empty_cell(key: str) -> str:
    return f"<table:table-cell {_look(key)}/>"


def _text_cell(text: str, style: str = "text", rule: str = "") -> str:
    paragraphs = "".join(f"<text:p>{_spaced(line)}</text:p>" for line in text.split("\n"))
    return (
        f'<table:table-cell table:style-name="{style}"{rule} office:value-type="string">'
        f"{paragraphs}</table:table-cell>"
    )


def _spaced(line: str) -> str:
    """Return a line as XML, with an element for each run of spaces that a reader would take for one."""
    return _SPACES.sub(lambda run: f'<text:s text:c="{len(run[0])}"/>', escape(xml_text(line)))
