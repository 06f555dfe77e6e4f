import pytest

from app.maturity import wizard
from app.maturity.wizard import Progress, contradictions, next_domain, progress
from tests.build import a_domain, a_question, a_questionnaire, a_text, an_assessment, answers

QUESTIONNAIRE = a_questionnaire()


def test_progress_counts_answers_and_not_comments() -> None:
    assessment = an_assessment(answers(G1=0, G2="unknown", G3="not_applicable", C1=4))

    assert progress(QUESTIONNAIRE, assessment, "G") == Progress(3, 3)
    assert progress(QUESTIONNAIRE, assessment, "C") == Progress(1, 2)
    assert progress(QUESTIONNAIRE, assessment) == Progress(4, 8)


def test_a_domain_is_not_started_in_progress_or_done() -> None:
    assert [Progress(n, 3).state for n in (0, 1, 3)] == ["not_started", "in_progress", "done"]


def test_domains_follow_in_questionnaire_order() -> None:
    following = next_domain(QUESTIONNAIRE, "G")

    assert following is QUESTIONNAIRE.domain("C")
    assert next_domain(QUESTIONNAIRE, "E") is None


def test_no_account_in_one_answer_contradicts_an_account_in_another() -> None:
    (found,) = contradictions(QUESTIONNAIRE, an_assessment(answers(C1="not_applicable", C2=0, E3=1)))

    assert found.reason.en == "We run no account."
    assert [question.id for question in found.left_out] == ["C1"]
    assert [question.id for question in found.described] == ["E3"]


def test_level_0_and_unknown_contradict_no_reason() -> None:
    given = answers(C1="not_applicable", C2=0, E3="unknown")

    assert list(contradictions(QUESTIONNAIRE, an_assessment(given))) == []


def test_different_reasons_do_not_contradict_each_other() -> None:
    assert list(contradictions(QUESTIONNAIRE, an_assessment(answers(G3="not_applicable", C1=4)))) == []


def test_each_contradicted_reason_is_yielded() -> None:
    law, account = a_text("The law forbids it."), a_text("We run no account.")
    questions = [
        a_question("G1", not_applicable=law),
        a_question("G2", not_applicable=account),
        a_question("G3", not_applicable=law),
        a_question("G4", not_applicable=account),
    ]
    given = answers(G1="not_applicable", G2="not_applicable", G3=1, G4=2)

    found = contradictions(a_questionnaire(a_domain("G", *questions)), an_assessment(given))

    assert [each.reason for each in found] == [law, account]


def test_answers_that_the_variant_does_not_ask_contradict_nothing() -> None:
    given = answers(C1="not_applicable", C2=4)

    assert list(contradictions(QUESTIONNAIRE, an_assessment(given, variant="quick"))) == []


@pytest.mark.parametrize(("questions", "minutes"), [(0, 0), (1, 5), (5, 5), (6, 10), (11, 15), (46, 50)])
def test_the_minutes_of_questions_are_rounded_up_to_five(questions: int, minutes: int) -> None:
    assert wizard.expected_minutes(questions) == minutes
