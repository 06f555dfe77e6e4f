"""The page of the whole plan: seen, sorted, filtered and changed at once."""

import pytest
from flask import Flask

from tests.web.checks import attributes, elements, words
from tests.web.plan.planner import Planner
from tests.web.plan.stored_plan import add_actions, new_action


def test_an_empty_plan_says_so(planner: Planner) -> None:
    planner.visits("plan")

    assert "There is no action yet" in planner.text


def test_every_action_is_shown_the_overdue_one_first(owner: Planner) -> None:
    owner.visits("plan")

    assert owner.titles() == ["Write the policy", "Brief the guards", "Close the account"]
    assert "0 of 2 actions done; one dropped; one is overdue." in owner.text
    assert owner.text.count("Overdue") == 1


def test_several_actions_are_changed_at_once(owner: Planner) -> None:
    owner.changes(
        {"Write the policy": {"state": "done"}, "Brief the guards": {"person": "Paul", "due": "2 4 2030"}}
    )

    assert "Your changes are saved." in owner.text
    assert owner.row("Write the policy")["state"] == "done"
    assert owner.row("Brief the guards") == {
        "person": "Paul",
        "due": "2 April 2030",
        "state": "to_do",
        "note": "",
    }
    assert owner.row("Close the account")["note"] == "It is closed already"


def test_a_note_of_several_lines_stays_as_it_was_typed(owner: Planner) -> None:
    owner.changes({"Write the policy": {"note": "First line\r\nSecond"}})

    assert owner.row("Write the policy")["note"] == "First line\nSecond"
    owner.changes({})
    assert owner.row("Write the policy")["note"] == "First line\nSecond"


def test_errors_keep_everything_typed_and_the_rest_is_saved(owner: Planner) -> None:
    owner.changes(
        {
            "Write the policy": {"person": "P" * 101, "due": "31 2 2027", "note": "Kept"},
            "Brief the guards": {"state": "dropped"},
            "Close the account": {"person": "Ines"},
        }
    )

    assert owner.status == 422
    assert owner.errors() == [
        "Write the policy: Shorten the person’s name to 100 characters; it has 101",
        "Write the policy: Enter a real date, for example 1 10 2026",
        "Brief the guards: Write in the note why the action was dropped",
    ]
    assert owner.row("Write the policy") == {
        "person": "P" * 101,
        "due": "31 2 2027",
        "state": "to_do",
        "note": "Kept",
    }
    assert owner.row("Brief the guards")["state"] == "dropped"
    assert "Everything else on this page is saved" in owner.text
    owner.visits("plan")
    assert owner.row("Write the policy")["person"] == "Ines"
    assert owner.row("Brief the guards")["state"] == "to_do"
    assert owner.row("Close the account")["person"] == "Ines"


def test_a_corrected_form_is_saved(owner: Planner) -> None:
    owner.changes({"Brief the guards": {"state": "dropped"}, "Write the policy": {"person": "Paul"}})
    assert owner.status == 422

    owner.corrects({"Brief the guards": {"note": "No guards"}})

    assert owner.status == 200
    assert owner.row("Brief the guards")["note"] == "No guards"
    assert owner.row("Write the policy")["person"] == "Paul"


def test_two_tabs_that_change_the_same_action_meet_a_conflict(owner: Planner) -> None:
    owner.visits("plan")
    other = owner.in_another_tab()
    other.corrects({"Write the policy": {"person": "Paul"}})

    owner.corrects({"Write the policy": {"person": "Anne"}, "Brief the guards": {"person": "Anne"}})

    assert owner.status == 409
    assert "Saved in the meantime: Person: Paul" in owner.text
    assert owner.row("Write the policy")["person"] == "Anne"
    assert owner.row("Brief the guards")["person"] == "Anne"
    assert other.visits("plan").row("Brief the guards")["person"] == "Zoé"
    owner.corrects({})
    assert owner.status == 200
    assert [owner.row(title)["person"] for title in ("Write the policy", "Brief the guards")] == [
        "Anne",
        "Anne",
    ]


def test_two_tabs_that_change_different_actions_keep_both_changes(owner: Planner) -> None:
    owner.visits("plan")
    other = owner.in_another_tab()
    other.corrects({"Write the policy": {"person": "Paul"}})

    owner.corrects({"Brief the guards": {"state": "doing"}})

    assert owner.status == 200
    assert owner.row("Write the policy")["person"] == "Paul"
    assert owner.row("Brief the guards")["state"] == "doing"


@pytest.mark.parametrize(
    ("name", "words_of_option", "shown"),
    [
        ("state", "Dropped", ["Close the account"]),
        ("person", "Zoé", ["Brief the guards"]),
        ("person", "nobody yet", ["Close the account"]),
        ("due", "overdue", ["Write the policy"]),
        ("due", "in the next 30 days", ["Write the policy"]),
        ("owner", "no role", ["Write the policy", "Brief the guards", "Close the account"]),
    ],
)
def test_a_part_of_the_plan_is_shown(
    owner: Planner, name: str, words_of_option: str, shown: list[str]
) -> None:
    owner.asks(name, words_of_option)

    assert owner.titles() == shown
    assert f"{len(shown)} of 3 actions" in owner.text


def test_what_is_shown_stays_after_a_save_and_no_name_is_in_an_address(owner: Planner) -> None:
    owner.asks("person", "Zoé")
    query = owner.response.request.query_string.decode()
    assert "Zo" not in query

    owner.corrects({"Brief the guards": {"state": "doing"}})

    assert owner.titles() == ["Brief the guards"]
    assert owner.response.request.query_string.decode() == query.split("&")[1]


def test_the_plan_is_sorted_by_person(owner: Planner) -> None:
    owner.adds("Ask the board", person="Aldo")

    owner.asks("sort", "person")

    assert owner.titles() == ["Write the policy", "Ask the board", "Brief the guards", "Close the account"]


def test_an_address_that_asks_for_something_unknown_shows_everything(owner: Planner) -> None:
    owner.visits("plan?state=odd&person=odd&due=-1&sort=odd&owner=odd")

    assert len(owner.titles()) == 3


def test_an_action_whose_practice_a_version_dropped_stays_and_says_so(app: Flask, owner: Planner) -> None:
    add_actions(app, owner, owner.visits("code").code, new_action("Of another time", "Q9"))

    owner.visits("plan")

    assert "Q9 (no longer asked)" in owner.text
    owner.changes({"Of another time": {"state": "done"}})
    assert owner.row("Of another time")["state"] == "done"
    owner.asks("owner", "no role")
    assert "Of another time" in owner.titles()


def test_a_row_of_another_assessment_is_refused(owner: Planner) -> None:
    owner.visits("plan").sends({"state-elsewhere": "done"}, form="/plan")

    assert owner.status == 422


def test_a_form_without_its_mark_changes_nothing(owner: Planner) -> None:
    owner.visits("plan")
    mark = owner.control("Write the policy", "seen")
    owner.sends({mark: "odd"}, form="/plan")

    assert owner.status == 422
    assert "The form arrived incomplete" in owner.errors()[0]


def test_text_that_is_typed_is_never_markup(owner: Planner) -> None:
    text = "<b>&amp;\"'>"
    owner.adds(text, person=text, note=text)

    assert owner.titles()[-1] == text
    assert owner.row(text)["note"] == text
    assert not [node for node in elements(owner.page.root, "b") if words(node)]


def test_the_first_screen_of_results_and_the_tasks_say_how_far_the_plan_is(owner: Planner) -> None:
    owner.answers("G", "save", G1="2")

    for page in ("results", ""):
        assert "0 of 2 actions done; one dropped; one is overdue" in owner.visits(page).text


def test_before_there_is_an_action_the_tasks_say_so_and_results_say_nothing(planner: Planner) -> None:
    planner.answers("G", "save", G1="2")

    assert "No action yet" in planner.visits("").text
    assert "actions done" not in planner.visits("results").text


def test_the_title_leads_to_the_page_of_the_action(owner: Planner) -> None:
    owner.visits("plan")
    [link] = [each for each in owner.page.query("legend a") if words(each) == "Write the policy"]

    owner.opens(attributes(link)["href"])

    assert owner.text_of("person") == "Ines"


def test_an_error_in_french_has_the_space_before_its_colon(app: Flask) -> None:
    owner = Planner(app.test_client(), "fr").starts("quick", "Bellatrix").adds("Ouvrir un compte")

    owner.changes({"Ouvrir un compte": {"due": "31 2 2027"}})

    assert owner.errors()[0].startswith("Ouvrir un compte : ")
