"""The laws of voices, and scorecard.json against a second implementation, over drawn cases."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.exchange.voices.entries import voices_entry
from app.maturity.answers import Answer
from app.maturity.voices.disagreement import compare
from app.maturity.voices.voice import Voice, VoiceRole, number_voices
from tests.build import an_answer
from tests.maturity.strategies import QUESTIONNAIRE
from tests.maturity.voices import reference_voices
from tests.maturity.voices.build import a_voice

LETTERS = [domain.letter for domain in QUESTIONNAIRE.domains]
ROLES = st.sampled_from(
    [VoiceRole("security"), VoiceRole("hr"), VoiceRole("other", "Press"), VoiceRole("other", "Élus")]
)
Json = dict[str, Any]


@st.composite
def voices(draw: st.DrawFn) -> tuple[Voice, ...]:
    """Draw up to six voices with domains and answers of their own, numbered."""
    drawn = []
    for place in range(draw(st.integers(0, 6))):
        domains = tuple(draw(st.lists(st.sampled_from(LETTERS), unique=True)))
        asked = [each for each in QUESTIONNAIRE.questions_in("full") if each.domain_letter in domains]
        # Few levels, so that voices often agree.
        low = draw(st.integers(0, 3))
        choices = {each: st.sampled_from([str(low), str(low + 1), *each.choices]) for each in asked}
        answers: dict[str, Answer] = {
            each.id: an_answer(draw(st.none() | choices[each]), comment=draw(st.sampled_from(["", "Why?"])))
            for each in asked
        }
        drawn.append(Voice(f"link-{place}", draw(ROLES), domains, answers, finished=True))
    return number_voices(drawn)


def as_given(counted: tuple[Voice, ...]) -> list[tuple[str, Json]]:
    return [
        (voice.role.key, {id: number(a.choice) for id, a in voice.answers.items() if a.choice is not None})
        for voice in counted
    ]


def number(choice: str) -> int | str:
    return int(choice) if choice.isdigit() else choice


@pytest.mark.parametrize("variant", ["full", "quick"])
@given(counted=voices())
@example(counted=())
@example(counted=(a_voice("hr", G1=2, E3="not_applicable"), a_voice("legal", G1=4, E3="unknown")))
def test_scorecard_json_agrees_with_a_second_reading_of_the_method(
    counted: tuple[Voice, ...], variant: str
) -> None:
    asked = QUESTIONNAIRE.questions_in(variant)
    gates = {question.id for question in asked if question.gate}

    expected = reference_voices.voices([question.id for question in asked], gates, as_given(counted))

    written = json.loads(json.dumps(voices_entry(compare(asked, counted))))
    assert written == {"voices": expected}


@given(counted=voices())
def test_every_question_is_listed_once_and_the_disputed_stand_first(counted: tuple[Voice, ...]) -> None:
    asked = QUESTIONNAIRE.questions_in("full")

    found = compare(asked, counted)

    assert sorted(each.question.id for each in found.questions) == sorted(each.id for each in asked)
    disputes = [each.disagreement for each in found.questions]
    assert disputes == sorted(disputes, reverse=True)
    assert found.disputed == found.questions[: len(found.disputed)]


@given(counted=voices())
def test_the_order_of_the_voices_changes_no_result(counted: tuple[Voice, ...]) -> None:
    asked = QUESTIONNAIRE.questions_in("full")

    one, other = compare(asked, counted), compare(asked, counted[::-1])

    assert one.agreement == other.agreement
    for each, mirrored in zip(one.questions, other.questions, strict=True):
        assert each == replace(mirrored, heard=mirrored.heard[::-1])


@given(counted=voices())
def test_nothing_that_is_proposed_is_higher_than_what_any_voice_gave(counted: tuple[Voice, ...]) -> None:
    for each in compare(QUESTIONNAIRE.questions_in("full"), counted).questions:
        levels = [one.answer.points for one in each.given if (one.answer.choice or "").isdigit()]
        if levels:
            assert each.proposed == str(min(levels))
        else:
            assert each.proposed in (None, "unknown", "not_applicable")


@given(counted=voices(), more=st.sampled_from(LETTERS))
def test_a_voice_that_says_nothing_changes_no_question(counted: tuple[Voice, ...], more: str) -> None:
    asked = QUESTIONNAIRE.questions_in("full")
    silent = Voice("link-silent", VoiceRole("finance"), (more,), {}, finished=True)

    one, other = compare(asked, counted), compare(asked, (*counted, silent))

    assert (one.questions, one.agreement) == (other.questions, other.agreement)
