"""An assessment that is sent along is scored as on the command line, and leaves nothing behind."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import event

from app.cli.scoring import score_files
from app.exchange import assessment_json
from app.maturity.questionnaire import Questionnaire
from app.web.api import score as scoring
from tests.build import bellatrix
from tests.web.api.program import Program
from tests.web.respondent import Respondent


@pytest.fixture
def file(questionnaire: Questionnaire) -> bytes:
    return assessment_json.write(bellatrix(questionnaire), questionnaire)


@pytest.fixture
def program(app: Flask) -> Program:
    return Program.of(app)


def scores(program: Program, content: bytes, kind: str = "application/json") -> tuple[int, bytes]:
    """Return the status and the body of the answer."""
    answer = program.client.post("/api/v1/score", data=content, content_type=kind)
    return answer.status_code, answer.data


def test_the_scorecard_is_that_of_the_command_line(program: Program, file: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(file)
    [result] = score_files([tmp_path / "a.json"], as_json=True)

    assert scores(program, file) == (200, result.line.encode())


def test_rounds_in_the_file_are_compared(program: Program, respondent: Respondent) -> None:
    owner = respondent.starts("quick").answers_all("2").completes().begins_confirmed_round()
    file = owner.answers("G", "save", G1="4").visits("files/assessment.json").response.data

    scored = json.loads(scores(program, file)[1])

    assert [each["question"] for each in scored["change"]["moved"]] == ["G1"]


def test_nothing_is_read_from_the_database_or_written(app: Flask, program: Program, file: bytes) -> None:
    statements: list[str] = []
    engine = app.extensions["muster"].engine

    def note(connection: object, cursor: object, statement: str, *_: object) -> None:
        statements.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    try:
        assert scores(program, file)[0] == 200
    finally:
        event.remove(engine, "before_cursor_execute", note)
    assert statements == []


@pytest.mark.parametrize(
    ("content", "status"),
    [
        (b"", 400),
        (b"\x00", 400),
        (b"\xff", 400),
        (b"[]", 400),
        (b'{"a": ', 400),
        (b"[" * 50_000, 400),
        (b"{}", 422),
        (b'{"format": "muster-assessment", "format_version": 99}', 422),
        (b'{"format": "muster-assessment", "format": 1}', 422),
    ],
)
def test_what_is_no_assessment_is_refused_with_its_faults(
    program: Program, content: bytes, status: int
) -> None:
    found, answer = scores(program, content)

    told = json.loads(answer)
    assert (found, told["status"]) == (status, status)
    assert told.get("errors") or told["line"]


def test_a_body_of_another_kind_is_not_read(program: Program, file: bytes) -> None:
    for kind in ("", "text/plain", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded"):
        assert scores(program, file, kind)[0] == 415
    assert scores(program, file, "application/json; charset=utf-8")[0] == 200


def test_a_body_that_is_too_large_is_not_read(program: Program) -> None:
    status, answer = scores(program, b'"' + b"x" * 4 * 1024 * 1024)

    assert status == 413
    assert "4194 kB" in json.loads(answer)["detail"]


def test_scoring_is_not_limited_by_its_number(program: Program, file: bytes) -> None:
    assert {scores(program, file)[0] for _ in range(400)} == {200}


@pytest.fixture
def turns() -> Iterator[int]:
    """Take all turns but one, as requests that are being scored do."""
    taken = 0
    while scoring._turns.acquire(blocking=False):
        taken += 1
    scoring._turns.release()
    yield taken
    for _ in range(taken - 1):
        scoring._turns.release()


def test_scoring_is_limited_by_how_many_are_scored_at_once(program: Program, file: bytes, turns: int) -> None:
    assert turns > 1
    assert scores(program, file)[0] == 200
    assert scores(program, b"{}")[0] == 422
    assert scoring._turns.acquire(blocking=False)

    busy = program.client.post("/api/v1/score", data=file, content_type="application/json")

    assert (busy.status_code, busy.headers["Retry-After"]) == (503, "1")
    assert busy.get_json()["type"] == "urn:muster:problem:busy"
    scoring._turns.release()
    assert scores(program, file)[0] == 200
