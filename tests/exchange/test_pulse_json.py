import json
from typing import Any

import pytest

from app.exchange import pulse_json
from app.exchange.pulse_json import FaultyPulseError
from tests.figures.cast import pulse, questionnaire


def written(n: int = 35, grouping: str = "") -> dict[str, Any]:
    found: dict[str, Any] = json.loads(pulse_json.write(pulse(n, grouping)))
    return found


@pytest.mark.parametrize(("n", "grouping"), [(10, ""), (11, "seniority"), (35, ""), (400, "function")])
def test_reading_returns_the_written_result(n: int, grouping: str) -> None:
    content = pulse_json.write(pulse(n, grouping))

    assert pulse_json.write(pulse_json.read(content, questionnaire())) == content


@pytest.mark.parametrize("policy", [False, True])
def test_a_pulse_with_a_second_part_says_so(policy: bool) -> None:
    content = pulse_json.write(pulse(11, policy=policy))

    read = pulse_json.read(content, questionnaire())

    assert json.loads(content).get("policy", False) is policy
    # Every sixth of eleven skips Q1, so nine answered it: it is asked and not shown.
    asked = ["O1", "O2", "O3", "O4", *(["Q1", "Q2", "Q3", "Q4", "Q5"] if policy else [])]
    assert [each.question.id for each in read.questions] == asked
    assert ("Q1" in json.loads(content)["questions"], "Q2" in json.loads(content)["questions"]) == (
        False,
        policy,
    )


def test_it_holds_counts_intervals_and_verdicts() -> None:
    together = written(35)["questions"]["O1"]["answers"][0]

    # 21 of 35 beside 62 of 100.
    assert (together["answers"], together["count"]) == (["essential", "very_important"], 21)
    assert [f"{bound:.4f}" for bound in together["wilson"]] == ["0.4357", "0.7445"]
    assert (together["survey"]["figure"], together["survey"]["verdict"]) == ("F8", "unclear")


def test_a_question_that_too_few_answered_is_not_in_it() -> None:
    # Every sixth of eleven skips O4.
    assert set(written(11)["questions"]) == {"O1", "O2", "O3"}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"{}",
        b'{"grouping": "", "questions": []}',
        b'{"grouping": "salary", "questions": {}}',
        b"\xff",
    ],
)
def test_a_file_that_is_no_pulse_is_refused(content: bytes) -> None:
    with pytest.raises(FaultyPulseError):
        pulse_json.read(content, questionnaire())


def test_a_count_larger_than_the_number_of_answers_is_refused() -> None:
    changed = written(35)
    changed["questions"]["O1"]["answers"][1]["count"] = 36

    with pytest.raises(FaultyPulseError):
        pulse_json.read(json.dumps(changed).encode(), questionnaire())
