from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.maturity.errors import FullPlanError, RefusedActionError, UnknownActionError
from app.maturity.outlook.next_step import next_steps
from app.maturity.plan.action import State
from app.maturity.plan.plan import (
    ActionFields,
    Plan,
    add,
    changes_state_alone,
    edit,
    fields_of,
    find,
    free_action,
    has_open_action,
    recommended_action,
    tick,
    with_changed,
)
from tests.build import a_scorecard
from tests.maturity.plan.build import TODAY, an_action, change_state, steps

LATER = date(2027, 2, 28)


def test_an_action_takes_the_next_step_as_its_title_in_the_language_of_the_page() -> None:
    # Bellatrix is at level 2 of G1, and the target is 3.
    english = recommended_action("a1", steps()["G1"], "en")
    french = recommended_action("a1", steps()["G1"], "fr")

    assert (english.title, english.lang) == ("Take G1 to level 3.", "en")
    assert (french.title, french.lang) == ("Take G1 to level 3. (en français)", "fr")
    assert (english.practice, english.person, english.state, english.note) == ("G1", "", "to_do", "")


@pytest.mark.parametrize(
    ("practice", "due"),
    [
        # 1 November 2026 and 30, 90 and 180 days: November has 30 days, December and January 31.
        ("E1", date(2026, 12, 1)),
        ("G1", date(2027, 1, 30)),
        ("E2", date(2027, 4, 30)),
    ],
)
def test_an_action_is_due_within_the_days_of_its_recommendation(practice: str, due: date) -> None:
    assert recommended_action("a1", steps()[practice], "en").due == due


def test_before_completion_the_days_are_counted_from_today() -> None:
    interim = {
        each.recommendation.question.id: each for each in next_steps(a_scorecard(completed=False), LATER)
    }

    # 28 February 2027 and 90 days.
    assert recommended_action("a1", interim["G1"], "en").due == date(2027, 5, 29)


@pytest.mark.parametrize(("state", "count"), [("to_do", 1), ("doing", 1), ("done", 2), ("dropped", 2)])
def test_a_second_tick_makes_no_action_while_one_of_the_practice_is_open(state: State, count: int) -> None:
    first = tick((), "a1", steps()["G1"], "en")
    plan = with_changed(first, change_state(first[0], state, "A reason", TODAY))

    again = tick(plan, "a2", steps()["G1"], "en")

    assert has_open_action(plan, "G1") is (count == 1)
    assert len(again) == count
    assert again[0] == plan[0]


def test_ticks_of_two_practices_make_two_actions_in_their_order() -> None:
    plan = tick(tick((), "a1", steps()["E1"], "en"), "a2", steps()["G1"], "en")

    assert [(each.id, each.practice) for each in plan] == [("a1", "E1"), ("a2", "G1")]


def test_a_free_action_has_no_practice_and_may_have_no_day() -> None:
    action = free_action(
        "a1", ActionFields(" Buy\n a  camera ", "Ana\tLee", note=" One\r\nTwo\tthree "), "fr", TODAY
    )

    assert action == an_action(title="Buy a camera", person="Ana Lee", note="One\nTwo three", lang="fr")


def test_a_free_action_without_a_title_is_refused() -> None:
    with pytest.raises(RefusedActionError) as caught:
        free_action("a1", ActionFields(" \u00a0\n"), "en", TODAY)

    assert caught.value.faults == {"title": "missing"}


def test_done_takes_today_keeps_it_and_loses_it_with_the_state() -> None:
    done = change_state(an_action(), "done", "", TODAY)
    noted = change_state(done, "done", "Minutes of the board", LATER)
    doing = change_state(noted, "doing", "", LATER)
    again = change_state(doing, "done", "", LATER)

    assert [each.done_on for each in (done, noted, doing, again)] == [TODAY, TODAY, None, LATER]


def test_dropping_without_a_reason_is_refused_and_the_note_of_before_is_a_reason() -> None:
    with pytest.raises(RefusedActionError) as caught:
        change_state(an_action(), "dropped", " \n", TODAY)
    assert caught.value.faults == {"note": "missing"}

    noted = an_action(note="The account is closed.")
    assert change_state(noted, "dropped", noted.note, TODAY).state == "dropped"


def test_a_new_title_is_in_the_language_of_its_page_and_an_old_one_keeps_its_own() -> None:
    action = an_action(title="Écrire la politique\u202f!", lang="fr")

    moved = edit(action, replace(fields_of(action), person="Ana Lee"), "en", TODAY)
    renamed = edit(action, replace(fields_of(action), title="Write the policy"), "en", TODAY)

    assert (moved.title, moved.lang) == ("Écrire la politique\u202f!", "fr")
    assert (renamed.title, renamed.lang) == ("Write the policy", "en")


def test_the_revision_counts_changes_and_not_saves() -> None:
    action = an_action()

    same = edit(action, fields_of(action), "fr", LATER)
    changed = edit(action, replace(fields_of(action), due=LATER), "en", TODAY)
    twice = change_state(changed, "doing", "", TODAY)

    assert same is action
    assert [each.revision for each in (action, changed, twice)] == [0, 1, 2]


@pytest.mark.parametrize(
    ("changes", "alone"),
    [
        ({}, True),
        ({"state": "doing", "note": "Begun"}, True),
        ({"title": "Other"}, False),
        ({"person": "Ana"}, False),
        ({"due": LATER, "state": "doing"}, False),
    ],
)
def test_fields_that_change_more_than_state_and_note_are_told_apart(
    changes: dict[str, Any], alone: bool
) -> None:
    action = an_action()

    assert changes_state_alone(action, replace(fields_of(action), **changes)) is alone


def test_an_edit_keeps_id_and_practice() -> None:
    action = an_action("a7", practice="G1")

    edited = edit(action, ActionFields("Other", "Ana", LATER, "done", "Note"), "en", TODAY)

    assert (edited.id, edited.practice) == ("a7", "G1")


def test_a_plan_holds_two_hundred_actions_and_refuses_the_next() -> None:
    full: Plan = ()
    for number in range(200):
        full = add(full, an_action(f"a{number}", state="dropped"))

    assert len(full) == 200
    with pytest.raises(FullPlanError) as caught:
        add(full, an_action("more"))
    assert caught.value.limit == 200
    with pytest.raises(FullPlanError):
        tick(full, "more", steps()["G1"], "en")


def test_a_full_plan_still_changes_and_takes_no_second_tick_without_a_word() -> None:
    first = tick((), "a0", steps()["G1"], "en")
    full = (*first, *(an_action(f"a{number}") for number in range(1, 200)))

    assert tick(full, "more", steps()["G1"], "en") == full
    assert with_changed(full, change_state(full[5], "doing", "", TODAY))[5].state == "doing"


def test_an_id_is_given_once() -> None:
    with pytest.raises(RefusedActionError) as caught:
        add((an_action("a1"),), an_action("a1", title="Other"))

    assert caught.value.faults == {"id": "taken"}


def test_an_action_that_the_plan_does_not_have_is_an_error() -> None:
    plan = (an_action("a1"),)

    assert find(plan, "a1") == plan[0]
    with pytest.raises(UnknownActionError):
        find(plan, "a2")
    with pytest.raises(UnknownActionError):
        with_changed(plan, an_action("a2"))
