"""The rounds and the plan in an assessment.json of format_version 2."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.catalogue.versions import load_all
from app.config import ROOT
from app.exchange import assessment_json
from app.exchange.assessment_file import AssessmentFile, RoundInFile
from app.maturity.answers import Answer
from app.maturity.plan.action import Action
from tests.build import TODAY, an_assessment, answers
from tests.exchange.files import QUESTIONNAIRE, VERSIONS, a_document, answer_faults, as_bytes, faults
from tests.exchange.test_golden import GOLDEN
from tests.maturity.plan.build import an_action, plans

ALL: dict[str, dict[str, object]] = {
    question.id: {"level": 1} for question in QUESTIONNAIRE.questions_in("full")
}


def a_round(number: int = 1, **changes: Any) -> dict[str, Any]:  # noqa: ANN401  # any value, the wrong ones too
    """Return a valid closed round as JSON values."""
    document = a_document(answers=ALL, completed_on="2026-05-02")
    shared = {key: document[key] for key in ("questionnaire", "profile", "answers", "completed_on")}
    return {"number": number, "label": "Spring", **shared} | changes


def a_file(**changes: Any) -> dict[str, Any]:  # noqa: ANN401  # any value, the wrong ones too
    """Return a valid file of format_version 2."""
    return a_document(format_version=2, **changes)


def an_entry(**changes: Any) -> dict[str, Any]:  # noqa: ANN401  # any value, the wrong ones too
    """Return a valid action as JSON values."""
    return {"id": "a1", "title": "Ask", "lang": "en", "state": "to_do"} | changes


def read_back(file: AssessmentFile) -> AssessmentFile:
    return assessment_json.read_file(assessment_json.write_file(file), VERSIONS, TODAY)


@settings(max_examples=40)
@given(plans(), st.integers(0, 3), st.booleans())
def test_rounds_and_plan_come_back_as_they_were_written(
    plan: tuple[Action, ...], count: int, complete: bool
) -> None:
    asked = {question.id for question in QUESTIONNAIRE.questions_in("full")}
    plan = tuple(
        replace(
            each,
            practice=each.practice if each.practice in asked else None,
            done_on=each.done_on and min(each.done_on, TODAY),
        )
        for each in plan
    )
    past = an_assessment({id: Answer("1", f"About {id}") for id in ALL})
    rounds = tuple(
        RoundInFile(
            2 * number + 1, f"R{number}", replace(past, completed_on=date(2026, 5, number + 1)), QUESTIONNAIRE
        )
        for number in range(count)
    )
    present = replace(past, completed_on=date(2026, 10, 1) if complete else None)
    file = AssessmentFile(present, QUESTIONNAIRE, 9, "Now", rounds, plan)

    assert read_back(file) == file


def test_a_carried_answer_stays_carried() -> None:
    assessment = an_assessment(
        {"G1": Answer("2", "Why", carried=True), "G2": Answer("unknown", carried=True)}
    )

    assert read_back(AssessmentFile(assessment, QUESTIONNAIRE)).assessment == assessment


def test_a_file_without_rounds_and_plan_holds_neither_key() -> None:
    written = assessment_json.write(an_assessment(answers(G1=2)), QUESTIONNAIRE)

    assert b'"round' not in written
    assert b'"plan"' not in written


def test_the_released_file_of_version_2_holds_its_rounds_and_its_plan() -> None:
    content = (GOLDEN / "assessment-2.json").read_bytes()

    file = assessment_json.read_file(content, load_all(ROOT / "questionnaires"), TODAY)

    assert [(each.number, each.label, each.assessment.version) for each in file.rounds] == [
        (1, "", "1.0"),
        (4, "Avant l’audit", "1.1"),
    ]
    assert (file.number, file.label) == (5, "Nach dem Audit")
    assert [len(each.assessment.answers) for each in file.rounds] == [17, 46]
    assert file.rounds[1].assessment.answers["I6"] == Answer("unknown", "À demander\nau service")
    assert file.plan[0] == Action(
        *("k3n9x2", "Écrire la politique\u202f; la signer", "fr", "G1", "Zoé", date(2026, 12, 31), "doing"),
        note="Eine Zeile\nnoch eine 〜",
        revision=3,
    )
    assert [each.state for each in file.plan] == ["doing", "to_do", "done", "dropped"]
    assert assessment_json.write_file(file) == content


def test_a_round_is_the_file_as_it_was_then() -> None:
    file = assessment_json.read_file(
        as_bytes(a_file(rounds=[a_round(1), a_round(3)], round={"number": 4})), VERSIONS, TODAY
    )

    assert file.numbers == (1, 3, 4)
    then = file.at_round(3)
    assert then is not None
    assert (then.number, then.assessment.completed_on) == (3, date(2026, 5, 2))
    assert [each.number for each in then.rounds] == [1]
    assert file.at_round(4) == file
    assert file.at_round(2) is None


@pytest.mark.parametrize("key", ["round", "rounds", "plan"])
def test_version_1_knows_neither_rounds_nor_a_plan(key: str) -> None:
    assert faults(a_document(**{key: []})) == [f"{key} is not a known key."]


def test_version_1_knows_no_carried_answer() -> None:
    assert answer_faults({"level": 1, "carried": True}) == ["answers.G1.carried is not a known key."]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"rounds": {}}, "rounds must be a list, not {…}."),
        ({"rounds": [3]}, "rounds[0] must be an object, not 3."),
        ({"rounds": [a_round(label=1)]}, "rounds[0].label must be a text, not 1."),
        ({"rounds": [a_round(label="x" * 61)]}, "rounds[0].label is longer than 60 characters."),
        ({"rounds": [a_round(0)]}, "rounds[0].number must be a whole number from 1, not 0."),
        ({"rounds": [a_round(color=1)]}, "rounds[0].color is not a known key."),
        (
            {"rounds": [a_round(2), a_round(2)]},
            "rounds[1].number must be greater than the numbers of the rounds before it.",
        ),
        (
            {"rounds": [a_round(5)], "round": {"number": 5}},
            "round.number must be greater than the numbers of the rounds before it.",
        ),
        ({"round": {"label": "x"}}, "round.number is missing."),
        (
            {"rounds": [a_round(answers={key: ALL[key] for key in ALL if key != "C1"})]},
            "rounds[0].answers.C1 is missing: in a closed round every question is answered.",
        ),
        (
            {"rounds": [a_round(answers=ALL | {"G1": {"level": 7}})]},
            "rounds[0].answers.G1.level must be a whole number from 0 to 4, not 7.",
        ),
        (
            {"rounds": [a_round(answers=ALL | {"G1": {"level": 1, "carried": True}})]},
            "rounds[0].answers.G1.carried is not a known key.",
        ),
        ({"rounds": [a_round(opinions={"O9": "x"})]}, "rounds[0].opinions.O9 is not an opinion question"),
        ({"rounds": [a_round(targets={"G": 1})]}, "rounds[0].targets.G must be 2, 3 or 4, not 1."),
        ({"rounds": [a_round(completed_on="2031-01-01")]}, "rounds[0].completed_on lies in the future"),
        (
            {"rounds": [a_round(questionnaire={"id": "readiness", "version": "9"})]},
            'rounds[0].questionnaire.version is "9"; this service has these versions: 1.0.',
        ),
        ({"rounds": [a_round(number) for number in range(1, 42)]}, "rounds holds 41, and may hold 40."),
        (
            {"rounds": [a_round(number) for number in range(1, 41)], "completed_on": "2026-10-01"},
            "rounds holds 40, and may hold 39.",
        ),
        (
            {"answers": {"G1": {"comment": "x", "carried": True}}},
            "answers.G1 is carried, but has no level, unknown or not_applicable.",
        ),
        (
            {"answers": {"G1": {"level": 1, "carried": 1}}},
            "answers.G1.carried must be true or left out, not 1.",
        ),
        ({"plan": {}}, "plan must be a list, not {…}."),
        ({"plan": [an_entry(id="A b")]}, "plan[0].id must be 1 to 40 small letters, digits and hyphens."),
        ({"plan": [an_entry(), an_entry()]}, "plan[1].id occurs more than once."),
        ({"plan": [{"id": "a1", "lang": "en", "state": "to_do"}]}, "plan[0].title is missing."),
        ({"plan": [an_entry(title=" ")]}, "plan[0].title is empty."),
        ({"plan": [an_entry(title="x" * 501)]}, "plan[0].title is longer than 500 characters."),
        ({"plan": [an_entry(person="x" * 101)]}, "plan[0].person is longer than 100 characters."),
        ({"plan": [an_entry(note="x" * 1001)]}, "plan[0].note is longer than 1000 characters."),
        ({"plan": [an_entry(lang="de")]}, 'plan[0].lang must be one of en, fr, not "de".'),
        (
            {"plan": [an_entry(state="ready")]},
            "plan[0].state must be one of to_do, doing, done, dropped, not",
        ),
        ({"plan": [an_entry(practice="Z9")]}, "plan[0].practice is not a question of any version."),
        ({"plan": [an_entry(due="2026-02-30")]}, "plan[0].due must be a date written YYYY-MM-DD, not"),
        (
            {"plan": [an_entry(due="1999-12-31")]},
            "plan[0].due is too far away: choose a date from 2000 to 2199.",
        ),
        (
            {"plan": [an_entry(state="dropped")]},
            "plan[0].note is empty: an action that is dropped needs its reason.",
        ),
        (
            {"plan": [an_entry(state="done")]},
            "plan[0].done_on is missing: an action that is done needs its date.",
        ),
        ({"plan": [an_entry(done_on="2026-10-01")]}, "plan[0].done_on is for actions that are done."),
        ({"plan": [an_entry(state="done", done_on="2031-01-01")]}, "plan[0].done_on lies in the future"),
        ({"plan": [an_entry(revision=-1)]}, "plan[0].revision must be a whole number from 0, not -1."),
        ({"plan": [an_entry(color=1)]}, "plan[0].color is not a known key."),
        ({"plan": [an_entry(id=f"a{number}") for number in range(201)]}, "plan holds 201, and may hold 200."),
    ],
)
def test_a_fault_in_rounds_or_plan_is_named(changes: dict[str, Any], sentence: str) -> None:
    (found,) = faults(a_file(**changes))

    assert found.startswith(sentence)


def test_an_action_without_what_may_be_left_out() -> None:
    file = assessment_json.read_file(
        as_bytes(a_file(plan=[an_entry(person=None, due=None)])), VERSIONS, TODAY
    )

    assert file.plan == (an_action("a1", title="Ask"),)
