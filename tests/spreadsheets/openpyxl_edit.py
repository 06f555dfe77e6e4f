"""Edit a workbook with openpyxl; run by the Python of a virtual environment of its own."""

import json
import sys
from datetime import date
from pathlib import Path
from typing import Any


def main(file: Path, edits: Path, saved: Path) -> None:
    """Open a workbook, change cells by id and column, remove rows, add one, and save it."""
    from openpyxl import load_workbook  # type: ignore[import-untyped]  # only the trial installs it

    described: dict[str, Any] = json.loads(edits.read_text("utf-8"))
    workbook = load_workbook(file)
    sheet, places = workbook["Plan"], described["places"]

    def row_of(id: str) -> int:
        found: int = next(cells[places["id"]].row for cells in sheet.rows if cells[places["id"]].value == id)
        return found

    for id, key, text in described["texts"]:
        cell = sheet.cell(row_of(id), places[key] + 1)
        cell.value = text or None
        # openpyxl takes a text that begins with = for a formula.
        cell.data_type = "s" if text else "n"
    for id, key, day in described["days"]:
        sheet.cell(row_of(id), places[key] + 1).value = date.fromisoformat(day)
    for id in described["removed"]:
        sheet.delete_rows(row_of(id))
    sheet.cell(sheet.max_row + 1, places["title"] + 1).value = described["new_title"]
    sheet.cell(sheet.max_row, places["person"] + 1).value = "Ana"
    workbook.save(saved)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
