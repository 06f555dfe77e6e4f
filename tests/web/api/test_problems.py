"""Every refusal is a problem in JSON, in the language asked for."""

import re
from dataclasses import replace

import pytest
from flask import Flask
from sqlalchemy.exc import OperationalError

from app.config import ROOT, Config
from app.storage.sealing import access_key
from app.translations import translator
from app.web.refused import problem
from tests.web.api.program import Program, a_program
from tests.web.respondent import Respondent
from tests.web.serving import serve


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/assessment", 401),
        ("GET", "/nothing", 404),
        ("GET", "", 404),
        ("GET", "/../v2/assessment", 404),
        ("DELETE", "/assessment", 405),
        ("POST", "/questionnaire", 405),
        ("POST", "/score", 415),
    ],
)
def test_a_refusal_is_a_problem_in_the_language_asked_for(
    app: Flask, method: str, path: str, status: int, language: str
) -> None:
    answer = Program.of(app, "", language).sends(method, path)

    told = answer.get_json()
    assert (answer.status_code, answer.mimetype) == (status, "application/problem+json")
    assert answer.headers["Content-Language"] == language
    assert told["status"] == status
    [kind] = [each for each in problem.KINDS if f"urn:muster:problem:{each.name}" == told["type"]]
    assert told["title"] == translator("fr" if language == "fr" else "en")(kind.title)
    assert (status == 405) == ("Allow" in answer.headers)


def test_the_faults_of_a_body_are_told_in_the_language_asked_for(app: Flask, owner: Respondent) -> None:
    writer = a_program(app, owner, language="fr")

    told = writer.puts("/assessment/answers/G1", {"level": 9}).get_json()

    assert told["errors"] == [{"where": "G1.level", "detail": told["errors"][0]["detail"]}]
    assert "doit être un nombre entier" in told["errors"][0]["detail"]


def test_an_assessment_that_is_deleted_during_the_request_is_as_one_that_never_was(
    owner: Respondent, reader: Program
) -> None:
    owner.visits("delete").sends({"sure": "yes"})

    assert reader.gets("/assessment").status_code == 401


@pytest.mark.sqlite
def test_what_was_altered_in_the_database_is_said_without_its_name(
    config: Config, caplog: pytest.LogCaptureFixture
) -> None:
    with serve(config) as app:
        reader = a_program(app, Respondent(app.test_client()).starts("quick"), "api_reader")
        with app.extensions["muster"].engine.begin() as connection:
            connection.exec_driver_sql("UPDATE documents SET sealed = x'00' WHERE name = 'G'")

        answer = reader.gets("/assessment/scorecard")

    assert (answer.status_code, answer.get_json()["type"]) == (500, "urn:muster:problem:altered")
    assert "was altered: G" in caplog.text
    assert reader.code not in caplog.text


def test_an_outage_is_told_with_the_time_to_wait(reader: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise OperationalError("select", {}, Exception("gone"))

    monkeypatch.setattr(access_key, "unlock", fails)

    answer = reader.gets("/assessment")

    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "30")
    assert answer.get_json()["type"] == "urn:muster:problem:unavailable"
    assert "Set-Cookie" not in answer.headers


def test_a_failure_is_a_problem_without_detail(
    app: Flask, reader: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(access_key, "unlock", lambda *_: int("detail"))
    monkeypatch.setattr(app, "testing", False)

    answer = reader.gets("/assessment")

    assert (answer.status_code, answer.get_json()["type"]) == (500, "urn:muster:problem:failed")
    assert "invalid literal" not in answer.text


def test_an_untrusted_host_is_refused_in_json_too(config: Config) -> None:
    with serve(replace(config, trusted_hosts=("muster.example",))) as app:
        answer = app.test_client().get("/api/v1/questionnaire", headers={"Host": "evil.example"})

    assert answer.status_code == 400


def test_every_kind_of_problem_is_documented() -> None:
    for name in ("api.md", "api.fr.md"):
        text = (ROOT / "docs" / name).read_text("utf-8")
        rows = re.findall(r"^\| (`[a-z-]+`(?:, `[a-z-]+`)*) \| (\d+) \|", text, re.MULTILINE)
        listed = {(kind, int(status)) for kinds, status in rows for kind in re.findall("[a-z-]+", kinds)}
        assert listed == {(kind.name, kind.status) for kind in problem.KINDS}
