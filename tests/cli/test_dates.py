"""Files that a server in one time zone wrote, read by a server in another one."""

import os
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from flask.testing import FlaskCliRunner

from app.exchange import assessment_json
from app.maturity import clock
from app.maturity.questionnaire import Questionnaire
from tests import build

_NOON = datetime(2026, 10, 1, 12, tzinfo=UTC)
# In Auckland it is one in the morning of the next day.
_DAY_IN_AUCKLAND = date(2026, 10, 2)
_FIRST_FUTURE_DAY = date(2026, 10, 3)


@pytest.fixture(params=["UTC", "Pacific/Auckland", "America/Los_Angeles"])
def time_zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Set the machine's time zone, at noon UTC on 1 October 2026."""
    zone: str = request.param
    before = os.environ.get("TZ")
    os.environ["TZ"] = zone
    time.tzset()
    monkeypatch.setattr(clock, "utc_now", lambda: _NOON)
    yield zone
    os.environ.pop("TZ")
    if before is not None:
        os.environ["TZ"] = before
    time.tzset()


def write_file(folder: Path, questionnaire: Questionnaire, day: date) -> Path:
    """Write Bellatrix’s file, completed on a day and with evidence of that day."""
    first, *_ = questionnaire.questions_in("quick")
    answers = {question.id: build.an_answer(3) for question in questionnaire.questions_in("quick")}
    answers[first.id] = build.an_answer(3, evidence_date=day)
    assessment = build.an_assessment(
        answers, version=questionnaire.version, variant="quick", completed_on=day
    )
    file = folder / "bellatrix.json"
    file.write_bytes(assessment_json.write(assessment, questionnaire))
    return file


@pytest.mark.usefixtures("time_zone")
def test_a_file_completed_on_the_day_it_is_in_auckland_is_scored(
    runner: FlaskCliRunner, tmp_path: Path, questionnaire: Questionnaire
) -> None:
    file = write_file(tmp_path, questionnaire, _DAY_IN_AUCKLAND)

    result = runner.invoke(args=["assessment", "score", str(file)])

    assert (result.exit_code, result.stderr) == (0, "")


@pytest.mark.usefixtures("time_zone")
def test_its_pdf_is_written_and_verified(
    runner: FlaskCliRunner, tmp_path: Path, questionnaire: Questionnaire
) -> None:
    file, pdf = write_file(tmp_path, questionnaire, _DAY_IN_AUCKLAND), tmp_path / "board.pdf"
    command = ["assessment", "report", str(file), "-o", str(pdf), "--lang", "en", "--board"]

    written = runner.invoke(args=command)
    verified = runner.invoke(args=["report", "verify", str(pdf)])

    assert (written.exit_code, written.stderr) == (0, "")
    assert (verified.exit_code, verified.stderr) == (0, "")


@pytest.mark.usefixtures("time_zone")
def test_a_day_that_has_begun_nowhere_is_refused(
    runner: FlaskCliRunner, tmp_path: Path, questionnaire: Questionnaire
) -> None:
    file = write_file(tmp_path, questionnaire, _FIRST_FUTURE_DAY)

    result = runner.invoke(args=["assessment", "score", str(file)])

    assert result.exit_code == 1
    assert [line.partition(": ")[2] for line in result.stderr.splitlines()] == [
        f"answers.{questionnaire.questions_in('quick')[0].id}.evidence_date lies in the future: 2026-10-03.",
        "completed_on lies in the future: 2026-10-03.",
    ]
