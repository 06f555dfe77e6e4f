"""The cells of a spreadsheet that a person chose: XLSX and ODS in a process of their own, CSV here."""

import json
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

from app.exchange.importing import file_kinds
from app.exchange.limited import limited_process
from app.exchange.limited.limited_process import LimitedProcessError
from app.exchange.plan_import import csv_sheet
from app.exchange.plan_import.cell_faults import PlanFileError
from app.translations import N_

# A full plan with every text at its limit is 1.3 MB as CSV; a person may have put pictures into a workbook.
MAX_BYTES = 8_000_000

_PROGRAM = Path(__file__).with_name("sheet_process.py")

_TOO_LARGE = N_("The file is larger than %(limit)d MB.")
_REFUSED = {
    "large": N_(
        "This file is too large once it is unpacked. Choose the plan that you downloaded and edited, or a"
        " file with the plan alone."
    ),
    "locked": N_("This file opens only with a password. Save it without one, and choose that copy."),
    "unreadable": N_(
        "This file is damaged or is not a spreadsheet. Open it in a spreadsheet program and save it again."
    ),
    "foreign": csv_sheet.FOREIGN,
}
_EMPTY = N_("This file is empty.")
_OLD_EXCEL = N_(
    "This file comes from an old version of Excel, or opens only with a password. Save it as XLSX without a"
    " password."
)


class Unusable(StrEnum):
    """What a cell holds that is no text, number or day."""

    FORMULA = "formula"
    ERROR = "error"
    OTHER = "other"


Cell = str | float | date | Unusable


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its name, empty for a CSV, and its rows from the first on, each with its cells.

    ``encoding`` is that of a CSV which can hold but few letters, else empty.
    """

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    encoding: str = ""


def read_sheets(data: bytes) -> tuple[Sheet, ...]:
    """Return the sheets of a file, or raise PlanFileError."""
    if len(data) > MAX_BYTES:
        raise PlanFileError(_TOO_LARGE, limit=MAX_BYTES // 1_000_000)
    if not data.strip():
        raise PlanFileError(_EMPTY)
    if data.startswith(b"PK"):
        return _read_in_process(data)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise PlanFileError(_OLD_EXCEL)
    if file_kinds.is_pdf(data):
        raise PlanFileError(csv_sheet.FOREIGN)
    rows, encoding = csv_sheet.read(data)
    return (Sheet("", rows, encoding),)


def _read_in_process(data: bytes) -> tuple[Sheet, ...]:
    try:
        answer = limited_process.run(_PROGRAM, data)
    except LimitedProcessError:
        raise PlanFileError(_REFUSED["unreadable"]) from None
    described = json.loads(answer)
    if described["state"] != "found":
        raise PlanFileError(_REFUSED[described["state"]])
    return tuple(
        Sheet(sheet["name"], tuple(tuple(map(_cell, row)) for row in sheet["rows"]))
        for sheet in described["sheets"]
    )


def _cell(value: Any) -> Cell:  # noqa: ANN401  # what sheet_process writes
    if not isinstance(value, list):
        return value if isinstance(value, str) else float(value)
    return date.fromisoformat(value[1]) if value[0] == "day" else Unusable(value[0])
