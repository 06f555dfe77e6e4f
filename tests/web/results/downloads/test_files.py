"""The addresses and names of an assessment’s files."""

import re
from datetime import UTC, datetime

import pytest
from flask import Flask

from app.exchange import assessment_json
from app.maturity.questionnaire import Questionnaire
from tests.build import aldebaran
from tests.web.respondent import Respondent

FILES = ("scorecard.pdf", "board.pdf", "assessment.json", "scorecard.json", "history.json")


def name_of(respondent: Respondent, file: str) -> str:
    """Return the name under which a browser saves a file of the open assessment."""
    response = respondent.client.get(respondent.address(f"files/{file}"))
    assert response.status_code == 200
    found = re.fullmatch(r'attachment; filename="([^"]*)"', response.headers["Content-Disposition"])
    assert found
    return found[1]


def test_a_complete_assessment_s_files_are_named_after_its_organisation_and_day(
    respondent: Respondent, questionnaire: Questionnaire
) -> None:
    respondent.uploads(assessment_json.write(aldebaran(questionnaire), questionnaire)).visits("results")
    day = aldebaran(questionnaire).completed_on

    assert [name_of(respondent, file) for file in FILES] == [
        f"Aldebaran-{day}-scorecard-en.pdf",
        f"Aldebaran-{day}-board-en.pdf",
        f"Aldebaran-{day}-assessment.json",
        f"Aldebaran-{day}-scorecard.json",
        f"Aldebaran-{day}-history.json",
    ]


def test_an_interim_result_s_files_carry_the_day_of_the_download_and_no_empty_name(
    app: Flask, respondent: Respondent
) -> None:
    respondent.starts("quick")
    before = datetime.now(UTC).date()

    name = name_of(respondent, "assessment.json")

    assert name in {f"{day}-assessment.json" for day in (before, datetime.now(UTC).date())}


@pytest.mark.parametrize(
    "organisation", ['../x"; filename="evil.exe', "a\u2028Set-Cookie: b", "汉字", "-rf /"]
)
def test_no_name_of_an_organisation_breaks_the_header_or_the_path(app: Flask, organisation: str) -> None:
    respondent = Respondent(app.test_client()).starts("quick", organisation)

    for file in FILES:
        assert re.fullmatch(r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*\.(?:pdf|json)", name_of(respondent, file))


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("file", FILES)
def test_the_addresses_of_1_0_0_lead_to_the_files_for_good(app: Flask, file: str, language: str) -> None:
    respondent = Respondent(app.test_client(), language).starts("quick")

    moved = respondent.client.get(respondent.address(file))

    assert moved.status_code == 308
    assert moved.location == respondent.address(f"files/{file}")
    assert respondent.client.get(moved.location).status_code == 200
