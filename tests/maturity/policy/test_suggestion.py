"""What kept quotes suggest, and that they never suggest more than the table allows."""

from itertools import product

import pytest

from app.maturity.policy.cue import PolicyReading
from app.maturity.policy.suggestion import suggested_level
from app.maturity.questionnaire import Questionnaire
from app.maturity.text import Text

# The level that kept quotes suggest alone, and with the person's word (docs/policy-reader.md).
TABLE = {
    "G1": (1, 2), "G2": (2, 2), "G5": (0, 2), "G6": (0, 2),
    "P1": (1, 2), "P2": (1, 2), "P3": (0, 2), "P4": (1, 2), "P5": (1, 2),
    "A1": (0, 0), "A2": (0, 2), "A3": (1, 2), "A4": (0, 2), "A5": (0, 2),
    "C1": (1, 2), "C2": (0, 2), "C3": (0, 2), "C4": (0, 2), "C5": (1, 2),
    "I1": (1, 2), "I2": (0, 2), "I3": (0, 2), "I4": (0, 2), "I5": (0, 2), "I6": (0, 2),
    "E1": (1, 2), "E2": (1, 2), "E3": (0, 2), "E4": (1, 2), "E5": (1, 2),
    "L1": (0, 2), "L4": (1, 2),
    "S1": (0, 2), "S2": (0, 2), "S4": (0, 2),
    "V1": (1, 2),
}  # fmt: skip
ANSWERS = (None, 0, 1, 2, 3, 4)


def reading(alone: int, confirmed: int, *, two_matters: bool = False) -> PolicyReading:
    return PolicyReading("H1", "written", alone, confirmed, Text("so", "oui"), two_matters=two_matters)


@pytest.mark.parametrize(
    ("kept", "confirmed", "current", "level"),
    [
        (True, False, None, 1),
        (True, True, None, 2),
        (False, True, None, None),
        (False, False, 0, None),
        (True, False, 0, 1),
        (True, False, 1, None),
        (True, True, 1, 2),
        (True, True, 2, None),
        (True, True, 4, None),
    ],
)
def test_kept_quotes_and_the_persons_word_suggest_a_level_above_the_answer(
    kept: bool, confirmed: bool, current: int | None, level: int | None
) -> None:
    assert suggested_level(reading(1, 2), kept=kept, confirmed=confirmed, current=current) == level


@pytest.mark.parametrize(("matters", "level"), [((), 1), ({"posting"}, 1), ({"posting", "refusal"}, 2)])
def test_where_two_matters_are_needed_fewer_suggest_level_1(matters: set[str], level: int) -> None:
    of_two = reading(2, 2, two_matters=True)

    assert suggested_level(of_two, kept=True, confirmed=False, current=None, matters=matters) == level


def test_a_level_of_nothing_is_not_suggested() -> None:
    assert suggested_level(reading(0, 0), kept=True, confirmed=True, current=None) is None


def test_no_cue_and_no_answer_leads_above_the_table(questionnaire: Questionnaire) -> None:
    readings = questionnaire.policy.readings
    everything = {cue.id for each in readings.values() for cue in each.cues}

    for each, current, kept, confirmed in product(readings.values(), ANSWERS, (False, True), (False, True)):
        alone, with_word = TABLE.get(each.practice, (0, 0))
        for cues in (set[str](), {cue.id for cue in each.cues[:1]}, everything):
            level = suggested_level(
                each, kept=kept, confirmed=confirmed, current=current, matters=each.matters_of(cues)
            )
            assert level is None or (current or 0) < level <= (with_word if confirmed else alone)
            assert kept or level is None


def test_all_that_the_table_allows_is_suggested(questionnaire: Questionnaire) -> None:
    def level(each: PolicyReading, confirmed: bool) -> int | None:
        matters = each.matters_of({cue.id for cue in each.cues})
        return suggested_level(each, kept=True, confirmed=confirmed, current=None, matters=matters)

    readings = questionnaire.policy.readings

    assert {
        practice: (level(each, confirmed=False) or 0, level(each, confirmed=True) or 0)
        for practice, each in readings.items()
        if each.kind != "none"
    } == TABLE


def test_a_gate_needs_the_persons_word_and_a1_is_never_suggested(questionnaire: Questionnaire) -> None:
    gates = [question.id for question in questionnaire.questions_in("full") if question.gate]

    assert sorted(gates) == ["A1", "A4", "E3", "I2", "I3"]
    for gate in gates:
        each = questionnaire.policy.readings[gate]
        assert suggested_level(each, kept=True, confirmed=False, current=None) is None
        assert suggested_level(each, kept=True, confirmed=True, current=None) == (None if gate == "A1" else 2)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_who_decides_is_level_2_only_with_two_matters(questionnaire: Questionnaire, language: str) -> None:
    each = questionnaire.policy.readings["G2"]
    by_matter = {cue.matter: cue.id for cue in each.cues if cue.language == language}

    def level(*cues: str) -> int | None:
        return suggested_level(each, kept=True, confirmed=False, current=None, matters=each.matters_of(cues))

    assert level(by_matter["posting"]) == 1
    assert level(by_matter["posting"], by_matter["accounts"]) == 2
