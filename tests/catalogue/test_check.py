"""The check as a whole: all faults at once, in order, and never a traceback."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.catalogue.check import check, find_faults
from app.catalogue.files import QuestionnaireFiles, TomlFile, read
from tests.catalogue.mutations import (
    GARDEN,
    GUIDANCE,
    HARBOUR,
    MAIN,
    OPINIONS,
    QUESTIONNAIRES,
    SURVEY,
    Mutation,
    check_faults,
)

TWELVE = {
    (GARDEN, "G1.effort"): Mutation(GARDEN, "effort = 2", "effort = 5"),
    (GARDEN, "G1.guidance.1"): Mutation(GARDEN, '["R2"]', '["R3"]'),
    (GARDEN, "G1.level.2.fr"): Mutation(GARDEN, "La plupart entretiennent la haie.", " "),
    (HARBOUR, "H1.gate"): Mutation(HARBOUR, "gate = true", 'gate = "true"'),
    (HARBOUR, "H1.level.4.en"): Mutation(
        HARBOUR, "We tested the lighthouse.", "All of us keep the lighthouse."
    ),
    (HARBOUR, "H2.owner"): Mutation(HARBOUR, 'owner = "pilot"', 'owner = "cook"'),
    (GUIDANCE, "R2.address"): Mutation(
        GUIDANCE, 'status = "Vs"', 'status = "Vs"\naddress = "https://a.example"'
    ),
    (OPINIONS, "O1.help.fr"): Mutation(OPINIONS, 'help.fr = "Levez les yeux."\n', ""),
    (OPINIONS, "O2.none.exclusive"): Mutation(OPINIONS, 'choice = "many"', 'choice = "one"'),
    (MAIN, "rule.en"): Mutation(MAIN, "Choose the highest statement.", "Choose the 'highest' statement."),
    (SURVEY, "F3.confidence"): Mutation(SURVEY, 'confidence = "C"', 'confidence = "Z"'),
    (SURVEY, "survey.tittle"): Mutation(SURVEY, "[survey]", '[survey]\ntittle = "Harbours"'),
}


def test_the_sound_questionnaire_has_no_fault(sound: Path) -> None:
    assert check(sound) == ()


def test_twelve_faults_are_reported_at_once_in_order(sound: Path) -> None:
    for seed in TWELVE.values():
        seed.apply(sound)

    assert check_faults(sound) == list(TWELVE)


def test_the_check_has_the_same_result_every_time(sound: Path) -> None:
    for seed in TWELVE.values():
        seed.apply(sound)

    assert check(sound) == check(sound)


Steps = tuple[str | int, ...]


def items(value: object) -> list[tuple[str | int, object]]:
    """Return the keys and values of a table or a list."""
    if isinstance(value, dict):
        return list(value.items())
    return list(enumerate(value)) if isinstance(value, list) else []


def paths(value: object, path: Steps = ()) -> Iterator[Steps]:
    """Return the path to every value of a file."""
    for key, item in items(value):
        yield (*path, key)
        yield from paths(item, (*path, key))


def with_value(content: object, path: Steps, value: object) -> object:
    """Return a copy of a file's content with one value replaced."""
    if not path:
        return value
    copied = {
        key: with_value(item, path[1:], value) if key == path[0] else item for key, item in items(content)
    }
    return copied if isinstance(content, dict) else list(copied.values())


@pytest.mark.parametrize("file", [MAIN, HARBOUR, OPINIONS, SURVEY, GUIDANCE])
@pytest.mark.parametrize("value", [1.5, {}, [], [[]], [{"id": 1}], {"id": []}], ids=repr)
def test_a_value_of_another_type_is_a_fault_and_never_an_exception(file: str, value: object) -> None:
    documents = read(QUESTIONNAIRES / "sound")
    content = tomllib.loads((QUESTIONNAIRES / "sound" / file).read_text(encoding="utf-8"))

    for path in paths(content):
        changed = with_value(content, path, value)
        assert isinstance(changed, dict)
        document = TomlFile(file, changed)
        files = tuple(each if each.path != file else document for each in documents.files)
        assert find_faults(QuestionnaireFiles(files, ())), path
