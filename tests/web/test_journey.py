import pytest
from flask import Flask

from tests.web.respondent import Respondent


def test_an_answer_travels_from_the_form_to_the_pdf(respondent: Respondent) -> None:
    respondent.starts("quick", "Bellatrix").answers("G", "save", G1="2", G2="1", G5="3")

    respondent.visits("results")

    # (2 + 1 + 3) of 12 points: 50 of 100, the mean of the one domain that has a score.
    assert "so far: 3 of 17." in respondent.text
    assert "50" in respondent.text
    assert respondent.visits("files/scorecard.pdf").response.data.startswith(b"%PDF-")


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("variant", ["quick", "full"])
def test_a_whole_assessment_is_completed_and_comes_back_by_its_code(
    app: Flask, language: str, variant: str
) -> None:
    respondent = Respondent(app.test_client(), language).starts(variant, "Aldebaran")
    code = respondent.code
    respondent.answers_all("3")
    respondent.visits("opinions").sends({"O1": "essential", "O2": ["recruitment"], "O4": "yes"})
    respondent.completes()
    assert respondent.path.endswith("/results")
    assert "75" in respondent.text

    returned = Respondent(app.test_client(), language)
    returned.opens("code").sends({"code": code.lower().replace("-", " "), "idle": "60"})

    assert "Aldebaran" in returned.text
    exported = returned.visits("files/assessment.json").response.get_json()
    assert len(exported["answers"]) == (17 if variant == "quick" else 46)
    assert {answer["level"] for answer in exported["answers"].values()} == {3}
    assert exported["opinions"] == {"O1": "essential", "O2": ["recruitment"], "O4": "yes"}
