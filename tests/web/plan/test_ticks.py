"""Recommendations that are ticked become actions."""

import pytest
from flask import Flask

from app.maturity.clock import utc_day, utc_now
from app.translations.dates import format_day
from tests.web.checks import attributes, words
from tests.web.plan.planner import Planner


@pytest.fixture
def owner(app: Flask) -> Planner:
    return Planner(app.test_client()).starts("quick", "Bellatrix").answers_all("1").completes()


def test_ticked_recommendations_become_actions_with_their_step_and_day(owner: Planner) -> None:
    owner.ticks("A1", "G1")

    assert "Added to the plan." in owner.text
    first, second = owner.titles()
    assert first.startswith("Switch on a second login step")
    days = (utc_day(utc_now()).toordinal() + each for each in (30, 90))
    due = [format_day(utc_day(utc_now()).fromordinal(each), "en") for each in days]
    assert [owner.row(title)["due"] for title in (first, second)] == due
    assert "A1 Account protection – Security officer" in owner.text
    assert owner.row(first)["person"] == ""


def test_a_second_tick_makes_none_while_the_action_is_open(owner: Planner) -> None:
    other = owner.visits("results/recommendations").in_another_tab()
    owner.ticks("A1")

    other.sends({"tick": ["A1"]}, form="/recommendations")

    assert "Nothing was added: what you ticked is in the plan already." in other.text
    assert len(other.titles()) == 1


def test_a_recommendation_with_an_open_action_leads_to_it(owner: Planner) -> None:
    [title] = owner.ticks("A1").titles()
    owner.changes({title: {"person": "Ines", "state": "doing"}})

    owner.visits("results/recommendations")

    assert "In the plan: Doing, Ines" in owner.text
    assert "A1" not in [attributes(box)["value"] for box in owner.page.query('input[name="tick"]')]
    owner.changes({title: {"state": "done"}})
    owner.visits("results/recommendations")
    assert "A1" in [attributes(box)["value"] for box in owner.page.query('input[name="tick"]')]


def test_the_first_steps_are_ticked_on_the_first_screen(owner: Planner) -> None:
    owner.visits("results")
    offered = [attributes(box)["value"] for box in owner.page.query('input[name="tick"]')]

    owner.sends({"tick": offered[:2]}, form="/recommendations")

    assert len(owner.titles()) == len(offered[:2]) == 2


def test_without_a_tick_nothing_is_added(owner: Planner) -> None:
    owner.ticks()

    assert owner.status == 422
    assert owner.errors() == ["Tick at least one recommendation"]


def test_a_tick_on_what_is_not_recommended_is_refused(owner: Planner) -> None:
    owner.ticks("Q9")

    assert owner.status == 422
    assert owner.errors() == ["Tick only recommendations on this page"]


def test_a_full_plan_keeps_the_ticks(owner: Planner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.maturity.plan.plan.ACTION_LIMIT", 1)
    owner.ticks("A1", "G1")

    assert owner.status == 422
    assert owner.errors() == ["A plan holds at most 1 actions, so nothing was added."]
    ticked = [attributes(box)["value"] for box in owner.page.query('input[name="tick"][checked]')]
    assert sorted(ticked) == ["A1", "G1"]
    assert "There is no action yet" in owner.visits("plan").text


def test_the_title_is_in_the_language_of_the_page_and_keeps_it(app: Flask, owner: Planner) -> None:
    owner.language = "fr"
    [title] = owner.ticks("A1").titles()

    owner.language = "en"
    owner.visits("plan")

    assert owner.titles() == [title]
    [link] = owner.page.query("legend a")
    assert (attributes(link)["lang"], words(link)) == ("fr", title)


def test_a_plan_may_be_changed_while_results_are_interim(owner: Planner) -> None:
    owner.begins_round().answers("A", "save", A1="0")

    owner.ticks("A1")

    assert len(owner.titles()) == 1


@pytest.mark.parametrize("role", ["viewer", "results_viewer"])
def test_viewers_see_what_is_in_the_plan_and_tick_nothing(app: Flask, owner: Planner, role: str) -> None:
    owner.ticks("A1")
    viewer = Planner(app.test_client()).enters(owner.shares(role).code)

    viewer.visits("results/recommendations")

    assert "In the plan: To do" in viewer.text
    assert not viewer.page.query('input[name="tick"]')


def test_a_closed_round_shows_the_plan_of_its_day(owner: Planner) -> None:
    [title] = owner.ticks("A1").titles()
    owner.begins_confirmed_round().answers("A", "save", A1="2").completes()
    owner.changes({title: {"state": "done", "person": "Ines"}})

    owner.visits("rounds/2/plan")

    assert owner.titles() == [title]
    assert "To do" in owner.text
    assert "Ines" not in owner.text
    assert "One action, not done yet" in owner.visits("rounds/2/results").text
    assert owner.visits("rounds/1/plan").status == 404
