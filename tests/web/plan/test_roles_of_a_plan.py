"""What each link sees and changes of a plan."""

import pytest
from flask import Flask

from tests.web.plan.planner import Planner

NOTE = "Nobody has time for it"


@pytest.fixture
def owner(app: Flask) -> Planner:
    planner = Planner(app.test_client()).starts("full", "Bellatrix").answers_all("1").completes()
    planner.ticks("G1", "A2")
    planner.adds("Of no domain", person="Ines", note=NOTE)
    title = planner.titles()[0]
    planner.changes({title: {"note": NOTE, "person": "Paul"}})
    return planner


def guest(app: Flask, owner: Planner, role: str, domains: str = "") -> Planner:
    return Planner(app.test_client()).enters(owner.shares(role, domains).code).visits("plan")


def test_a_viewer_reads_every_action_and_changes_none(app: Flask, owner: Planner) -> None:
    viewer = guest(app, owner, "viewer")

    assert len(viewer.titles()) == 3
    assert NOTE in viewer.text
    assert not viewer.page.query("main textarea")
    assert viewer.visits("plan/add").status == 403


def test_a_viewer_of_results_reads_every_action_without_its_note(app: Flask, owner: Planner) -> None:
    viewer = guest(app, owner, "results_viewer")

    assert len(viewer.titles()) == 3
    assert "Paul" in viewer.text
    assert NOTE not in viewer.text
    assert "Note" not in viewer.text.split()


def test_a_contributor_sees_the_actions_of_its_domains_alone(app: Flask, owner: Planner) -> None:
    contributor = guest(app, owner, "contributor", "G")

    assert len(contributor.titles()) == 1
    assert "Person: Paul" in contributor.text
    assert "Of no domain" not in contributor.text


def test_a_contributor_changes_state_and_note(app: Flask, owner: Planner) -> None:
    contributor = guest(app, owner, "contributor", "G")
    [title] = contributor.titles()
    assert contributor.row(title) == {"state": "to_do", "note": NOTE}

    contributor.corrects({title: {"state": "done", "note": "Signed"}})

    assert contributor.row(title) == {"state": "done", "note": "Signed"}
    assert owner.visits("plan").row(title)["person"] == "Paul"
    assert owner.row(title)["state"] == "done"


def test_a_contributor_changes_one_action_on_its_page(app: Flask, owner: Planner) -> None:
    contributor = guest(app, owner, "contributor", "G")
    [title] = contributor.titles()

    contributor.opens_action(title)
    assert "Paul" in contributor.text
    contributor.sends({"state": "doing"})

    assert contributor.row(title)["state"] == "doing"


@pytest.mark.parametrize("field", ["person", "due"])
def test_a_contributor_changes_nothing_else(app: Flask, owner: Planner, field: str) -> None:
    contributor = guest(app, owner, "contributor", "G")
    [title] = contributor.titles()
    before = owner.visits("plan").row(title)
    assert field in before

    contributor.corrects({title: {field: "1 3 2030", "state": "done"}})

    assert contributor.status == 422
    assert owner.visits("plan").row(title) == {**before, "state": "done"}


def test_a_contributor_finds_no_page_of_another_domains_action(app: Flask, owner: Planner) -> None:
    address = owner.opens_action(owner.titles()[1]).path
    contributor = guest(app, owner, "contributor", "E")

    assert contributor.opens(address).status == 404
    assert "There is no action yet" in contributor.visits("plan").text


def test_a_contributor_adds_nothing(app: Flask, owner: Planner) -> None:
    contributor = guest(app, owner, "contributor", "G")
    form = {"csrf_token": contributor.token(), "title": "Of a contributor", "state": "to_do"}

    assert contributor.visits("plan/add").status == 403
    assert contributor.posts(form, path=contributor.address("plan/add")).status == 403
    assert len(owner.visits("plan").titles()) == 3
