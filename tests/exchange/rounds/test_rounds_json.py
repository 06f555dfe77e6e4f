"""rounds.json inside a PDF: equal bytes each time, read strictly."""

import json
from typing import Any

import pytest

from app.exchange.rounds import rounds_json
from app.exchange.rounds.rounds_json import FaultyRoundsError
from app.maturity.answers import Assessment
from app.maturity.questionnaire import Questionnaire
from app.maturity.rounds.history import NO_HISTORY, RoundHistory
from tests.figures.cast import questionnaire
from tests.figures.cast_rounds import first_version, history, round_card


def find(assessment: Assessment) -> Questionnaire:
    return questionnaire() if assessment.version == questionnaire().version else first_version()


def read(content: bytes | None, count: int = 5) -> RoundHistory:
    return rounds_json.read(content, round_card(count, count, upgraded=2 if count == 5 else 0), find)


def changed(path: list[str | int], value: object) -> bytes:
    """Return the file with another value at a place."""
    content: Any = json.loads(rounds_json.write(history(5, upgraded=2)))
    at = content
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = value
    return json.dumps(content, ensure_ascii=False).encode()


def test_what_changed_and_the_trend_follow_from_what_is_read() -> None:
    shown = history(5, upgraded=2)

    again = read(rounds_json.write(shown))

    assert again.comparison == shown.comparison
    assert (again.trend, again.headline, again.earlier) == (shown.trend, shown.headline, shown.earlier)
    assert again.done == shown.done
    assert len(again.done) == 2


def test_with_two_rounds_one_is_compared() -> None:
    assert read(rounds_json.write(history(2)), 2).headline == history(2).headline


def test_without_a_file_there_is_no_history() -> None:
    assert read(None) == NO_HISTORY


def test_it_holds_the_levels_of_the_two_compared_rounds_and_no_text() -> None:
    content = json.loads(rounds_json.write(history(5)))

    assert content["answers"].keys() == {"1", "4"}
    for levels in content["answers"].values():
        assert levels.keys() == set(questionnaire().ids)
        assert set(levels.values()) <= {"0", "1", "2", "3", "4"}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"\xff",
        b"[" * 100_000,
        changed(["rounds"], None),
        changed(["rounds", 0, "overall", "exact"], "a third"),
        changed(["rounds", 0, "overall", "exact"], "1/0"),
        changed(["rounds", 0, "overall", "level"], "good"),
        changed(["rounds", 0, "overall", "rounded"], 99),
        changed(["rounds", 0, "completed_on"], "May"),
        changed(["rounds", 0, "number"], 7),
        changed(["answers", "1", "G1"], 5),
        changed(["answers", "1", "G1"], "9"),
        changed(["answers", "2"], {}),
        changed(["done", 0, "title"], ""),
        changed(["done", 0, "done_on"], "2001-01-01"),
        changed(["done", 0, "lang"], "de"),
        changed(["more"], 1),
    ],
)
def test_a_file_that_was_changed_is_refused(content: bytes) -> None:
    with pytest.raises(FaultyRoundsError):
        read(content)
