"""The program that reads an XLSX or ODS file, run in a limited process by spreadsheet.py.

It reads the file from standard input, and writes a line of JSON to standard output. It imports nothing of
this application, so that it starts quickly.
"""

import json
import posixpath
import sys
import zipfile
from collections.abc import Callable, Iterator
from datetime import date, datetime
from io import BytesIO
from typing import Any
from xml.parsers import expat

import python_calamine

# Checked before anything is unpacked: LibreOffice’s file of a full plan unpacks to 2 MB in 17 parts.
_LARGEST_CONTENT = 64_000_000
_MOST_PARTS = 1_000
# Of each sheet only this much is read; a plan has 200 actions in ten columns.
_MOST_SHEETS, _MOST_ROWS, _MOST_COLUMNS = 40, 2_000, 60
_LONGEST_ANSWER = 16_000_000

# What a cell holds that is no text, number or day.
FORMULA, ERROR, OTHER = "formula", "error", "other"

_MANIFEST = "META-INF/manifest.xml"

Marks = dict[tuple[int, int], str]


def main() -> None:
    """Answer with the sheets of the file on standard input, or with the reason why there are none."""
    sys.stdout.write(describe(sys.stdin.buffer.read()))


def describe(content: bytes) -> str:
    """Return the state and the sheets of a spreadsheet as JSON.

    The state is found, foreign, locked, large or unreadable.
    """
    try:
        with zipfile.ZipFile(BytesIO(content)) as parts:
            state = _state(parts)
            if state != "found":
                return json.dumps({"state": state})
            answer = json.dumps({"state": state, "sheets": list(_sheets(content, parts))})
    except Exception:  # calamine, zipfile and expat raise whatever a broken file provokes
        return json.dumps({"state": "unreadable"})
    return answer if len(answer) <= _LONGEST_ANSWER else json.dumps({"state": "large"})


def _state(parts: zipfile.ZipFile) -> str:
    names = set(parts.namelist())
    if len(names) > _MOST_PARTS or sum(part.file_size for part in parts.infolist()) > _LARGEST_CONTENT:
        return "large"
    # calamine says of a locked file that is no path only that it knows no such format.
    if _MANIFEST in names and b"encryption-data" in parts.read(_MANIFEST):
        return "locked"
    return "found" if names & {"xl/workbook.xml", "content.xml"} else "foreign"


def _sheets(content: bytes, parts: zipfile.ZipFile) -> Iterator[dict[str, Any]]:
    workbook = python_calamine.load_workbook(BytesIO(content))
    marks = _ods_marks(parts) if "content.xml" in parts.namelist() else _xlsx_marks(parts)
    for name in workbook.sheet_names[:_MOST_SHEETS]:
        rows = workbook.get_sheet_by_name(name).to_python(skip_empty_area=False, nrows=_MOST_ROWS)
        yield {"name": name, "rows": _rows(rows, marks.get(name, {}))}


def _rows(rows: list[list[Any]], marks: Marks) -> list[list[object]]:
    """Return the cells of rows; calamine stops before formulas whose result is empty, so they are added."""
    found = [[_value(cell) for cell in cells[:_MOST_COLUMNS]] for cells in rows]
    for (row, column), mark in marks.items():
        if row < _MOST_ROWS and column < _MOST_COLUMNS:
            found.extend([] for _ in range(row + 1 - len(found)))
            found[row].extend("" for _ in range(column + 1 - len(found[row])))
            found[row][column] = [mark]
    return found


def _value(cell: object) -> object:
    """Return a cell as JSON: text and numbers as they are, a day as a list of its kind and itself."""
    if isinstance(cell, bool):
        return [OTHER]
    if isinstance(cell, str | int | float):
        return cell
    if isinstance(cell, datetime):
        return ["day", cell.date().isoformat()]
    return ["day", cell.isoformat()] if isinstance(cell, date) else [OTHER]


class _OdsMarks:
    """The cells of each sheet of an ODS that hold a formula or an error; like rows and cells are counted."""

    def __init__(self) -> None:
        self.found: dict[str, Marks] = {}
        self._tables: list[str] = []
        self._row = self._column = 0
        self._rows = 1

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        """Note where a table, a row or a cell begins."""
        if name == "table":
            self._tables.append(attributes.get("name", ""))
            self._row = 0
        elif name == "table-row":
            self._column, self._rows = 0, int(attributes.get("number-rows-repeated", 1))
        elif name in ("table-cell", "covered-table-cell"):
            cells = int(attributes.get("number-columns-repeated", 1))
            self._mark(cells, FORMULA if "formula" in attributes else _ods_error(attributes))
            self._column += cells

    def end(self, name: str) -> None:
        """Note where a table or a row ends."""
        if name == "table":
            self._tables.pop()
        elif name == "table-row":
            self._row += self._rows

    def _mark(self, cells: int, mark: str) -> None:
        if mark and self._tables:
            marks = self.found.setdefault(self._tables[-1], {})
            for row in range(self._row, min(self._row + self._rows, _MOST_ROWS)):
                for column in range(self._column, min(self._column + cells, _MOST_COLUMNS)):
                    marks[row, column] = mark


def _ods_marks(parts: zipfile.ZipFile) -> dict[str, Marks]:
    marks = _OdsMarks()
    _parse(parts, "content.xml", marks.begin, marks.end)
    return marks.found


def _ods_error(attributes: dict[str, str]) -> str:
    return ERROR if attributes.get("value-type") == "error" else ""


def _xlsx_marks(parts: zipfile.ZipFile) -> dict[str, Marks]:
    targets: dict[str, str] = {}
    sheets: list[tuple[str, str]] = []

    def relation(name: str, attributes: dict[str, str]) -> None:
        if name == "Relationship":
            targets[attributes["Id"]] = posixpath.normpath(posixpath.join("/xl", attributes["Target"]))[1:]

    def sheet(name: str, attributes: dict[str, str]) -> None:
        if name == "sheet":
            sheets.append((attributes["name"], attributes["id"]))

    _parse(parts, "xl/_rels/workbook.xml.rels", relation)
    _parse(parts, "xl/workbook.xml", sheet)
    return {name: _xlsx_sheet_marks(parts, targets[id]) for name, id in sheets[:_MOST_SHEETS]}


def _xlsx_sheet_marks(parts: zipfile.ZipFile, part: str) -> Marks:
    found: Marks = {}
    at = {"row": -1, "column": -1}

    def begin(name: str, attributes: dict[str, str]) -> None:
        if name == "row":
            at["row"] = int(attributes.get("r", at["row"] + 2)) - 1
            at["column"] = -1
        elif name == "c":
            at["column"] = _column(attributes["r"]) if "r" in attributes else at["column"] + 1
            if attributes.get("t") == "e":
                found[at["row"], at["column"]] = ERROR
        elif name == "f":
            found[at["row"], at["column"]] = FORMULA

    _parse(parts, part, begin)
    return found


def _column(reference: str) -> int:
    """Return the column of a reference: of ``B7`` it is 1."""
    number = 0
    for letter in reference.rstrip("0123456789"):
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _parse(
    parts: zipfile.ZipFile,
    part: str,
    begin: Callable[[str, dict[str, str]], None],
    end: Callable[[str], None] = lambda name: None,
) -> None:
    """Call ``begin`` and ``end`` with the elements of a part, their names and attributes without prefixes."""
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda name, attributes: begin(_local(name), _without_prefixes(attributes))
    parser.EndElementHandler = lambda name: end(_local(name))
    parser.StartDoctypeDeclHandler = _refuse
    parser.Parse(parts.read(part), True)


def _refuse(*_declaration: object) -> None:
    raise ValueError("no spreadsheet declares a document type")


def _without_prefixes(attributes: dict[str, str]) -> dict[str, str]:
    return {_local(name): value for name, value in attributes.items()}


def _local(name: str) -> str:
    return name.rpartition(":")[2]


if __name__ == "__main__":
    main()
