"""Readers of spreadsheets: calamine, which shares no code with the writers, and the parts of the file."""

import io
import zipfile
from datetime import date

import python_calamine

from app.exchange.plan_files.cell_text import guard_mark
from app.exchange.plan_files.columns import COLUMNS
from app.maturity.plan.action import Action

Row = list[object]


def read_rows(content: bytes, sheet: str = "Plan") -> list[Row]:
    """Return the cells of a sheet of an XLSX or ODS file, days as dates, empty cells as empty texts."""
    workbook = python_calamine.load_workbook(io.BytesIO(content))
    return [list(row) for row in workbook.get_sheet_by_name(sheet).to_python()]


def read_part(content: bytes, name: str) -> str:
    """Return the text of one part of a zip file."""
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        return file.read(name).decode()


def read_fields(content: bytes) -> list[tuple[object, ...]]:
    """Return title, person, due day, note, day of doing and id of each row."""
    places = {column.key: place for place, column in enumerate(COLUMNS)}
    keys = ("title", "person", "due", "note", "done_on", "id")
    return [tuple(row[places[key]] for key in keys) for row in read_rows(content)[1:]]


def fields_as_cells(action: Action) -> tuple[object, ...]:
    """Return the same fields of an action as a spreadsheet holds them: a typed apostrophe may be doubled."""
    due: date | str = action.due or ""
    title, person, note = map(guard_mark, (action.title, action.person, action.note))
    return title, person, due, note, action.done_on or "", action.id
