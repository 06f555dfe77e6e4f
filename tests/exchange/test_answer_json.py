from datetime import date, timedelta
from typing import Any

import pytest

from app.maturity.answers import Answer
from tests.build import TODAY, an_answer
from tests.exchange.files import a_document, a_profile_with, answer_faults, faults, read

LEVEL = "must be a whole number from 0 to 4"


def answer_read(given: dict[str, Any], question: str = "G1") -> Answer:
    return read(a_document(answers={question: given})).answers[question]


@pytest.mark.parametrize("level", [0, 1, 2, 3, 4])
def test_a_level_is_read(level: int) -> None:
    assert answer_read({"level": level}) == an_answer(level)


def test_unknown_and_not_applicable_are_read() -> None:
    assert answer_read({"unknown": True}) == an_answer("unknown")
    assert answer_read({"not_applicable": True}, "G3") == an_answer("not_applicable")


def test_a_note_with_a_date_and_no_choice_is_kept() -> None:
    given = {"comment": "Ask Ana.", "evidence": "Minutes", "evidence_date": "2026-10-01"}

    assert answer_read(given) == an_answer(
        comment="Ask Ana.", evidence="Minutes", evidence_date=date(2026, 10, 1)
    )


@pytest.mark.parametrize(
    ("level", "shown"),
    [
        (True, "true"),
        (False, "false"),
        (2.0, "2.0"),
        ("2", '"2"'),
        (None, "null"),
        (-1, "-1"),
        (5, "5"),
        (10**40, str(10**40)),
        ([2], "[…]"),
        ({}, "{…}"),
    ],
)
def test_a_value_that_is_not_a_level_is_refused(level: object, shown: str) -> None:
    assert answer_faults({"level": level}) == [f"answers.G1.level {LEVEL}, not {shown}."]


@pytest.mark.parametrize("value", [2, [], "level", None, True])
def test_an_answer_that_is_not_an_object_is_refused(value: object) -> None:
    (sentence,) = answer_faults(value)

    assert sentence.startswith("answers.G1 must be an object, not ")


def test_an_empty_answer_is_refused() -> None:
    assert answer_faults({}) == ["answers.G1 is empty; a question without an answer is left out."]


def test_answers_that_are_not_an_object_are_refused() -> None:
    assert faults(a_document(answers=[])) == ["answers must be an object, not […]."]


@pytest.mark.parametrize(
    "given",
    [
        {"level": 2, "unknown": True},
        {"level": 2, "not_applicable": True},
        {"unknown": True, "not_applicable": True},
        {"level": 2, "unknown": True, "not_applicable": True},
    ],
)
def test_two_choices_at_once_are_refused(given: dict[str, object]) -> None:
    assert answer_faults(given, "G3") == [
        "answers.G3 may hold only one of level, unknown and not_applicable."
    ]


@pytest.mark.parametrize("key", ["unknown", "not_applicable"])
@pytest.mark.parametrize(("value", "shown"), [(False, "false"), (1, "1"), ("true", '"true"'), (None, "null")])
def test_a_choice_that_is_not_true_is_refused(key: str, value: object, shown: str) -> None:
    assert answer_faults({key: value}, "G3") == [f"answers.G3.{key} must be true or left out, not {shown}."]


@pytest.mark.parametrize("value", [True, False])
def test_not_applicable_is_refused_where_a_question_always_applies(*, value: bool) -> None:
    assert answer_faults({"not_applicable": value}) == [
        "answers.G1.not_applicable is not allowed: this question applies to every organisation."
    ]


def test_an_unknown_key_of_an_answer_is_named() -> None:
    assert answer_faults({"level": 2, "levle": 3}) == ["answers.G1.levle is not a known key."]


def test_a_question_outside_the_questionnaire_is_named() -> None:
    assert answer_faults({"level": 2}, "G9") == ["answers.G9 is not a question of this questionnaire."]


def test_an_answer_outside_the_variant_is_named() -> None:
    document = a_profile_with(variant="quick") | {"answers": {"G1": {"level": 2}, "G2": {"level": 2}}}

    assert faults(document) == ['answers.G2 is not asked in the variant "quick".']


@pytest.mark.parametrize("key", ["comment", "evidence"])
@pytest.mark.parametrize(("value", "shown"), [(None, "null"), (1, "1"), (["a"], "[…]"), ({}, "{…}")])
def test_a_note_that_is_not_a_text_is_refused(key: str, value: object, shown: str) -> None:
    assert answer_faults({"level": 1, key: value}) == [f"answers.G1.{key} must be a text, not {shown}."]


@pytest.mark.parametrize("key", ["comment", "evidence"])
def test_a_note_of_more_than_two_thousand_code_points_is_refused(key: str) -> None:
    assert answer_faults({"level": 1, key: "😀" * 2_000}) == []
    assert answer_faults({"level": 1, key: "é" * 2_001}) == [
        f"answers.G1.{key} is longer than 2000 characters."
    ]


def test_a_note_is_measured_after_it_is_cleaned() -> None:
    lines = "\r\n".join(["x"] * 1_000)  # 2,998 characters; 1,999 once line ends are LF

    assert len(answer_read({"comment": f"  {lines}\x00\n "}).comment) == 1_999


def test_a_lone_surrogate_is_dropped_from_a_note() -> None:
    assert answer_read({"comment": "a\ud800b"}).comment == "ab"


def test_an_answer_of_blank_notes_alone_is_not_kept() -> None:
    assert read(a_document(answers={"G1": {"comment": " \n"}})).answers == {}


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        ("2026-02-29", '"2026-02-29"'),
        ("2026-13-01", '"2026-13-01"'),
        ("20261001", '"20261001"'),
        ("2026-W40-4", '"2026-W40-4"'),
        ("2026-10-1", '"2026-10-1"'),
        ("01/10/2026", '"01/10/2026"'),
        ("2026-10-01T00:00", '"2026-10-01T00:00"'),
        (" 2026-10-01", '" 2026-10-01"'),
        ("2026-10-01\n", '"2026-10-01\\u000a"'),
        ("٢٠٢٦-١٠-٠١", '"٢٠٢٦-١٠-٠١"'),
        ("0000-01-01", '"0000-01-01"'),
        ("", '""'),
        (20261001, "20261001"),
        (None, "null"),
    ],
)
def test_a_value_that_is_not_a_day_is_refused(day: object, shown: str) -> None:
    assert answer_faults({"level": 1, "evidence_date": day}) == [
        f"answers.G1.evidence_date must be a date written YYYY-MM-DD, not {shown}."
    ]


def test_evidence_of_the_latest_day_is_accepted_and_of_the_day_after_it_refused() -> None:
    day_after = TODAY + timedelta(days=1)

    assert answer_faults({"level": 1, "evidence_date": TODAY.isoformat()}) == []
    assert answer_faults({"level": 1, "evidence_date": day_after.isoformat()}) == [
        "answers.G1.evidence_date lies in the future: 2026-11-02."
    ]
