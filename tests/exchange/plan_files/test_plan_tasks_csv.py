import csv
import io
from datetime import date

import pytest

from app.exchange.plan_files import plan_tasks_csv
from app.exchange.plan_files.plan_tasks_csv import SUMMARY_LIMIT
from app.maturity.plan.plan import Plan
from app.maturity.scorecard import Scorecard
from app.maturity.text import Language
from tests.exchange.plan_files.build import HOSTILE
from tests.figures.cast import card, wording_in
from tests.maturity.plan.build import an_action


def tasks(
    plan: Plan = (), scorecard: Scorecard | None = None, language: Language = "en"
) -> list[dict[str, str]]:
    content = plan_tasks_csv.write(scorecard or card("bellatrix"), plan, wording_in(language))
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


def test_the_header_has_no_punctuation_no_name_twice_and_a_summary() -> None:
    header = plan_tasks_csv.write(card("bellatrix"), (), wording_in("fr")).split(b"\r\n")[0].decode()
    names = header.split(",")

    assert names == ["Summary", "Description", "Due Date", "Priority", "Labels", "Role", "External ID"]
    assert all(name.replace(" ", "").isalpha() for name in names)


def test_without_a_plan_each_recommendation_is_a_task_in_order() -> None:
    scorecard = card("bellatrix")
    found = tasks()

    assert [each["External ID"] for each in found] == [
        f"muster-{each.question.id}" for each in scorecard.recommendations
    ]
    first = scorecard.recommendations[0]
    assert found[0]["Summary"] == f"{first.question.id} {first.question.name.en}"
    assert found[0]["Description"].startswith(f"1. {first.actions[0].en}\n2. ")
    due = {30: ("2026-12-01", "High"), 90: ("2027-01-30", "Medium"), 180: ("2027-04-30", "Low")}
    assert [(each["Due Date"], each["Priority"]) for each in found] == [
        due[each.horizon_days] for each in scorecard.recommendations
    ]
    assert {each["Labels"] for each in found} == {"muster"}


def test_interim_results_have_no_due_days() -> None:
    found = tasks(scorecard=card("capella"))

    assert found
    assert {each["Due Date"] for each in found} == {""}


def test_with_a_plan_its_open_actions_are_the_tasks() -> None:
    plan = (
        an_action(
            "a1",
            title="Écrire",
            practice="G1",
            person="Zoé",
            due=date(2027, 1, 5),
            state="doing",
            note="N\nM",
        ),
        an_action("a2", title=HOSTILE),
        an_action("a3", state="done", done_on=date(2026, 12, 1)),
        an_action("a4", state="dropped", note="No"),
    )

    written, free = tasks(plan, language="fr")

    assert written["Summary"] == "G1 Écrire"
    assert written["Description"] == (
        "Pratique\u00a0: G1 Politique écrite\nPersonne\u00a0: Zoé\nÉtat\u00a0: En cours\nN\nM"
    )
    assert (written["Due Date"], written["External ID"]) == ("2027-01-05", "muster-a1")
    assert written["Role"] == "Responsable de la communication"
    assert free["Summary"] == f"'{HOSTILE}"
    assert (free["Due Date"], free["Role"], free["Priority"]) == ("", "", "Medium")


@pytest.mark.parametrize("mark", ["=", "+", "-", "@"])
def test_no_cell_begins_a_formula(mark: str) -> None:
    plan = (an_action("-a", title=f"{mark}1", person=f"{mark}2", note=f"{mark}3"),)

    (found,) = tasks(plan)

    assert not [cell for cell in found.values() if cell.startswith(mark)]


def test_a_long_title_is_cut_in_the_summary_and_whole_in_the_description() -> None:
    title = "word " * 99 + "end"

    (found,) = tasks((an_action("a1", title=title, practice="G1"),))

    assert len(found["Summary"]) == SUMMARY_LIMIT
    assert found["Summary"].endswith("…")
    assert found["Description"].startswith(f"{title}\n")


def test_equal_results_give_equal_bytes() -> None:
    first, second = (plan_tasks_csv.write(card("bellatrix"), (), wording_in("en")) for _ in range(2))

    assert first == second
