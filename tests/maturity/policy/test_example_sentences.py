"""The example sentences cover every practice that a text can speak to, in both languages."""

from typing import get_args

import pytest

from app.maturity.questionnaire import Questionnaire
from app.maturity.text import LANGUAGES, Language
from tests.maturity.policy.example_sentences import ExampleSentence, Verdict, example_sentences
from tests.test_french_spaces import WRONG_SPACE

# Decisions, budgets, figures and surveys: no wording of a policy shows them.
NOT_READ = {"G3", "G4", "L2", "L3", "S3", "S5", "V2", "V3", "V4", "V5"}
TRAPS = {"public", "other", "none", "plan", "neighbour", "question", "about"}
VERDICTS = get_args(Verdict)


@pytest.fixture(params=[(verdict, language) for verdict in VERDICTS for language in LANGUAGES], ids="-".join)
def sentences(request: pytest.FixtureRequest) -> tuple[ExampleSentence, ...]:
    verdict, language = request.param
    return example_sentences(verdict, language)


def test_each_practice_that_is_read_has_its_sentences(
    sentences: tuple[ExampleSentence, ...], questionnaire: Questionnaire
) -> None:
    read = {question.id for question in questionnaire.questions_in("full")} - NOT_READ

    assert len(read) == 36
    assert {practice for sentence in sentences for practice in sentence.practices} == read
    assert len(sentences) > 100


def test_no_sentence_stands_twice(sentences: tuple[ExampleSentence, ...]) -> None:
    assert len({sentence.text for sentence in sentences}) == len(sentences)


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_a_near_miss_has_a_trap(language: Language) -> None:
    assert {sentence.trap for sentence in example_sentences("hit", language)} == {""}
    assert {sentence.trap for sentence in example_sentences("miss", language)} == TRAPS


def test_the_french_sentences_have_the_right_spaces() -> None:
    texts = [
        part
        for verdict in VERDICTS
        for sentence in example_sentences(verdict, "fr")
        for part in (sentence.text, sentence.lead, sentence.heading)
    ]

    assert [text for text in texts if WRONG_SPACE.search(text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_must_and_must_not_be_found_for_the_same_practice(language: Language) -> None:
    hits, misses = (
        {
            (sentence.text, practice)
            for sentence in example_sentences(verdict, language)
            for practice in sentence.practices
        }
        for verdict in VERDICTS
    )

    assert hits.isdisjoint(misses)
