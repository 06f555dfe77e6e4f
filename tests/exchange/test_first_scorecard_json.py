"""The scorecard.json of 1.0.0, which PDFs of that release carry."""

import json
from pathlib import Path

from app.catalogue.versions import load_all
from app.config import ROOT
from app.exchange import assessment_json, first_scorecard_json, scorecard_json
from app.maturity.scorecard import Scorecard, build
from tests.build import TODAY, a_questionnaire, a_scorecard, aldebaran

GOLDEN = Path(__file__).parent / "golden"


def the_first_release() -> Scorecard:
    """Return the scorecard of the golden assessment, whose file 1.0.0 wrote."""
    versions = load_all(ROOT / "questionnaires")
    assessment = assessment_json.read((GOLDEN / "assessment-1.json").read_bytes(), versions, TODAY)
    return build(versions.for_assessment(assessment), assessment, completed=True)


def test_the_file_of_1_0_0_is_written_byte_for_byte() -> None:
    written = first_scorecard_json.write(the_first_release())

    assert written == (GOLDEN.with_name("first_release") / "scorecard-1.0.0.json").read_bytes().rstrip(b"\n")


def test_only_the_recommendations_differ_from_those_of_today() -> None:
    card = the_first_release()

    then, now = (json.loads(each.write(card)) for each in (first_scorecard_json, scorecard_json))

    assert [key for key in now if now[key] != then[key]] == ["recommendations"]
    assert {each["question"] for each in now["recommendations"]} == {
        each["question"] for each in then["recommendations"]
    }


def test_without_recommendations_both_files_are_the_same() -> None:
    questionnaire = a_questionnaire()
    card = a_scorecard(questionnaire, aldebaran(questionnaire))

    assert first_scorecard_json.write(card) == scorecard_json.write(card)
