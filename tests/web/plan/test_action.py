"""The page of one action, and the page that adds one."""

import pytest
from flask import Flask

from tests.web.plan.planner import Planner


@pytest.fixture
def owner(planner: Planner) -> Planner:
    return planner.adds("Write the policy", person="Ines", due="2027-03-01", note="Begun\nin May")


def test_an_action_of_ones_own_is_added(owner: Planner) -> None:
    assert "Added to the plan." in owner.text
    assert owner.row("Write the policy") == {
        "person": "Ines",
        "due": "1 March 2027",
        "state": "to_do",
        "note": "Begun\nin May",
    }


def test_an_action_without_a_title_is_not_added_and_keeps_what_was_typed(planner: Planner) -> None:
    planner.adds("", person="Ines", due="31 2 2027", state="dropped")

    assert planner.status == 422
    assert planner.errors() == [
        "Write what is to be done",
        "Enter a real date, for example 1 10 2026",
        "Write in the note why the action was dropped",
    ]
    assert [planner.text_of(name) for name in ("person", "due")] == ["Ines", "31 2 2027"]
    assert planner.selected("state") == "dropped"
    assert "There is no action yet" in planner.visits("plan").text


@pytest.mark.parametrize("due", ["1 3 1999", "1/3/2200"])
def test_a_due_day_far_away_is_refused(planner: Planner, due: str) -> None:
    assert planner.adds("One", due=due).errors() == ["The due date must be in a year from 2000 to 2199"]


@pytest.mark.parametrize(
    ("due", "sentence"),
    [("March 2027", "The due date must include a day"), ("1 March", "The due date must include a year")],
)
def test_an_incomplete_due_day_is_named(planner: Planner, due: str, sentence: str) -> None:
    assert planner.adds("One", due=due).errors() == [sentence]


@pytest.mark.parametrize(("field", "limit"), [("title", 500), ("person", 100), ("note", 1000)])
def test_the_limits_of_texts_are_exact(planner: Planner, field: str, limit: int) -> None:
    typed = {"title": "One", field: "é" * limit}
    assert planner.adds(**typed).status == 200

    planner.adds(**{**typed, field: "é" * (limit + 1)})

    assert planner.status == 422
    assert f"to {limit:,} characters; it has {limit + 1:,}" in planner.errors()[0]


def test_every_field_is_changed(owner: Planner) -> None:
    owner.opens_action("Write the policy").sends(
        {"title": "Sign the policy", "person": "", "due": "", "state": "done", "note": ""}
    )

    assert owner.titles() == ["Sign the policy"]
    assert owner.row("Sign the policy") == {"person": "", "due": "", "state": "done", "note": ""}


def test_a_form_without_a_change_says_that_nothing_was_changed(owner: Planner) -> None:
    for text in (owner.opens_action("Write the policy").sends().text, owner.changes({}).text):
        assert "Nothing was changed." in text
        assert "saved" not in text

    owner.opens_action("Write the policy").sends({"person": "Paul"})
    assert "Your changes are saved." in owner.text


def test_what_was_changed_meanwhile_is_shown_beside_what_was_typed(owner: Planner) -> None:
    owner.opens_action("Write the policy")
    other = owner.in_another_tab()
    other.sends({"person": "Paul", "state": "doing"})

    owner.sends({"person": "Anne"})

    assert owner.status == 409
    assert "Saved in the meantime: Paul" in owner.text
    assert "Saved in the meantime: Doing" in owner.text
    assert owner.text_of("person") == "Anne"
    assert other.visits("plan").row("Write the policy")["person"] == "Paul"
    owner.sends({})
    assert owner.row("Write the policy") == {
        **other.row("Write the policy"),
        "person": "Anne",
        "state": "to_do",
    }


def test_a_faulty_form_that_was_overtaken_does_not_overwrite(owner: Planner) -> None:
    owner.opens_action("Write the policy")
    other = owner.in_another_tab()
    other.sends({"person": "Paul"})
    owner.sends({"due": "never"})
    assert owner.status == 422

    owner.sends({"due": ""})

    assert owner.status == 409
    assert other.visits("plan").row("Write the policy")["person"] == "Paul"


def test_there_is_no_page_of_an_unknown_action(owner: Planner) -> None:
    assert owner.visits("plan/actions/unknown").status == 404


def test_a_full_plan_takes_no_more_and_says_so(planner: Planner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.maturity.plan.plan.ACTION_LIMIT", 1)
    planner.adds("One").adds("Two", person="Ines")

    assert planner.status == 422
    assert planner.errors() == ["A plan holds at most 1 actions, so nothing was added."]
    assert planner.text_of("person") == "Ines"


def test_additions_and_changes_are_in_the_history(owner: Planner) -> None:
    owner.changes({"Write the policy": {"state": "doing"}})

    owner.visits("history")

    assert "Actions added to the plan: without a practice" in owner.text
    assert "Actions of the plan changed: without a practice" in owner.text


def test_the_pages_are_in_french_for_a_french_reader(app: Flask) -> None:
    planner = Planner(app.test_client(), "fr").starts("quick").adds("Rédiger la charte", due="1er mars 2027")

    assert planner.row("Rédiger la charte")["due"] == "1er mars 2027"
    assert planner.adds("").errors() == ["Écrivez ce qui est à faire"]
