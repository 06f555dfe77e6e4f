"""What a carried answer counts for: every score, and not completeness."""

from dataclasses import replace
from fractions import Fraction

import pytest

from app.maturity.answers import Answer, carried, unanswered, with_answer
from app.maturity.scorecard import Scorecard, build, what_if
from app.maturity.wizard import Progress, progress
from tests.build import a_questionnaire, an_answer, an_assessment

QUESTIONNAIRE = a_questionnaire()
IDS = ("G1", "G2", "G3", "C1", "C2", "E1", "E2", "E3")
CARRIED = ("G2", "C1", "E3")
LEVELS = {id: an_answer(3, carried=id in CARRIED) for id in IDS}


def scored(given: dict[str, Answer]) -> Scorecard:
    return build(QUESTIONNAIRE, an_assessment(given), completed=True)


def test_carried_answers_count_in_the_scores_and_not_as_answered() -> None:
    card, confirmed = (scored(given) for given in (LEVELS, {id: an_answer(3) for id in IDS}))

    assert card.overall == confirmed.overall
    assert [each.score for each in card.domains] == [each.score for each in confirmed.domains]
    assert (card.answered, card.asked) == (5, 8)
    assert [(each.answered, each.applicable) for each in card.domains] == [(2, 3), (1, 2), (2, 3)]


def test_a_result_with_a_carried_answer_is_interim_although_complete_is_pressed() -> None:
    assert not scored(LEVELS).complete
    assert scored({id: replace(answer, carried=False) for id, answer in LEVELS.items()}).complete


@pytest.mark.parametrize("choice", ["unknown", "not_applicable"])
def test_carried_unknown_and_not_applicable_count_likewise(choice: str) -> None:
    # G1 at 2 and G3 unknown: 2 of 8 points; without G3: 2 of 4 points.
    card = scored({"G1": an_answer(2), "G3": an_answer(choice, carried=True)})

    assert card.overall.score is not None
    assert card.overall.score.exact == {"unknown": Fraction(25), "not_applicable": Fraction(50)}[choice]
    assert [q.id for q in card.not_applicable + card.unknown] == ["G3"]
    assert card.answered == 1


def test_a_carried_level_lets_a_gate_pass_or_fail() -> None:
    below, above = (scored({"E3": an_answer(level, carried=True)}) for level in (1, 2))

    assert [q.id for q in below.overall.failing_gates] == ["E3"]
    assert above.overall.failing_gates == ()


def test_carried_questions_are_unanswered_until_they_are_confirmed() -> None:
    assessment = an_assessment(LEVELS)

    assert [q.id for q in unanswered(QUESTIONNAIRE, assessment)] == ["G2", "C1", "E3"]
    assert [q.id for q in carried(QUESTIONNAIRE, assessment)] == ["G2", "C1", "E3"]
    assert [q.id for q in carried(QUESTIONNAIRE, assessment, "C")] == ["C1"]
    assert carried(QUESTIONNAIRE, replace(assessment, answers={"G1": an_answer(1)})) == ()


def test_progress_counts_confirmed_answers() -> None:
    assessment = an_assessment(LEVELS)

    assert progress(QUESTIONNAIRE, assessment) == Progress(5, 8, is_carried=True)
    assert Progress.of(QUESTIONNAIRE.questions_in("full", "G"), LEVELS) == Progress(2, 3)
    only_carried = {id: an_answer(3, carried=True) for id in IDS}
    assert progress(QUESTIONNAIRE, an_assessment(only_carried)).state == "to_confirm"


def test_to_choose_is_to_confirm_even_the_same_level() -> None:
    question = QUESTIONNAIRE.question("G2")

    assert with_answer(an_assessment(LEVELS), question, "3").answer(question) == an_answer(3)


def test_a_supposition_confirms_nothing() -> None:
    supposed = what_if(QUESTIONNAIRE, an_assessment({"G2": an_answer(1, carried=True)}), ["G2"])

    assert supposed.answers == {"G2": an_answer(3, carried=True)}


def test_carried_alone_makes_no_answer() -> None:
    assert Answer(carried=True).is_blank
    assert not Answer("0", carried=True).is_blank
    assert not Answer(carried=True).is_confirmed
