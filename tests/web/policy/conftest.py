import pytest
from flask import Flask

from app.exchange import assessment_json
from app.maturity.questionnaire import Questionnaire
from tests.build import an_answer, an_assessment
from tests.web.policy.reader import Reader


@pytest.fixture
def owner(app: Flask, questionnaire: Questionnaire) -> Reader:
    """Return the owner of an assessment of which two practices are answered."""
    answers = {"G1": an_answer("0"), "G5": an_answer("3", evidence="The register"), "A1": an_answer("0")}
    content = assessment_json.write(an_assessment(answers, organisation="Capella"), questionnaire)
    return Reader(app.test_client()).uploads(content)
