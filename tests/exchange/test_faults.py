import ast
import re
from pathlib import Path

import pytest

from app.exchange import assessment_json
from app.exchange.faults import MAX_FAULTS, FaultyAssessmentError
from app.translations import load_messages, translator
from tests.build import TODAY
from tests.exchange.files import VERSIONS, a_document, as_bytes, faults

ROOM = Path(assessment_json.__file__).parent


def marked_calls() -> list[ast.expr]:
    """Return what every N_(…) of the folder and the folders in it marks; literals side by side are one."""
    trees = [ast.parse(path.read_text("utf-8")) for path in sorted(ROOM.rglob("*.py"))]
    return [
        node.args[0]
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "N_"
    ]


def marked_sentences() -> list[str]:
    """Return the sentences that are marked as literals."""
    return [
        each.value
        for each in marked_calls()
        if isinstance(each, ast.Constant) and isinstance(each.value, str)
    ]


def test_every_fault_of_a_file_is_reported_at_once() -> None:
    document = a_document(
        questionnaire={"id": "other"},
        profile={"organisation": 5},
        answers={"Z9": {"level": 1}, "G1": {"level": 7}, "G2": {"colour": "red"}},
        opinions={"O1": "maybe"},
        targets={"G": 5},
        completed_on="yesterday",
        extra=1,
    )

    assert faults(document) == [
        "extra is not a known key.",
        "questionnaire.version is missing.",
        'questionnaire.id must be "readiness", not "other".',
        "profile.organisation_type is missing.",
        "profile.size_band is missing.",
        "profile.region is missing.",
        "profile.variant is missing.",
        "profile.organisation must be a text, not 5.",
        "answers.Z9 is not a question of this questionnaire.",
        "answers.G1.level must be a whole number from 0 to 4, not 7.",
        "answers.G2.colour is not a known key.",
        "opinions.O1 must be one of essential, very_important, fairly_important, not_very_important, "
        'not_important_at_all, dont_know, not "maybe".',
        "targets.G must be 2, 3 or 4, not 5.",
        'completed_on must be a date written YYYY-MM-DD, not "yesterday".',
    ]


def test_a_fault_has_its_place() -> None:
    with pytest.raises(FaultyAssessmentError) as refused:
        assessment_json.read(as_bytes(a_document(targets={"G": 1})), VERSIONS, TODAY)

    assert [fault.where for fault in refused.value.faults] == ["targets.G"]


def test_a_fault_has_a_french_sentence() -> None:
    with pytest.raises(FaultyAssessmentError) as refused:
        assessment_json.read(as_bytes(a_document(targets={"G": 1})), VERSIONS, TODAY)

    sentences = [fault.text(translator("fr")) for fault in refused.value.faults]

    assert sentences == ["targets.G doit être 2, 3 ou 4, et non 1."]


def test_every_sentence_of_the_room_has_its_french_with_the_same_places_for_values() -> None:
    sentences = marked_sentences()

    french = load_messages("fr")

    assert len(sentences) > 30
    assert [s for s in sentences if s not in french] == []
    places = re.compile(r"%\(\w+\)[sd]")
    assert [s for s in sentences if sorted(places.findall(s)) != sorted(places.findall(french[s]))] == []


def test_no_sentence_is_marked_in_a_way_that_the_check_of_its_french_misses() -> None:
    assert len(marked_calls()) == len(marked_sentences()) > 50


def test_after_a_hundred_faults_one_sentence_states_that_there_are_more() -> None:
    sentences = faults(a_document(answers={f"Z{number}": {} for number in range(10_000)}))

    assert len(sentences) == MAX_FAULTS + 1
    assert sentences[-1] == "There are more faults than the 100 listed here."


def test_a_key_cannot_write_to_the_terminal() -> None:
    document = a_document(answers={"\x1b[2J\nG1\u202e": {"level": 1}})

    assert faults(document) == ["answers.\\u001b[2J\\u000aG1\\u202e is not a question of this questionnaire."]


def test_a_long_value_is_cut_short_in_its_sentence() -> None:
    (sentence,) = faults(a_document(completed_on="x" * 1_000_000))

    assert sentence == f'completed_on must be a date written YYYY-MM-DD, not "{"x" * 59}…".'


def test_percent_signs_in_a_file_stay_as_they_are() -> None:
    assert faults(a_document(targets={"%(where)s%d": 3})) == [
        "targets.%(where)s%d is not a domain of this questionnaire."
    ]


def test_a_lone_surrogate_in_a_key_can_be_printed() -> None:
    (sentence,) = faults(a_document(answers={"\ud800": {"level": 1}}))

    assert sentence.encode() == b"answers.\\ud800 is not a question of this questionnaire."


def test_the_error_itself_reads_as_its_sentences() -> None:
    with pytest.raises(FaultyAssessmentError, match=r"^targets\.G must be 2, 3 or 4, not 1\.$"):
        assessment_json.read(as_bytes(a_document(targets={"G": 1})), VERSIONS, TODAY)
