"""An edited plan comes back: what would change is shown, and stored when the owner says so."""

import csv
import io
from collections.abc import Callable

import pytest

from app.exchange.plan_files.cell_text import unguard
from tests.exchange.plan_import.build import DUE, ID, NOTE, PERSON, STATE, TITLE
from tests.web.plan.planner import Planner

Rows = list[list[str]]
# What becomes of “Brief the guards”.
BRIEFED = {"person": "Paul", "due": "", "state": "doing", "note": "=1+1 <b>"}


def edited(planner: Planner, change: Callable[[Rows], object]) -> bytes:
    """Return the plan as CSV with changed rows."""
    text = planner.plan_file().decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    change(rows)
    written = io.StringIO(newline="")
    csv.writer(written).writerows(rows)
    return written.getvalue().encode()


def row_of(rows: Rows, title: str) -> list[str]:
    return next(row for row in rows if row[TITLE] == title)


def brief(rows: Rows) -> None:
    row = row_of(rows, "Brief the guards")
    row[PERSON], row[STATE], row[NOTE] = "Paul", "Doing", "=1+1 <b>"


def test_the_page_shows_what_would_change_and_stores_nothing(owner: Planner) -> None:
    owner.imports(edited(owner, brief))

    assert owner.status == 200
    assert "Brief the guards" in owner.text
    assert "Now: Zoé In the file: Paul" in owner.text
    assert "Now: To do In the file: Doing" in owner.text
    assert "In the file: =1+1 <b>" in owner.text
    assert "Rows that change nothing: 2." in owner.text
    owner.visits("plan")
    assert owner.row("Brief the guards")["person"] == "Zoé"


def test_the_page_names_the_number_of_rows_that_are_read(owner: Planner) -> None:
    assert "Only the first 2,000 rows of a sheet are read." in owner.visits("plan/import").text


def test_a_file_that_cannot_be_compared_is_not_said_to_change_nothing(owner: Planner) -> None:
    owner.imports(edited(owner, lambda rows: [row.pop(NOTE) for row in rows]))

    assert owner.status == 422
    assert "The column Note is missing." in owner.text
    assert "What would change" not in owner.text


def test_what_the_owner_confirms_is_stored_and_nothing_else(owner: Planner) -> None:
    owner.imports(edited(owner, brief)).confirms()

    assert "Your changes are saved." in owner.text
    assert owner.row("Brief the guards") == BRIEFED
    assert owner.row("Write the policy")["person"] == "Ines"
    assert owner.row("Write the policy")["due"] == "1 March 2020"


@pytest.mark.parametrize("name", ["plan.csv", "plan.ods", "workbook.xlsx"])
def test_a_file_as_it_was_downloaded_changes_nothing(owner: Planner, name: str) -> None:
    owner.imports(owner.plan_file(name))

    assert "Nothing: the plan already says what the file says." in owner.text
    assert "Change the plan" not in owner.text


def test_a_new_row_becomes_an_action_once(owner: Planner) -> None:
    def change(rows: Rows) -> None:
        rows.append(["", "Ask the board", "", "Ines", "2030-05-06", "", "", "", "", ""])

    owner.imports(edited(owner, change))
    assert "New action: Ask the board" in owner.text
    shown = owner.proposal()
    owner.confirms()
    assert owner.row("Ask the board") == {"person": "Ines", "due": "6 May 2030", "state": "to_do", "note": ""}

    # The same page again, as after Back.
    owner.confirms(shown)
    assert "The plan is as it was." in owner.text
    assert owner.titles().count("Ask the board") == 1


def test_faults_are_named_and_nothing_can_be_confirmed(owner: Planner) -> None:
    def change(rows: Rows) -> None:
        brief(rows)
        row_of(rows, "Write the policy")[DUE] = "30/02/2030"
        row_of(rows, "Close the account")[NOTE] = ""

    owner.imports(edited(owner, change))

    assert owner.status == 422
    assert owner.errors() == [
        "Row 2, column E (Due date): “30/02/2030” is a date that does not exist.",
        "Row 4, column G (Note): An action that is dropped needs its reason in the note.",
    ]
    assert "Nothing has been changed yet." in owner.text
    assert "In the file: Paul" in owner.text
    assert "Change the plan" not in owner.text


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "This file is empty."),
        (b"%PDF-1.7", "This is not a spreadsheet that this service can read."),
        (b"a,b\n1,2", "No sheet has the headings of a plan"),
    ],
)
def test_what_is_no_plan_is_refused(owner: Planner, content: bytes, sentence: str) -> None:
    owner.imports(content)

    assert owner.status == 422
    assert sentence in owner.errors()[0]


def test_a_form_without_a_file_asks_for_one(owner: Planner) -> None:
    owner.visits("plan/import").sends({})

    assert owner.status == 422
    assert owner.errors() == ["Choose the edited plan"]


def test_a_plan_changed_while_the_page_was_open_is_not_overwritten(owner: Planner) -> None:
    owner.imports(edited(owner, brief))
    shown = owner.proposal()
    owner.changes({"Brief the guards": {"note": "Changed meanwhile"}})

    owner.confirms(shown)

    assert owner.status == 409
    assert "Changed here in the meantime" in owner.text
    assert "Now: Changed meanwhile In the file: =1+1 <b>" in owner.text
    owner.confirms()
    assert "The plan is as it was." in owner.text
    assert owner.row("Brief the guards")["note"] == "Changed meanwhile"


def test_an_action_changed_since_the_download_is_changed_by_a_tick_alone(owner: Planner) -> None:
    content = edited(owner, brief)
    id = unguard(next(row for row in csv.reader(io.StringIO(content.decode())) if "Paul" in row)[ID])
    owner.changes({"Brief the guards": {"note": "Changed meanwhile"}})

    owner.imports(content)
    assert "These actions were changed here after the file was downloaded." in owner.text
    shown = owner.proposal()
    owner.confirms()
    assert owner.row("Brief the guards")["person"] == "Zoé"

    owner.confirms(shown, replace=(id,))
    assert owner.row("Brief the guards") == BRIEFED


@pytest.mark.parametrize("proposed", ["", "{}", "[]", '{"language":"en","actions":[{"id":1}]}', "[" * 9_000])
def test_a_form_that_arrives_changed_stores_nothing(owner: Planner, proposed: str) -> None:
    owner.imports(edited(owner, brief))

    owner.posts({"csrf_token": owner.token(), "proposed": proposed})

    assert owner.status == 422
    assert owner.errors() == ["The form arrived incomplete. Choose the file again."]
    assert owner.visits("plan").row("Brief the guards")["person"] == "Zoé"


def test_a_form_of_another_page_stores_nothing(owner: Planner) -> None:
    owner.imports(edited(owner, brief))

    owner.confirms({**owner.proposal(), "csrf_token": "x"})

    assert owner.status == 422
    assert owner.visits("plan").row("Brief the guards")["person"] == "Zoé"


def test_a_full_plan_of_long_texts_comes_back_through_the_page(owner: Planner) -> None:
    def change(rows: Rows) -> None:
        note = "Élan « à » 〜 " * 71
        rows += [
            ["", f"Action {n} " + "é" * 480, "", "ë" * 100, "", "", note, "", "", ""] for n in range(197)
        ]

    owner.imports(edited(owner, change)).confirms()

    assert "Your changes are saved." in owner.text
    assert len(owner.titles()) == 200
    owner.imports(owner.plan_file("plan.ods"))
    assert "Rows that change nothing: 200." in owner.text


def test_the_page_is_in_french_and_reads_a_french_file(owner: Planner) -> None:
    owner.imports(edited(owner, brief))
    owner.language = "fr"

    owner.imports(owner.plan_file())

    assert owner.errors() == []
    assert "Rien : le plan et le fichier disent la même chose." in owner.text


def test_a_request_larger_than_the_page_takes_is_told_the_limit_of_the_page(owner: Planner) -> None:
    owner.imports(b" " * 8_000_001)
    assert owner.errors() == ["The file is larger than 8 MB."]

    owner.imports(b" " * 9_000_000)
    assert owner.status == 413
    assert "This page takes at most 8 MB." in owner.text
