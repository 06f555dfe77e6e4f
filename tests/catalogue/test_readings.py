"""Three invented organisations, rated by one reader of each language from the same evidence.

Where the two languages of a practice set different thresholds, the readers part: that has to be mended in the
questionnaire. After a change of a statement its practice is rated again in both languages.
"""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from app.maturity.questionnaire import Questionnaire

FOLDER = Path(__file__).parent / "readings"
ORGANISATIONS = ("aldebaran", "bellatrix", "capella")


def read(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ORGANISATIONS)
def test_the_evidence_is_of_every_practice_in_both_languages(name: str, questionnaire: Questionnaire) -> None:
    evidence = read(name)["evidence"]

    assert list(evidence) == [question.id for question in questionnaire.questions_in("full")]
    assert all(set(texts) == {"en", "fr"} and all(texts.values()) for texts in evidence.values())


@pytest.mark.parametrize("name", ORGANISATIONS)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_rating_is_a_choice_that_the_practice_has(
    name: str, language: str, questionnaire: Questionnaire
) -> None:
    rated = read(f"ratings-{language}")[name]

    assert set(rated) == {question.id for question in questionnaire.questions_in("full")}
    assert not [id for id, choice in rated.items() if choice not in questionnaire.question(id).choices]


def test_the_two_readers_agree() -> None:
    english, french = read("ratings-en"), read("ratings-fr")
    ratings = [
        (english[name][id], french[name][id]) for name in ORGANISATIONS for id in read(name)["evidence"]
    ]

    assert len(ratings) == 138
    assert [pair for pair in ratings if pair[0] != pair[1]] == []
    # They tell organisations apart: no answer stands for all of them.
    assert {"0", "1", "2", "3", "4", "unknown", "not_applicable"} <= {pair[0] for pair in ratings}
