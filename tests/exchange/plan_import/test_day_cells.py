"""Days as spreadsheets write them in a CSV."""

from datetime import date

import pytest

from app.maturity.text import Language
from tests.exchange.plan_import.build import DUE, Table, edited_csv, faults, read

NEW_YEARS_EVE = date(2027, 12, 31)


def due_days(*texts: str, language: Language = "en") -> list[date | None]:
    """Return the due days in a CSV with these texts, of a file without a fault."""

    def change(table: Table) -> None:
        for row, text in zip(table[1:], texts, strict=False):
            row[DUE] = text

    found = read(edited_csv(change, language=language))
    assert [each.text(str) for each in found.faults] == []
    return [each.after.due for each in found.changes]


@pytest.mark.parametrize(
    "text",
    [
        *("2027-12-31", "2027/12/31", "2027.12.31", "31/12/2027", "31.12.2027", "31-12-2027", "12/31/2027"),
        *("31/12/27", "31.12.27", "31. 12. 2027", " 2027-12-31 ", "2027-12-31 00:00:00", "31/12/2027 0:00"),
    ],
)
def test_a_day_in_the_forms_of_many_countries(text: str) -> None:
    assert due_days(text) == [NEW_YEARS_EVE]


@pytest.mark.parametrize(
    "text", ["31/12", "12/2027", "31 December 2027", "2027-W05-1", "31/12/2027 14:30", "tbc"]
)
def test_what_is_no_whole_day_is_refused(text: str) -> None:
    (fault,) = faults(edited_csv(lambda table: table[1].__setitem__(DUE, text)))

    assert "is not a date" in fault


def test_a_french_file_writes_the_day_first() -> None:
    assert due_days("03/04/2027", language="fr") == [date(2027, 4, 3)]


def test_another_day_of_the_file_shows_the_order() -> None:
    assert due_days("03/04/2027", "31/12/2027") == [date(2027, 4, 3), NEW_YEARS_EVE]
    assert due_days("03/04/2027", "12/31/2027") == [date(2027, 3, 4), NEW_YEARS_EVE]
    assert due_days("05/05/2027") == [date(2027, 5, 5)]


def test_days_that_contradict_each_other_show_no_order() -> None:
    def change(table: Table) -> None:
        table[1][DUE], table[2][DUE], table[3][DUE] = "31/12/2027", "12/31/2027", "03/04/2027"

    assert [each.split(": ")[1] for each in faults(edited_csv(change))] == [
        "“03/04/2027” can be 2027-04-03 or 2027-03-04. Write the one that is meant."
    ]


def test_an_american_day_in_a_french_file_is_read_by_itself_and_makes_the_others_doubtful() -> None:
    def change(table: Table) -> None:
        table[1][DUE], table[2][DUE] = "12/31/2027", "03/04/2027"

    assert len(faults(edited_csv(change, language="fr"))) == 1
