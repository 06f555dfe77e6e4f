import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exchange import assessment_json
from app.maturity.answers import COMMENT_LIMIT, Answer, Assessment
from app.maturity.clean_text import clean, clean_line
from tests.build import TODAY, aldebaran, an_answer, an_assessment, answers, bellatrix, capella
from tests.exchange.files import QUESTIONNAIRE, VERSIONS


def read_back(assessment: Assessment) -> Assessment:
    return assessment_json.read(assessment_json.write(assessment, QUESTIONNAIRE), VERSIONS, TODAY)


@pytest.mark.parametrize("variant", ["full", "quick"])
def test_a_written_assessment_is_read_back_equal(variant: str) -> None:
    cast = [organisation(QUESTIONNAIRE, variant) for organisation in (aldebaran, bellatrix, capella)]

    assert [read_back(assessment) for assessment in cast] == cast


NOTES = st.text(max_size=40).map(clean)
ANSWERS = st.builds(
    Answer,
    choice=st.sampled_from([None, "0", "1", "2", "3", "4", "unknown"]),
    comment=NOTES,
    evidence=NOTES,
    evidence_date=st.none() | st.dates(max_value=TODAY),
).filter(lambda answer: not answer.is_blank)


@given(
    st.dictionaries(st.sampled_from(["G1", "G2", "G3", "C1", "E3"]), ANSWERS),
    st.dictionaries(st.sampled_from(["G", "C", "E"]), st.sampled_from([2, 3, 4])),
    st.text(max_size=200).map(clean_line),
    st.none() | st.dates(max_value=TODAY),
)
def test_a_written_assessment_is_read_back_whole(
    given: dict[str, Answer], targets: dict[str, int], name: str, completed_on: date | None
) -> None:
    assessment = an_assessment(given, organisation=name, targets=targets, completed_on=completed_on)

    assert read_back(assessment) == assessment


def test_a_file_is_written_in_questionnaire_order_whatever_the_order_of_answering() -> None:
    first = an_assessment(answers(E3=1, G1=2), targets={"E": 3, "G": 4})
    second = an_assessment(answers(G1=2, E3=1), targets={"G": 4, "E": 3})

    assert assessment_json.write(first, QUESTIONNAIRE) == assessment_json.write(second, QUESTIONNAIRE)


def test_a_file_is_written_in_a_readable_form() -> None:
    assessment = an_assessment(
        {
            "G3": an_answer("not_applicable"),
            "G2": an_answer("unknown", comment="Demandé à l’état-major"),
            "G1": an_answer(4, evidence="Minutes", evidence_date=date(2026, 10, 1)),
        },
        opinions={"O4": ("yes",), "O2": ("recruitment",)},
        targets={"E": 2},
        completed_on=TODAY,
    )

    assert assessment_json.write(assessment, QUESTIONNAIRE).decode() == (
        """{
  "format": "muster-assessment",
  "format_version": 2,
  "questionnaire": {
    "id": "readiness",
    "version": "1.0"
  },
  "profile": {
    "organisation": "Bellatrix",
    "organisation_type": "supplier",
    "size_band": "50_249",
    "region": "europe",
    "variant": "full"
  },
  "answers": {
    "G1": {
      "level": 4,
      "evidence": "Minutes",
      "evidence_date": "2026-10-01"
    },
    "G2": {
      "unknown": true,
      "comment": "Demandé à l’état-major"
    },
    "G3": {
      "not_applicable": true
    }
  },
  "completed_on": "2026-11-01",
  "opinions": {
    "O2": [
      "recruitment"
    ],
    "O4": "yes"
  },
  "targets": {
    "E": 2
  }
}
"""
    )


def test_answers_outside_the_variant_and_blank_ones_are_not_written() -> None:
    assessment = an_assessment({"G1": an_answer(2), "G2": an_answer(3), "C1": an_answer()}, variant="quick")

    written = json.loads(assessment_json.write(assessment, QUESTIONNAIRE))

    assert written["answers"] == {"G1": {"level": 2}}


def test_a_note_at_its_limit_is_written_and_read_back() -> None:
    assessment = an_assessment({"G1": an_answer(1, comment="😀" * COMMENT_LIMIT)})

    assert read_back(assessment) == assessment
