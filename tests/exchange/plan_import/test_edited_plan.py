"""What an edited plan changes, and nothing else."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.maturity.plan.action import Action
from app.maturity.text import LANGUAGES, Language
from tests.exchange.plan_import.build import (
    DUE,
    ID,
    NOTE,
    PERSON,
    PLAN,
    REVISION,
    STATE,
    TITLE,
    Table,
    changes,
    csv_file,
    edited,
    edited_csv,
    ods,
    read,
    rows,
    workbook,
    xlsx,
)
from tests.maturity.plan.build import an_action, plans

Writes = Callable[[Sequence[Action], Language], bytes]
KINDS: list[Writes] = [xlsx, ods, csv_file]


@settings(max_examples=25)
@given(plans(), st.sampled_from(KINDS), st.sampled_from(LANGUAGES))
def test_a_file_as_it_was_downloaded_changes_nothing(
    plan: tuple[Action, ...], write: Writes, language: Language
) -> None:
    found = read(write(plan, language), plan)

    assert (found.changes, found.faults, found.unchanged) == ((), (), len(plan))


@settings(max_examples=25)
@given(plans(), plans(), st.sampled_from(KINDS), st.sampled_from(LANGUAGES))
def test_the_file_of_one_plan_turns_another_of_the_same_ids_into_it(
    old: tuple[Action, ...], new: tuple[Action, ...], write: Writes, language: Language
) -> None:
    plan = old[: len(new)]
    there = tuple(
        replace(each, revision=old[number].revision) for number, each in enumerate(new[: len(plan)])
    )

    found = read(write(there, language), plan)

    assert not found.faults
    after = {each.id: each for each in plan} | {each.after.id: each.after for each in found.changes}
    fields = ("title", "person", "due", "state", "note")
    assert [[getattr(after[each.id], name) for name in fields] for each in there] == [
        [getattr(each, name) for name in fields] for each in there
    ]
    assert all(each.changed_fields for each in found.changes)


@pytest.mark.parametrize("write", KINDS)
def test_an_apostrophe_before_a_number_comes_back(write: Writes) -> None:
    typed = an_action("a1", title="'007", note="''=A")

    found = read(write((typed,), "en"), (replace(typed, title="Write it", note="Ask Ana"),))

    assert [(each.after.title, each.after.note) for each in found.changes] == [("'007", "''=A")]


def test_each_field_can_be_changed() -> None:
    def change(table: Table) -> None:
        table[1][TITLE], table[1][PERSON], table[1][DUE] = "Write it", "Ana, Bo", date(2027, 1, 5)
        table[2][STATE], table[2][NOTE] = "Done", "One\nThree"

    assert changes(edited(change)) == [
        ("a1", {"title": "Write it", "person": "Ana, Bo", "due": date(2027, 1, 5)}),
        ("a2", {"state": "done", "note": "One\nThree"}),
    ]


def test_a_state_that_leaves_done_has_no_day_of_doing_and_a_new_one_has_today() -> None:
    def change(table: Table) -> None:
        table[2][STATE], table[3][STATE] = "Done", "To do"

    found = read(edited(change))

    assert [each.after.done_on for each in found.changes] == [date(2026, 11, 30), None]
    assert [each.after.revision for each in found.changes] == [1, 1]


def test_what_is_emptied_is_empty() -> None:
    def change(table: Table) -> None:
        table[1][PERSON], table[1][DUE], table[2][NOTE] = "", "", ""

    assert changes(edited(change)) == [("a1", {"person": "", "due": None}), ("a2", {"note": ""})]


def test_rows_may_be_sorted_and_removed_and_columns_moved() -> None:
    def change(table: Table) -> None:
        del table[2]
        table[1:] = table[:0:-1]
        table[1][NOTE] = "Closed"
        for row in table:
            row.reverse()

    found = read(edited(change))

    assert changes(edited(change)) == [("a3", {"note": "Closed"})]
    assert (found.unchanged, found.absent) == (1, 1)


def test_headings_and_states_may_be_of_the_other_language_or_of_both() -> None:
    def change(table: Table) -> None:
        table[0][DUE] = " DUE DATE "
        table[1][STATE], table[2][STATE], table[3][STATE] = "doing", "a faire", "FAIT"

    assert changes(edited(change, language="fr")) == [("a1", {"state": "doing"}), ("a2", {"state": "to_do"})]


def test_a_new_title_is_in_the_language_of_the_headings() -> None:
    found = read(edited(lambda table: table[1].__setitem__(TITLE, "Écrire"), language="fr"), language="en")

    assert found.changes[0].after.lang == "fr"


def test_a_row_without_an_id_is_a_new_action_once() -> None:
    def change(table: Table) -> None:
        table.append(["G1 Policy, written", "Ask the board", "", "", "2027-03-01", "", "Soon", "", "", ""])
        table.append([""] * 10)

    (change_of_plan,) = read(edited(change)).changes

    assert change_of_plan.before is None
    made = change_of_plan.after
    assert (made.title, made.due, made.state, made.note) == (
        "Ask the board",
        date(2027, 3, 1),
        "to_do",
        "Soon",
    )
    assert made.practice is None
    again = (*PLAN, replace(made, id="n1"))
    assert read(edited(change), again).changes == ()


def test_an_action_changed_since_the_file_was_made_is_outdated() -> None:
    since = (replace(PLAN[0], note="Since then", revision=4), *PLAN[1:])

    def change(table: Table) -> None:
        table[2][NOTE] = "Mine"

    found = read(edited(change), since)

    assert [(each.after.id, each.is_outdated) for each in found.changes] == [("a1", True), ("a2", False)]
    assert read(xlsx(since), since).changes == ()


def test_a_number_and_a_day_among_texts_are_read_as_they_are_shown() -> None:
    def change(table: Table) -> None:
        table[1][TITLE], table[1][NOTE], table[1][REVISION] = 2027, date(2027, 1, 31), 3

    assert changes(edited(change)) == [("a1", {"title": "2027", "note": "2027-01-31"})]


def test_a_title_above_the_table_and_other_columns_are_left_alone() -> None:
    def change(table: Table) -> None:
        table[0].append("Cost")
        table[1].append(12)
        table[:0] = [["Our plan"], []]
        table[3][NOTE] = "Yes"

    found = read(edited(change))

    assert [(each.after.id, each.changed_fields) for each in found.changes] == [("a1", ("note",))]
    assert found.other_headings == ("Cost",)


def test_the_plan_is_found_among_other_sheets() -> None:
    content = workbook(
        ("First page", [["State", "Note"]]), ("Renamed", rows()), ("Notes", [["Action", "Id"]])
    )

    assert changes(content) == []


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_csv_as_a_spreadsheet_saves_it(separator: str, encoding: str) -> None:
    def change(table: Table) -> None:
        table[1][PERSON] = "Zoé, Léa; others"

    assert changes(edited_csv(change, separator, encoding)) == [("a1", {"person": "Zoé, Léa; others"})]


def test_letters_that_windows_lacks_are_no_change_in_its_csv() -> None:
    plan = (replace(PLAN[0], title="Écrire\u202f; Łódź", note="Ω\nand m"),)
    content = csv_file(plan).decode("utf-8-sig").encode("cp1252", "replace")

    assert b"?" in content
    assert changes(content, plan) == []


def test_the_mark_of_a_csv_is_taken_away_in_every_kind_of_file() -> None:
    plan = (an_action("a1", title="=1+1", person="'007", note="-5"),)

    def guarded(table: Table) -> None:
        table[1][TITLE], table[1][PERSON], table[1][ID], table[1][REVISION] = "'=1+1", "''007", "a1", "'0"

    def changed(table: Table) -> None:
        guarded(table)
        table[1][NOTE] = "'-6"

    assert changes(edited(guarded, plan), plan) == []
    assert changes(edited(changed, plan), plan) == [("a1", {"note": "-6"})]
