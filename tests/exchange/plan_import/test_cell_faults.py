"""What is wrong in an edited plan, by sheet, row and column, in words."""

from datetime import date, time

import pytest

from app.exchange.plan_import.cell_faults import PlanFileError
from app.translations import translator
from tests.exchange.plan_import.build import (
    DUE,
    ID,
    NOTE,
    PERSON,
    REVISION,
    STATE,
    TITLE,
    Table,
    edited,
    edited_csv,
    faults,
    ods,
    read,
    rows,
    with_part,
    workbook,
)
from tests.maturity.plan.build import an_action

STATES = "Write To do, Doing, Done or Dropped."


def faults_of(row: int, column: int, value: object) -> list[str]:
    """Return the sentences on a plan with another value in one cell."""

    def change(table: Table) -> None:
        table[row][column] = value

    return faults(edited(change))


@pytest.mark.parametrize(
    ("column", "value", "sentence"),
    [
        (DUE, "soon", "column E (Due date): “soon” is not a date. Write it as 2027-01-31."),
        (DUE, "30/02/2027", "column E (Due date): “30/02/2027” is a date that does not exist."),
        (DUE, "2027-02-30", "column E (Due date): “2027-02-30” is a date that does not exist."),
        (
            DUE,
            46357,
            "column E (Due date): This cell holds the number 46357, not a date. Write it as 2027-01-31.",
        ),
        (
            DUE,
            date(1999, 12, 31),
            "column E (Due date): The date 1999-12-31 is too far away."
            " Choose one from 2000-01-01 to 2199-12-31.",
        ),
        (
            DUE,
            "03/04/2027",
            "column E (Due date): “03/04/2027” can be 2027-04-03 or 2027-03-04. Write the one that is meant.",
        ),
        (
            DUE,
            time(14, 30),
            "column E (Due date): This cell holds a time or a value of another kind. Write it as text.",
        ),
        (STATE, "Doing, done", f"column F (State): “Doing, done” is not a state. {STATES}"),
        (STATE, "", f"column F (State): The state is missing. {STATES}"),
        (
            TITLE,
            "=1+1",
            "column B (Action): This cell holds a formula. Write the text or the date itself.",
        ),
        (
            TITLE,
            " ",
            "column B (Action): This action has no text. To give up an action, choose the state Dropped.",
        ),
        (TITLE, "x" * 501, "column B (Action): This text has 501 characters; at most 500 are allowed."),
        (PERSON, "x" * 101, "column D (Person): This text has 101 characters; at most 100 are allowed."),
        (NOTE, "x" * 1001, "column G (Note): This text has 1001 characters; at most 1000 are allowed."),
        (
            NOTE,
            True,
            "column G (Note): This cell holds a time or a value of another kind. Write it as text.",
        ),
        (
            ID,
            "b7",
            "column I (Id): The plan has no action with the id “b7”."
            " Leave id and revision empty to add a new action.",
        ),
        (
            REVISION,
            "",
            "column J (Revision): A revision is a whole number. Write the one that was downloaded.",
        ),
    ],
)
def test_a_fault_is_named_by_sheet_row_and_column(column: int, value: object, sentence: str) -> None:
    assert faults_of(1, column, value) == [f"Sheet Plan, row 2, {sentence}"]


def test_an_action_is_not_dropped_without_a_reason() -> None:
    assert faults_of(1, STATE, "Dropped") == [
        "Sheet Plan, row 2, column G (Note): An action that is dropped needs its reason in the note."
    ]


def test_a_row_is_not_there_twice() -> None:
    table = rows()
    new = ["", "Ask", "", "", "", "", "", "", "", ""]
    content = workbook(("Plan", [*table, table[1], new, new]))

    assert faults(content) == [
        "Sheet Plan, row 5: Row 2 has the same id. Delete one of the two rows or, if this one is a new"
        " action, its id and revision.",
        "Sheet Plan, row 7: Row 6 holds the same new action. Delete one of the two.",
    ]


def test_every_fault_of_a_row_is_named_and_the_others_are_still_compared() -> None:
    def change(table: Table) -> None:
        table[1][TITLE], table[1][DUE], table[1][STATE] = "=1+1", "soon", "Ready"
        table[2][NOTE] = "Mine"

    found = read(edited(change))

    assert len(found.faults) == 3
    assert [each.after.id for each in found.changes] == ["a2"]


def test_an_error_of_the_spreadsheet_is_none_of_its_texts() -> None:
    content = with_part(
        ods(), "content.xml", 'office:value-type="string"><text:p>Zoé', 'value-type="error"><text:p>#N/A'
    )

    assert faults(content) == [
        "Sheet Plan, row 2, column D (Person): This cell holds a spreadsheet error."
        " Write the text or the date itself."
    ]


def test_a_formula_in_an_ods_is_found_behind_repeated_rows_and_cells() -> None:
    empty = '<table:table-row table:number-rows-repeated="7"><table:table-cell/></table:table-row>'
    formula = (
        '<table:table-cell table:number-columns-repeated="3"/><table:table-cell table:formula="of:=1+1"/>'
    )
    row = f'{empty}<table:table-row>{formula}</table:table-row></table:table><table:table table:name="Lists'
    between = '</table:table>\n<table:table table:name="Lists'
    content = with_part(ods([an_action(f"a{number}") for number in range(200)]), "content.xml", between, row)

    assert faults(content, [an_action(f"a{number}") for number in range(200)])[0] == (
        "Sheet Plan, row 209, column D (Person): This cell holds a formula."
        " Write the text or the date itself."
    )


def test_a_plan_of_more_than_200_actions_is_refused() -> None:
    plan = [an_action(f"a{number}") for number in range(199)]
    new: Table = [["", f"New {number}", "", "", "", "", "", "", "", ""] for number in range(2)]

    assert faults(workbook(("Plan", [*rows(plan), *new])), plan) == [
        "Sheet Plan: The plan would have 201 actions; at most 200 are allowed."
    ]
    assert faults(workbook(("Plan", [*rows(plan), *new[:1]])), plan) == []


def test_a_missing_or_double_column_is_named() -> None:
    missing = [[*row[:STATE], *row[ID:]] for row in rows()]
    twice = [[*row, row[NOTE]] for row in rows()]

    assert faults(workbook(("Plan", missing))) == [
        "Sheet Plan: The column State is missing. Without it the file cannot be compared with the plan.",
        "Sheet Plan: The column Note is missing. Without it the file cannot be compared with the plan.",
    ]
    assert faults(workbook(("Plan", twice))) == [
        "Sheet Plan, row 1, column K (Note): Two columns have the heading Note. Delete one of them."
    ]


def test_columns_that_follow_from_others_may_be_missing() -> None:
    table = [[row[each] for each in (TITLE, PERSON, DUE, STATE, NOTE, ID, REVISION)] for row in rows()]

    assert faults(workbook(("Plan", table))) == []


def test_a_file_without_a_plan_or_with_two_is_refused() -> None:
    for table, sentence in (
        ([("Plan", [["Action", "Note"]])], "No sheet has the headings of a plan"),
        ([("One", rows()), ("Two", rows())], "The sheets One and Two both hold a plan. Keep one of them."),
    ):
        with pytest.raises(PlanFileError) as error:
            read(workbook(*table))
        assert error.value.fault.text(str).startswith(sentence)


def test_the_sentences_are_french_on_a_french_page() -> None:
    def change(table: Table) -> None:
        table[1][DUE], table[2][STATE] = "bientôt", "Prêt"
        del table[0][PERSON]
        for row in table[1:]:
            del row[PERSON]

    french = translator("fr")
    missing = [each.text(french) for each in read(edited_csv(change, language="fr")).faults]
    wrong = [each.text(french) for each in read(edited(lambda t: t[1].__setitem__(DUE, "bientôt"))).faults]

    assert missing == [
        "La colonne «\u00a0Personne\u00a0» manque. Sans elle, le fichier ne peut pas être comparé au plan."
    ]
    assert wrong == [
        "Feuille Plan, ligne 2, colonne E (Due date)\u00a0: «\u00a0bientôt\u00a0» n’est pas une date."
        " Écrivez une date sous la forme 2027-01-31."
    ]


def test_a_csv_has_no_sheet_and_a_long_text_is_cut() -> None:
    found = faults(edited_csv(lambda table: table[1].__setitem__(DUE, "a\n" + "b" * 99)))

    assert found == [f"Row 2, column E (Due date): “a {'b' * 57}…” is not a date. Write it as 2027-01-31."]


def test_a_file_of_faults_is_named_up_to_a_hundred() -> None:
    plan = [an_action(f"a{number}") for number in range(150)]

    def change(table: Table) -> None:
        for row in table[1:]:
            row[DUE] = "soon"

    found = faults(edited(change, plan), plan)

    assert len(found) == 101
    assert found[-1] == "There are more faults than the 100 listed here."
