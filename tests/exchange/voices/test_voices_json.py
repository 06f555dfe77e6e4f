"""voices.json inside a PDF: equal bytes each time, read strictly."""

import json
from typing import Any

import pytest

from app.exchange import scorecard_json
from app.exchange.voices import voices_json
from app.exchange.voices.voices_json import FaultyVoicesError
from app.maturity.voices.disagreement import Voices
from tests.figures.cast import card, questionnaire
from tests.figures.cast_voices import COMMENT, LONG_NAME, voices

ASKED = questionnaire().questions_in("full")


def read(content: bytes | None) -> Voices | None:
    return voices_json.read(content, ASKED)


def changed(path: list[str | int], value: object) -> bytes:
    """Return the file with another value at a place."""
    content: Any = json.loads(voices_json.write(voices()))
    at = content
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = value
    return json.dumps(content, ensure_ascii=False).encode()


def test_what_is_read_says_what_was_written() -> None:
    assert read(voices_json.write(voices())) == voices()


def test_without_a_file_there_are_no_voices() -> None:
    assert read(None) is None


def test_a_quick_check_reads_the_voices_on_its_own_practices() -> None:
    quick = voices("quick")

    assert voices_json.read(voices_json.write(quick), questionnaire().questions_in("quick")) == quick


def test_it_holds_roles_numbers_choices_and_comments_and_no_link() -> None:
    content = json.loads(voices_json.write(voices()))

    roles = [(each["role"], each["name"], each["number"]) for each in content["voices"]]
    assert roles == [
        ("communications", "", None),
        ("hr", "", 1),
        ("hr", "", 2),
        ("security", "", None),
        ("other", LONG_NAME, None),
    ]
    assert content["voices"][0]["answers"]["G1"] == {"choice": "3", "comment": COMMENT}
    assert "link" not in json.dumps(content)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"\xff",
        b"[" * 100_000,
        changed(["voices"], None),
        changed(["voices", 0], []),
        changed(["voices", 0, "role"], "director"),
        changed(["voices", 0, "role"], ["hr"]),
        changed(["voices", 0, "name"], 3),
        changed(["voices", 1, "number"], "1"),
        changed(["voices", 1, "number"], 2),
        changed(["voices", 0, "answers", "G1"], "3"),
        changed(["voices", 0, "answers", "G1", "choice"], "9"),
        changed(["voices", 0, "answers", "G1", "choice"], 3),
        changed(["voices", 0, "answers", "G1", "comment"], ["a"]),
        changed(["voices", 0, "answers", "G1", "comment"], "a" * 2001),
        changed(["voices", 0, "answers", "X9"], {"choice": "3"}),
        changed(["format_version"], 2),
    ],
)
def test_another_file_is_refused(content: bytes) -> None:
    with pytest.raises(FaultyVoicesError):
        read(content)


def test_scorecard_json_has_answers_by_role_and_no_comment() -> None:
    content = scorecard_json.write(card("bellatrix"), voices=voices())

    said = json.loads(content)["voices"]
    first = next(each for each in said["questions"] if each["question"] == "G1")
    assert first["given"][0] == {"role": "communications", "answer": 3}
    assert [each["role"] for each in first["given"]][1:3] == ["hr 1", "hr 2"]
    assert COMMENT not in content.decode()
    assert len(said["questions"]) == len(ASKED)


def test_without_voices_scorecard_json_does_not_name_them() -> None:
    assert "voices" not in json.loads(scorecard_json.write(card("bellatrix")))
