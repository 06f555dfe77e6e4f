import pytest

from app.maturity.errors import UnknownQuestionError
from app.maturity.text import Text
from tests.build import a_question, a_questionnaire

QUESTIONNAIRE = a_questionnaire(quick=("E3", "C1", "G1"))


def test_a_variant_asks_in_questionnaire_order() -> None:
    assert [question.id for question in QUESTIONNAIRE.questions_in("quick")] == ["G1", "C1", "E3"]
    assert [question.id for question in QUESTIONNAIRE.questions_in("full", "C")] == ["C1", "C2"]
    assert [question.id for question in QUESTIONNAIRE.questions_in("quick", "E")] == ["E3"]


def test_an_unknown_question_or_domain_is_named() -> None:
    with pytest.raises(UnknownQuestionError, match="G9"):
        QUESTIONNAIRE.question("G9")
    with pytest.raises(UnknownQuestionError, match="Z"):
        QUESTIONNAIRE.domain("Z")
    with pytest.raises(UnknownQuestionError, match="full, Z"):
        QUESTIONNAIRE.questions_in("full", "Z")


def test_a_domain_is_found_by_its_letter() -> None:
    assert QUESTIONNAIRE.domain("C").name.en == "Domain C"


def test_not_applicable_can_be_chosen_only_for_the_reason_stated() -> None:
    levels = ("0", "1", "2", "3", "4")

    assert a_question("G1").choices == (*levels, "unknown")
    assert QUESTIONNAIRE.question("G3").choices == (*levels, "unknown", "not_applicable")


def test_a_text_has_both_languages() -> None:
    text = Text("policy", "politique")

    assert (text.in_("en"), text.in_("fr")) == ("policy", "politique")
