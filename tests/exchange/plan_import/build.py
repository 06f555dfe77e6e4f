"""Edited plans: files as spreadsheets save them, and what is read from them."""

import csv
import io
import zipfile
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import xlsxwriter

from app.exchange.plan_files import plan_csv, plan_ods
from app.exchange.plan_files.columns import COLUMNS, cells, headings
from app.exchange.plan_import import edited_plan
from app.exchange.plan_import.edited_plan import EditedPlan
from app.exchange.workbook.book import Book
from app.exchange.workbook.plan_sheet import add_plan_sheets
from app.maturity.plan.action import Action
from app.maturity.text import Language
from tests.exchange.plan_files.build import MADE_ON, wording
from tests.maturity.plan.build import an_action

TODAY = date(2026, 11, 30)
PLAN = (
    an_action("a1", title="Write the policy", person="Zoé", due=date(2026, 12, 31), revision=3),
    an_action("a2", title="Train the team", note="One\nTwo", state="doing", practice="G1"),
    an_action("a3", title="Close the account", state="done", done_on=date(2026, 11, 5)),
)
TITLE, PERSON, DUE, STATE, NOTE, ID, REVISION = 1, 3, 4, 5, 6, 8, 9
# Rows of texts and of whatever else a spreadsheet holds.
Table = list[list[Any]]
Change = Callable[[Table], object]


def xlsx(plan: Sequence[Action] = PLAN, language: Language = "en") -> bytes:
    """Return the plan as the workbook has it."""
    book = Book("Plan", language, MADE_ON)
    add_plan_sheets(book, plan, wording(language))
    return book.close()


def ods(plan: Sequence[Action] = PLAN, language: Language = "en") -> bytes:
    """Return the plan as plan.ods has it."""
    return plan_ods.write(plan, wording(language), MADE_ON)


def csv_file(plan: Sequence[Action] = PLAN, language: Language = "en") -> bytes:
    """Return the plan as plan.csv has it."""
    return plan_csv.write(plan, wording(language))


def rows(plan: Sequence[Action] = PLAN, language: Language = "en") -> Table:
    """Return the cells of the plan with its headings."""
    words = wording(language)
    return [list(headings(words, COLUMNS)), *(list(cells(action, words, COLUMNS)) for action in plan)]


def edited(change: Change, plan: Sequence[Action] = PLAN, language: Language = "en") -> bytes:
    """Return a workbook with changed rows; a day is written as one, and ``=1+1`` as a formula."""
    table = rows(plan, language)
    change(table)
    return workbook(("Plan", table))


def workbook(*sheets: tuple[str, Table]) -> bytes:
    """Return a workbook of some sheets."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True, "default_date_format": "dd/mm/yyyy"})
    for name, table in sheets:
        sheet = book.add_worksheet(name)
        for number, row in enumerate(table):
            sheet.write_row(number, 0, row)
    book.close()
    return file.getvalue()


def edited_csv(
    change: Change, separator: str = ",", encoding: str = "utf-8-sig", language: Language = "en"
) -> bytes:
    """Return a CSV with changed rows, written as a spreadsheet does: quoted only where it must be."""
    table = rows(PLAN, language)
    change(table)
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=separator).writerows(table)
    return text.getvalue().encode(encoding, "replace")


def with_part(content: bytes, name: str, old: str, new: str) -> bytes:
    """Return a zip file with other words in one of its parts."""
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as parts,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as changed,
    ):
        for part in parts.infolist():
            text = parts.read(part)
            if part.filename == name:
                assert old.encode() in text
                text = text.replace(old.encode(), new.encode())
            changed.writestr(part.filename, text)
    return file.getvalue()


def read(content: bytes, plan: Sequence[Action] = PLAN, language: Language = "en") -> EditedPlan:
    return edited_plan.read(content, tuple(plan), language, TODAY)


def changes(content: bytes, plan: Sequence[Action] = PLAN) -> list[tuple[str, dict[str, object]]]:
    """Return the changed fields of each action by its id, of a file without a fault."""
    found = read(content, plan)
    assert [each.text(str) for each in found.faults] == []
    return [
        (each.after.id, {name: getattr(each.after, name) for name in each.changed_fields})
        for each in found.changes
    ]


def faults(content: bytes, plan: Sequence[Action] = PLAN) -> list[str]:
    """Return the English sentences on a file."""
    return [each.text(str) for each in read(content, plan).faults]
