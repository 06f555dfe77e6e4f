from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import Result
from flask.testing import FlaskCliRunner

from app.exchange import assessment_json
from app.exchange.assessment_file import AssessmentFile, RoundInFile
from app.maturity.questionnaire import Questionnaire
from tests.build import bellatrix
from tests.exchange.plan_files.build import HOSTILE, read_calendar
from tests.exchange.plan_files.sheets import read_rows
from tests.maturity.plan.build import an_action
from tests.report.documents import words

EXPORT = ("assessment", "export")
DONE = "Brief the guards"


@pytest.fixture
def planned(tmp_path: Path, questionnaire: Questionnaire) -> Path:
    """Write Bellatrix’s file with two actions and a chosen day of review."""
    plan = (an_action("a1", title=HOSTILE, due=date(2027, 1, 5), note="Quokka"), an_action("a2"))
    file = AssessmentFile(bellatrix(questionnaire), questionnaire, plan=plan, review_on=date(2027, 2, 1))
    path = tmp_path / "planned.json"
    path.write_bytes(assessment_json.write_file(file))
    return path


def exported(runner: FlaskCliRunner, file: Path, form: str, language: str = "en") -> bytes:
    out = file.with_suffix(f".{form}")
    result = runner.invoke(args=[*EXPORT, str(file), "--to", form, "--lang", language, "-o", str(out)])
    assert result.exit_code == 0, result.stderr
    return out.read_bytes()


@pytest.mark.parametrize(("form", "language", "sheet"), [("xlsx", "fr", "Réponses"), ("ods", "en", "Plan")])
def test_a_spreadsheet_is_written_in_the_language_asked_for(
    runner: FlaskCliRunner, planned: Path, form: str, language: str, sheet: str
) -> None:
    content = exported(runner, planned, form, language)

    assert read_rows(content, sheet)
    assert [row[1] for row in read_rows(content, "Plan")[1:]] == [HOSTILE, "Write the policy"]


def test_a_calendar_has_the_due_day_and_the_chosen_review(runner: FlaskCliRunner, planned: Path) -> None:
    _calendar, action, review = read_calendar(exported(runner, planned, "ics"))

    assert action["DTSTART;VALUE=DATE"] == "20270105"
    assert review["DTSTART;VALUE=DATE"] == "20270201"
    assert len(read_calendar(exported(runner, planned, "ics-todo"))) == 3


def test_the_same_file_gives_the_same_bytes_and_a_changed_name_another_review(
    runner: FlaskCliRunner, planned: Path, questionnaire: Questionnaire
) -> None:
    first = exported(runner, planned, "ics")
    assert exported(runner, planned, "ics") == first

    other = bellatrix(questionnaire)
    other = replace(other, profile=replace(other.profile, organisation="Other"))
    planned.write_bytes(assessment_json.write(other, questionnaire))

    assert read_calendar(exported(runner, planned, "ics"))[-1]["UID"] != read_calendar(first)[-1]["UID"]


def test_a_faulty_file_is_refused_with_a_sentence(runner: FlaskCliRunner, tmp_path: Path) -> None:
    file = tmp_path / "file.json"
    file.write_text("{}")

    result = runner.invoke(
        args=[*EXPORT, str(file), "--to", "csv", "--lang", "en", "-o", str(tmp_path / "x")]
    )

    assert result.exit_code == 1
    assert "file.json: " in result.stderr


@pytest.fixture
def two_rounds(tmp_path: Path, questionnaire: Questionnaire) -> Path:
    """Write Bellatrix’s second round, with an action done after the first."""
    now = bellatrix(questionnaire)
    first = RoundInFile(1, "", replace(now, completed_on=date(2026, 5, 2)), questionnaire)
    action = an_action("a1", title=DONE, state="done", done_on=date(2026, 6, 12))
    file = AssessmentFile(now, questionnaire, 2, "", (first,), (action,))
    path = tmp_path / "two.json"
    path.write_bytes(assessment_json.write_file(file))
    return path


def exported_round(runner: FlaskCliRunner, file: Path, form: str, round: int) -> Result:
    options = ["--to", form, "--lang", "en", "-o", str(file.with_suffix(f".{form}")), "--round", str(round)]
    return runner.invoke(args=[*EXPORT, str(file), *options])


@pytest.mark.parametrize("form", ["csv", "ods", "tasks-csv", "ics", "ics-todo", "oscal-poam"])
def test_the_plan_of_an_earlier_round_is_not_in_the_file(
    runner: FlaskCliRunner, two_rounds: Path, form: str
) -> None:
    assert exported_round(runner, two_rounds, form, 2).exit_code == 0

    result = exported_round(runner, two_rounds, form, 1)

    assert result.exit_code == 1
    assert result.stderr.startswith("The file does not hold the plan of round 1")
    assert result.stderr.count("\n") == 1


def test_the_workbook_of_an_earlier_round_has_no_action_of_the_latest_plan(
    runner: FlaskCliRunner, two_rounds: Path
) -> None:
    def titles(round: int) -> list[object]:
        result = exported_round(runner, two_rounds, "xlsx", round)
        assert (result.exit_code, result.stderr) == (0, "")
        return [row[1] for row in read_rows(two_rounds.with_suffix(".xlsx").read_bytes(), "Plan")]

    assert titles(2) == ["Action", DONE]
    assert titles(1) == ["Action"]


@pytest.mark.parametrize("form", ["oscal-results", "ciso-csv"])
def test_the_answers_of_an_earlier_round_are_written(
    runner: FlaskCliRunner, two_rounds: Path, form: str
) -> None:
    assert [exported_round(runner, two_rounds, form, round).exit_code for round in (1, 2)] == [0, 0]


@pytest.mark.parametrize(
    ("form", "word"),
    [
        ("oscal-results", '"end": "2026-11-01T23:59:59Z"'),
        ("oscal-poam", '"poam-items": ['),
        ("ciso-csv", "urn:muster:risk:req_node:muster-readiness-1:g:g1,"),
        ("tasks-csv", "À faire"),
    ],
)
def test_results_and_plan_are_written_for_other_programs(
    runner: FlaskCliRunner, planned: Path, form: str, word: str
) -> None:
    first = exported(runner, planned, form, "fr")

    assert exported(runner, planned, form, "fr") == first
    assert exported(runner, planned, form, "en") != first
    assert word in first.decode()


def test_a_report_names_the_actions_done_since_the_round_before(
    runner: FlaskCliRunner, two_rounds: Path
) -> None:
    out = two_rounds.with_suffix(".pdf")
    result = runner.invoke(args=["assessment", "report", str(two_rounds), "--lang", "en", "-o", str(out)])

    assert result.exit_code == 0
    assert f"Actions done since the earlier round {DONE} 12 June 2026" in words(out.read_bytes())


def test_another_form_is_no_usage(runner: FlaskCliRunner, planned: Path) -> None:
    result = runner.invoke(args=[*EXPORT, str(planned), "--to", "doc", "--lang", "en", "-o", "x"])

    assert result.exit_code == 2
