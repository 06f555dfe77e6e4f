"""A file is read by the version of the questionnaire that it names."""

import pytest

from app.exchange import assessment_json
from app.exchange.faults import FaultyAssessmentError
from app.maturity.versions.versions import QuestionnaireVersions
from tests.build import TODAY, a_domain, a_question, a_questionnaire
from tests.exchange.files import a_document, as_bytes

OLD = a_questionnaire()
NEW = a_questionnaire(a_domain("G", a_question("G1"), a_question("G9")), version="1.1")
BOTH = QuestionnaireVersions((OLD, NEW))


def named(version: object, **answers: object) -> bytes:
    questionnaire = {"id": "readiness", "version": version}
    return as_bytes(a_document(questionnaire=questionnaire, answers=answers))


def refusal(content: bytes) -> list[str]:
    with pytest.raises(FaultyAssessmentError) as refused:
        assessment_json.read(content, BOTH, TODAY)
    return [fault.text(str) for fault in refused.value.faults]


@pytest.mark.parametrize(("version", "id"), [("1.0", "C1"), ("1.1", "G9")])
def test_a_file_is_read_by_the_version_that_it_names(version: str, id: str) -> None:
    read = assessment_json.read(named(version, **{id: {"level": 2}}), BOTH, TODAY)

    assert read.version == version
    assert set(read.answers) == {id}


def test_a_question_of_another_version_is_refused() -> None:
    assert refusal(named("1.0", G9={"level": 2})) == ["answers.G9 is not a question of this questionnaire."]


@pytest.mark.parametrize(
    ("version", "shown"), [("2.0", '"2.0"'), ("1.00", '"1.00"'), ("", '""'), (1.0, "1.0")]
)
def test_a_file_of_a_missing_version_has_that_one_fault(version: object, shown: str) -> None:
    assert refusal(named(version, X1={"level": 9})) == [
        f"questionnaire.version is {shown}; this service has these versions: 1.0, 1.1."
    ]


def test_a_file_is_written_with_its_own_version() -> None:
    read = assessment_json.read(named("1.0", C1={"level": 2}), BOTH, TODAY)

    assert assessment_json.read(assessment_json.write(read, BOTH.for_assessment(read)), BOTH, TODAY) == read
