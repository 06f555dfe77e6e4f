"""Actions are added and replaced by a program that has seen the present plan."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from flask import Flask

from app.maturity.plan import plan as plans
from tests.web.api.program import Program, a_program
from tests.web.respondent import Respondent

PLAN, ACTIONS = "/assessment/plan", "/assessment/plan/actions"
ACTION = {"title": "Write the register", "lang": "en", "state": "to_do"}


def adds(program: Program, **fields: object) -> dict[str, Any]:
    """Add an action to the present plan, and return it."""
    seen = program.gets(PLAN).headers["ETag"]
    answer = program.sends("POST", ACTIONS, {**ACTION, **fields}, If_Match=seen)
    assert answer.status_code == 201, answer.text
    found: dict[str, Any] = answer.get_json()
    return found


def replaces(program: Program, action: dict[str, Any], **fields: object) -> Any:  # noqa: ANN401  a response
    """Replace an action that is as it was seen."""
    kept = {name: action[name] for name in ("title", "lang", "person", "due", "state", "note")}
    return program.sends("PUT", f"{ACTIONS}/{action['id']}", {**kept, **fields}, If_Match=action["etag"])


def test_the_first_action_is_added_by_a_program_that_reads_and_writes(
    owner: Respondent, writer: Program
) -> None:
    assert "plan" not in owner.exported()

    added = adds(writer, practice="G5", due="2027-03-31", person="Ana", note="Soon")

    assert writer.gets(f"{ACTIONS}/{added['id']}").get_json() == {
        name: value for name, value in added.items() if name != "plan_etag"
    }
    assert added["plan_etag"] == writer.gets(PLAN).headers["ETag"]
    [stored] = owner.exported()["plan"]
    assert (stored["practice"], stored["due"], stored["person"]) == ("G5", "2027-03-31", "Ana")
    assert "Write the register" in owner.visits("plan").text


def test_a_request_that_is_sent_twice_adds_one_action(owner: Respondent, writer: Program) -> None:
    seen = writer.gets(PLAN).headers["ETag"]
    first, second = (writer.sends("POST", ACTIONS, ACTION, If_Match=seen) for _ in range(2))

    assert (first.status_code, second.status_code) == (201, 412)
    assert second.get_json()["present"] == writer.reads(PLAN)
    assert len(owner.exported()["plan"]) == 1


def test_an_action_is_replaced_and_its_revision_grows(owner: Respondent, writer: Program) -> None:
    added = adds(writer)

    changed = replaces(writer, added, state="done", note="Done\tearly").get_json()

    assert (changed["state"], changed["note"], changed["revision"]) == ("done", "Done early", 1)
    assert changed["done_on"] is not None
    [stored] = owner.exported()["plan"]
    assert {**stored, "etag": changed["etag"]} == changed


def test_a_stale_mark_gets_the_present_action(owner: Respondent, writer: Program) -> None:
    added = adds(writer)
    owner.visits(f"plan/actions/{added['id']}").sends({"person": "Owner"})

    refused = replaces(writer, added, person="Program")

    assert refused.status_code == 412
    assert refused.get_json()["present"]["person"] == "Owner"
    assert refused.get_json()["etag"] == refused.get_json()["present"]["etag"] == refused.headers["ETag"]
    assert replaces(writer, refused.get_json()["present"], person="Program").status_code == 200


@pytest.mark.parametrize("path", [ACTIONS, f"{ACTIONS}/{{id}}"])
def test_without_a_mark_nothing_is_saved(writer: Program, path: str) -> None:
    id = adds(writer)["id"]
    before = writer.reads(PLAN)

    assert writer.sends("POST" if path == ACTIONS else "PUT", path.format(id=id), ACTION).status_code == 428
    assert writer.reads(PLAN) == before


@pytest.mark.parametrize(
    ("fields", "where"),
    [
        ({"title": ""}, "title"),
        ({"title": None}, "title"),
        ({"title": "x" * 501}, "title"),
        ({"lang": "de"}, "lang"),
        ({"state": "ready"}, "state"),
        ({"state": ["done"]}, "state"),
        ({"state": "dropped"}, "note"),
        ({"due": "31/03/2027"}, "due"),
        ({"due": "1999-12-31"}, "due"),
        ({"person": 7}, "person"),
        ({"practice": "Z9"}, "practice"),
        ({"practice": ["G1"]}, "practice"),
        ({"id": "a"}, "id"),
        ({"revision": 0}, "revision"),
    ],
)
def test_a_wrong_value_is_named_and_nothing_is_added(
    writer: Program, fields: dict[str, object], where: str
) -> None:
    seen = writer.gets(PLAN).headers["ETag"]

    refused = writer.sends("POST", ACTIONS, {**ACTION, **fields}, If_Match=seen)

    assert refused.status_code == 422, refused.text
    assert [each["where"] for each in refused.get_json()["errors"]] == [where]
    assert writer.reads(PLAN) == {"actions": []}


def test_a_missing_field_is_named(writer: Program) -> None:
    added = adds(writer)

    refused = writer.sends("PUT", f"{ACTIONS}/{added['id']}", {"lang": "en"}, If_Match=added["etag"])

    assert [each["where"] for each in refused.get_json()["errors"]] == ["title", "state"]


def test_a_full_plan_takes_no_more(writer: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plans, "ACTION_LIMIT", 1)
    seen = adds(writer)["plan_etag"]

    refused = writer.sends("POST", ACTIONS, ACTION, If_Match=seen)

    assert (refused.status_code, refused.get_json()["type"]) == (409, "urn:muster:problem:plan-full")


def test_an_unknown_action_is_not_found(writer: Program) -> None:
    assert writer.gets(f"{ACTIONS}/nobody").status_code == 404
    assert writer.sends("PUT", f"{ACTIONS}/nobody", ACTION, If_Match='"x"').status_code == 404


def test_a_contributor_changes_the_state_of_actions_of_its_domains(
    app: Flask, owner: Respondent, writer: Program
) -> None:
    own, other = adds(writer, practice="G5"), adds(writer, practice="A1")
    program = Program.of(app, owner.shares("contributor", "G").code)

    [seen] = program.reads(PLAN)["actions"]
    assert seen["id"] == own["id"]
    assert replaces(program, seen, title="Another").status_code == 403
    assert replaces(program, seen, state="doing").get_json()["state"] == "doing"
    assert program.gets(f"{ACTIONS}/{other['id']}").status_code == 404
    assert program.sends("POST", ACTIONS, ACTION, If_Match='"x"').status_code == 403


def test_readers_change_nothing_and_a_viewer_of_results_reads_no_note(
    app: Flask, owner: Respondent, writer: Program, reader: Program
) -> None:
    added = adds(writer, note="Quokka")
    for program in (reader, a_program(app, owner, "viewer"), a_program(app, owner, "results_viewer")):
        [seen] = program.reads(PLAN)["actions"]
        assert seen["note"] == ("Quokka" if program.code == reader.code or seen["note"] else "")
        assert replaces(program, seen, state="doing").status_code == 403
        assert program.sends("POST", ACTIONS, ACTION, If_Match='"x"').status_code == 403
    assert a_program(app, owner, "results_viewer").reads(PLAN)["actions"][0]["note"] == ""
    assert writer.gets(f"{ACTIONS}/{added['id']}").headers["ETag"] == added["etag"]


def test_of_two_requests_with_the_same_mark_at_once_one_adds(
    app: Flask, owner: Respondent, writer: Program
) -> None:
    for round in range(1, 6):
        seen = writer.gets(PLAN).headers["ETag"]
        gate = Barrier(2)

        def adds_it(seen: str = seen, gate: Barrier = gate) -> int:
            program = Program.of(app, writer.code)
            gate.wait()
            return program.sends("POST", ACTIONS, ACTION, If_Match=seen).status_code

        with ThreadPoolExecutor(2) as programs:
            sent = [programs.submit(adds_it) for _ in range(2)]
        assert sorted(each.result() for each in sent) == [201, 412]
        assert len(owner.exported()["plan"]) == round


def test_programs_that_add_at_once_lose_no_action(app: Flask, owner: Respondent, writer: Program) -> None:
    def adds_some(name: str) -> None:
        program = Program.of(app, writer.code)
        seen = program.gets(PLAN).headers["ETag"]
        for number in range(5):
            action = {**ACTION, "title": f"{name} {number}"}
            while (answer := program.sends("POST", ACTIONS, action, If_Match=seen)).status_code == 412:
                seen = answer.get_json()["etag"]
            assert answer.status_code == 201
            seen = answer.get_json()["plan_etag"]

    with ThreadPoolExecutor(3) as programs:
        list(programs.map(adds_some, ("Ana", "Bo", "Chi")))

    titles = [each["title"] for each in owner.exported()["plan"]]
    assert sorted(titles) == [f"{name} {number}" for name in ("Ana", "Bo", "Chi") for number in range(5)]
