"""The questionnaire as files that everybody may download."""

import pytest
from flask import Flask

from app.exchange.question_bank import bank_files
from app.exchange.question_bank.bank_files import BankFile
from app.maturity.questionnaire import Questionnaire
from tests.web.respondent import Respondent

FILES: dict[str, tuple[BankFile, str]] = {
    "oscal-catalog.json": ("oscal-catalog", "application/json"),
    "ciso-assistant.yaml": ("ciso-yaml", "application/yaml"),
    "readiness.skos.ttl": ("skos", "text/turtle; charset=utf-8"),
}


@pytest.mark.parametrize("name", FILES)
def test_everybody_gets_the_newest_questionnaire(app: Flask, questionnaire: Questionnaire, name: str) -> None:
    kind, media_type = FILES[name]

    response = app.test_client().get(f"/files/{name}")

    assert response.status_code == 200
    assert response.data == bank_files.write(questionnaire, kind)
    assert response.headers["Content-Type"] == media_type
    assert response.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert "Set-Cookie" not in response.headers


def test_another_name_is_no_file(app: Flask) -> None:
    assert app.test_client().get("/files/oscal-results.json").status_code == 404


def test_the_results_of_the_example_link_to_each(app: Flask) -> None:
    page = Respondent(app.test_client()).opens("assessment/example/results").response.text

    assert all(f'href="/files/{name}"' in page for name in FILES)
