"""No tick on a page answers with more than a text can prove, whatever the stored answer."""

from itertools import product

import pytest

from app.maturity.answers import Answer
from app.maturity.policy.matching import Quote
from app.maturity.questionnaire import Questionnaire
from app.web.policy.practice_reading import PracticeReading, readings_of

CHOICES = (None, "unknown", "not_applicable", "0", "1", "2", "3", "4")


@pytest.fixture(scope="module")
def readings(questionnaire: Questionnaire) -> list[PracticeReading]:
    """Return every practice with a quote from each of its cues."""
    return [
        PracticeReading(
            question, reading, tuple(Quote(question.id, "…", "", None, cue.id) for cue in reading.cues)
        )
        for question, reading in readings_of(questionnaire, questionnaire.questions_in("full"))
    ]


def test_no_level_exceeds_the_table_or_lowers_an_answer(readings: list[PracticeReading]) -> None:
    seen = set()
    for each, choice, confirmed in product(readings, CHOICES, (False, True)):
        answer = Answer(choice)
        level = each.possible_level(answer, confirmed=confirmed)
        limit = each.reading.confirmed if confirmed else each.reading.alone
        assert level is None or answer.points < level <= limit <= 2
        seen.add(level)

    assert seen == {None, 1, 2}


def test_must_haves_rise_only_with_the_person_s_word_and_account_protection_never(
    readings: list[PracticeReading],
) -> None:
    gates = {each.question.id: each for each in readings if each.question.gate}

    nothing = Answer()
    assert len(gates) == 5
    assert not [id for id, each in gates.items() if each.possible_level(nothing, confirmed=False)]
    assert {id for id, each in gates.items() if each.possible_level(nothing, confirmed=True)} == (
        gates.keys() - {"A1"}
    )


def test_what_does_not_apply_is_offered_no_level(readings: list[PracticeReading]) -> None:
    assert not [each for each in readings if each.possible_level(Answer("not_applicable"), confirmed=True)]
