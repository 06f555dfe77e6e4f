"""Rounds, plan and review day leave in assessment.json and in the PDF, and come back with them."""

import json
from typing import Any

import pytest
from flask import Flask

from tests.web.plan.planner import Planner


@pytest.fixture
def owner(app: Flask) -> Planner:
    """Return an owner with a closed round, and a plan of two actions."""
    planner = Planner(app.test_client())
    planner.starts("quick", "Bellatrix").answers_all("2")
    planner.visits("G").sends({"G1-comment": "Signed « by all »"})
    planner.visits("check").sends({"label": "Spring"}, form="/complete")
    planner.adds("Write the policy", person="Ines", due="1/3/2030")
    return planner.adds("Close the account", state="dropped", note="It is closed already")


def imported(app: Flask, content: bytes) -> Planner:
    """Return a new owner of what a file holds."""
    return Planner(app.test_client()).uploads(content)


def exported(planner: Planner, name: str = "files/assessment.json") -> bytes:
    data: bytes = planner.client.get(planner.address(name)).data
    return data


def changed(content: bytes, **changes: Any) -> bytes:  # noqa: ANN401  # any value of the file
    return json.dumps(json.loads(content) | changes).encode()


def test_the_file_of_a_complete_assessment_is_its_round_with_the_plan(owner: Planner) -> None:
    file = json.loads(exported(owner))

    assert file["format_version"] == 2
    assert file["round"] == {"number": 1, "label": "Spring"}
    assert "rounds" not in file
    assert [action["title"] for action in file["plan"]] == ["Write the policy", "Close the account"]


def test_what_is_imported_is_exported_the_same(app: Flask, owner: Planner) -> None:
    content = exported(owner)

    again = imported(app, content)

    assert exported(again) == content
    assert "Spring" in again.visits("rounds").text
    assert again.visits("plan").titles() == ["Write the policy", "Close the account"]


def test_earlier_rounds_come_back_with_their_results_and_files(app: Flask, owner: Planner) -> None:
    file = json.loads(exported(owner))
    shared = ("questionnaire", "profile", "answers", "completed_on")
    past = [{"number": n, "label": f"Round {n}", **{key: file[key] for key in shared}} for n in (2, 3)]
    past[0]["answers"] = {id: {"level": 1, "comment": "Then"} for id in file["answers"]}
    content = changed(exported(owner), rounds=past, round={"number": 7, "label": "Now"})

    again = imported(app, content)

    assert json.loads(exported(again)) == json.loads(content)
    text = again.visits("rounds").text
    assert all(label in text for label in ("Round 2", "Round 3", "Now"))
    assert "Then" in exported(again, "rounds/2/files/assessment.json").decode()
    assert again.visits("rounds/2/results").status == 200
    trend = again.visits("results/trend")
    assert trend.status == 200
    assert json.loads(exported(again, "files/scorecard.json"))["change"]["since"] == 3
    then = json.loads(exported(again, "rounds/3/files/assessment.json"))
    assert [each["number"] for each in then["rounds"]] == [2]
    assert then["round"] == {"number": 3, "label": "Round 3"}


def test_the_pdf_of_a_round_brings_rounds_and_plan_back(app: Flask, owner: Planner) -> None:
    content = exported(owner)

    again = imported(app, exported(owner, "files/scorecard.pdf"))

    assert exported(again) == content


def test_the_day_of_the_next_review_comes_back(app: Flask, owner: Planner) -> None:
    content = changed(exported(owner), review_on="2031-05-06")

    assert json.loads(exported(imported(app, content)))["review_on"] == "2031-05-06"


def test_a_file_of_version_1_imports_as_before(app: Flask, owner: Planner) -> None:
    file = json.loads(exported(owner))
    old = {key: value for key, value in file.items() if key not in ("round", "plan")} | {"format_version": 1}

    again = imported(app, json.dumps(old).encode())

    assert json.loads(exported(again)) == old | {"format_version": 2}
    assert "There is no action yet" in again.visits("plan").text


def test_an_incomplete_file_stays_open_and_keeps_its_carried_answers(app: Flask, owner: Planner) -> None:
    file = json.loads(exported(owner))
    answers = file["answers"] | {"G1": {"level": 2, "carried": True}}
    content = changed(exported(owner), answers=answers, round={"number": 4, "label": ""})

    again = imported(app, content)

    assert json.loads(exported(again))["answers"]["G1"] == {"level": 2, "carried": True}
    assert "completed_on" not in json.loads(exported(again))
    assert json.loads(exported(again))["round"] == {"number": 4, "label": ""}


def test_answers_that_a_quick_check_does_not_ask_come_back_with_the_next_full_round(app: Flask) -> None:
    original = Planner(app.test_client())
    original.starts("full", "Bellatrix").answers_all("2").completes()
    original.begins_round("quick").confirms_all().completes()
    content = exported(original)

    again = imported(app, content)

    assert exported(again) == content
    for owner in (original, again):
        owner.begins_round("full")
        assert json.loads(exported(owner))["answers"]["G3"] == {"level": 2, "carried": True}


def test_they_come_back_from_a_quick_check_that_is_not_complete_too(app: Flask) -> None:
    original = Planner(app.test_client())
    original.starts("full", "Bellatrix").answers_all("2").completes()
    content = exported(original.begins_round("quick"))

    again = imported(app, content).confirms_all().completes().begins_round("full")

    assert json.loads(exported(again))["answers"]["G3"] == {"level": 2, "carried": True}
