from datetime import date

import pytest

from app.maturity.answers import NO_ANSWER, unanswered, with_answer
from app.maturity.errors import RefusedAnswerError, UnknownQuestionError
from tests.build import TODAY, a_questionnaire, an_answer, an_assessment, answers

QUESTIONNAIRE = a_questionnaire()
G1, G3 = QUESTIONNAIRE.question("G1"), QUESTIONNAIRE.question("G3")


@pytest.mark.parametrize(("choice", "points"), [(0, 0), (3, 3), (4, 4), ("unknown", 0)])
def test_an_answer_counts_as_its_level_and_unknown_as_0(choice: int | str, points: int) -> None:
    answer = an_answer(choice)

    assert (answer.points, answer.applies, answer.is_given) == (points, True, True)


def test_not_applicable_is_an_answer_outside_the_sums() -> None:
    answer = an_answer("not_applicable")

    assert (answer.is_given, answer.applies) == (True, False)


def test_a_comment_alone_is_kept_and_is_no_answer() -> None:
    answer = an_answer(comment="Ask Ana.")

    assert (answer.is_given, answer.applies, answer.is_blank) == (False, False, False)
    assert NO_ANSWER.is_blank


def test_another_choice_keeps_the_comment() -> None:
    before = an_assessment({"G1": an_answer(1, comment="Draft.")})

    after = with_answer(before, G1, "3")

    assert after.answer(G1) == an_answer(3, comment="Draft.")
    assert before.answer(G1) == an_answer(1, comment="Draft.")


@pytest.mark.parametrize("choice", ["5", "-1", "", "not_applicable", "maybe"])
def test_a_choice_that_the_question_does_not_allow_is_refused(choice: str) -> None:
    with pytest.raises(RefusedAnswerError):
        with_answer(an_assessment(), G1, choice)


def test_not_applicable_can_be_chosen_where_a_reason_is_given() -> None:
    assert with_answer(an_assessment(), G3, "not_applicable").answer(G3) == an_answer("not_applicable")


def test_unanswered_questions_are_listed_in_questionnaire_order() -> None:
    assessment = an_assessment(answers(E3=1, G1=0, C2="unknown", G3="not_applicable"))

    assert [q.id for q in unanswered(QUESTIONNAIRE, assessment)] == ["G2", "C1", "E1", "E2"]
    assert [q.id for q in unanswered(QUESTIONNAIRE, assessment, "E")] == ["E1", "E2"]


def test_the_quick_check_needs_only_its_own_answers() -> None:
    assessment = an_assessment(answers(G1=2), variant="quick")

    assert [q.id for q in unanswered(QUESTIONNAIRE, assessment)] == ["C1", "E1"]


def test_a_variant_that_does_not_exist_is_refused() -> None:
    with pytest.raises(UnknownQuestionError):
        unanswered(QUESTIONNAIRE, an_assessment(variant="short"))


def test_the_effective_date_is_completion_else_the_latest_evidence() -> None:
    evidence = {
        "G1": an_answer(1, evidence_date=date(2026, 3, 1)),
        "G2": an_answer(1, evidence_date=date(2026, 5, 1)),
    }

    assert an_assessment(evidence, completed_on=TODAY).effective_date == TODAY
    assert an_assessment(evidence).effective_date == date(2026, 5, 1)
    assert an_assessment().effective_date is None


def test_the_default_target_of_a_domain_is_applied() -> None:
    assessment = an_assessment(targets={"G": 4})

    assert (assessment.target("G"), assessment.target("E")) == (4, 3)
