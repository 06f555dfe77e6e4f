"""What both spreadsheets of a plan hold."""

from collections.abc import Callable
from datetime import date

import pytest

from app.exchange.plan_files import plan_ods
from app.exchange.workbook.book import Book
from app.exchange.workbook.plan_sheet import add_plan_sheets
from app.maturity.text import Language
from tests.exchange.plan_files.build import HOSTILE, MADE_ON, PLAN, wording
from tests.exchange.plan_files.sheets import read_rows

Writes = Callable[[Language], bytes]


def ods(language: Language) -> bytes:
    return plan_ods.write(PLAN, wording(language), MADE_ON)


def xlsx(language: Language) -> bytes:
    book = Book("Plan", language, MADE_ON)
    add_plan_sheets(book, PLAN, wording(language))
    return book.close()


@pytest.mark.parametrize("write", [ods, xlsx])
def test_the_plan_in_english(write: Writes) -> None:
    found = read_rows(write("en"))

    assert found[0] == [
        *("Practice", "Action", "Owner role", "Person", "Due date"),
        *("State", "Note", "Done on", "Id", "Revision"),
    ]
    assert found[2] == ["", HOSTILE, "", "+44 20 7946 0000", "", "To do", "-1\n=1+1", "", "free", "0"]
    assert found[3] == [
        *("Q9 (no longer asked)", "007", "", "", date(2027, 2, 28)),
        *("Done", "", date(2027, 1, 5), "gone", "0"),
    ]
    assert len(found) == 5


@pytest.mark.parametrize(("write", "above_the_list"), [(ods, []), (xlsx, [["État"]])])
def test_the_plan_in_french(write: Writes, above_the_list: list[list[str]]) -> None:
    found = read_rows(write("fr"))

    assert found[0][4:6] == ["Échéance", "État"]
    assert [row[5] for row in found[1:]] == ["En cours", "À faire", "Fait", "Abandonné"]
    choices = [["À faire"], ["En cours"], ["Fait"], ["Abandonné"]]
    assert read_rows(write("fr"), "Listes") == above_the_list + choices
