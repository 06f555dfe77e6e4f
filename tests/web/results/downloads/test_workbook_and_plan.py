"""The files for other programs as their owner and viewers download them."""

import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from flask import Flask

from app.cli.report import report_commands
from app.exchange import assessment_json
from app.maturity.questionnaire import Questionnaire
from app.maturity.text import LANGUAGES, Language
from tests.build import bellatrix
from tests.exchange.plan_files.build import HOSTILE, read_calendar
from tests.exchange.plan_files.sheets import read_rows
from tests.report.documents import words
from tests.web.plan.stored_plan import add_actions, new_action
from tests.web.respondent import Respondent

FILES = {
    "workbook.xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "plan.ods": "application/vnd.oasis.opendocument.spreadsheet",
    "plan.csv": "text/csv; charset=utf-8",
    "plan.ics": "text/calendar; charset=utf-8",
    "plan-todo.ics": "text/calendar; charset=utf-8",
    "plan-tasks.csv": "text/csv; charset=utf-8",
    "oscal-results.json": "application/json",
    "oscal-poam.json": "application/json",
    "ciso-assistant.csv": "text/csv; charset=utf-8",
}


@pytest.fixture
def owner(app: Flask, questionnaire: Questionnaire) -> Respondent:
    """Return the owner of a complete assessment with two actions."""
    found = Respondent(app.test_client()).uploads(
        assessment_json.write(bellatrix(questionnaire), questionnaire)
    )
    code = found.code
    add_actions(
        app,
        found,
        code,
        new_action(HOSTILE, "G1", due=date(2026, 12, 1), note="Quokka"),
        new_action("Écrire", person="Zoé"),
    )
    return found


def fetched(person: Respondent, name: str, language: Language = "en", of: str = "") -> bytes:
    response = person.client.get(f"/{language}/assessment/{person.id}/{of}files/{name}")
    assert response.status_code == 200
    return bytes(response.data)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_file_has_its_type_and_a_name_with_its_language(owner: Respondent, language: Language) -> None:
    for name, kind in FILES.items():
        response = owner.client.get(f"/{language}/assessment/{owner.id}/files/{name}")
        what, extension = name.split(".")
        assert response.headers["Content-Type"] == kind
        assert response.headers["Content-Disposition"] == (
            f'attachment; filename="Bellatrix-2026-11-01-{what}-{language}.{extension}"'
        )


@pytest.mark.parametrize("name", ["workbook.xlsx", "plan.ods"])
def test_a_spreadsheet_holds_the_actions(owner: Respondent, name: str) -> None:
    first, second = read_rows(fetched(owner, name))[1:]

    assert (first[1], first[4], first[6]) == (HOSTILE, date(2026, 12, 1), "Quokka")
    assert second[1:4] == ["Écrire", "", "Zoé"]
    assert read_rows(fetched(owner, name, "fr"))[0][1] == "Action"


def test_the_calendar_has_an_event_for_the_due_day_and_one_for_the_review(owner: Respondent) -> None:
    _calendar, action, review = read_calendar(fetched(owner, "plan.ics"))

    assert action["DTSTART;VALUE=DATE"] == "20261201"
    # Six months after 1 November 2026.
    assert review["DTSTART;VALUE=DATE"] == "20270501"
    assert len(read_calendar(fetched(owner, "plan-todo.ics"))) == 3


def test_the_csv_holds_the_title_behind_an_apostrophe(owner: Respondent) -> None:
    quoted = HOSTILE.replace('"', '""')
    assert f"'{quoted}" in fetched(owner, "plan.csv").decode("utf-8-sig")


def test_a_link_for_results_only_gets_the_actions_without_notes(app: Flask, owner: Respondent) -> None:
    code = owner.shares("results_viewer").code
    viewer = Respondent(app.test_client()).enters(code)

    for name in ("workbook.xlsx", "plan.ods"):
        assert len(read_rows(fetched(owner, name))[0]) == 10
        headings, *rows = read_rows(fetched(viewer, name))
        # An empty column of notes would clear them all if the owner imported the file.
        assert headings == [
            "Practice",
            "Action",
            "Owner role",
            "Person",
            "Due date",
            "State",
            "Done on",
            "Id",
            "Revision",
        ]
        assert [len(row) for row in rows] == [9, 9]
    for name in ("plan.csv", "plan.ics", "plan-todo.ics"):
        assert b"Quokka" not in fetched(viewer, name)
        assert b"Quokka" in fetched(owner, name)


def test_a_link_for_results_only_gets_what_to_do_and_no_file_of_answers(
    app: Flask, owner: Respondent
) -> None:
    owner.answers("G", "save", G1="2", G1_comment="Numbat")
    viewer = Respondent(app.test_client()).enters(owner.shares("results_viewer").code)

    for name in ("oscal-results.json", "ciso-assistant.csv"):
        assert viewer.client.get(viewer.address(f"files/{name}")).status_code == 403
        assert b"Numbat" in fetched(owner, name)
        assert name not in viewer.visits("results").response.text
    assert b"Numbat" not in fetched(viewer, "oscal-poam.json")
    assert b"Numbat" in fetched(owner, "oscal-poam.json")
    for name in ("oscal-poam.json", "plan-tasks.csv"):
        assert b"Quokka" in fetched(owner, name)
        assert b"Quokka" not in fetched(viewer, name)
        assert f"/files/{name}" in viewer.visits("results").response.text


def test_a_closed_round_keeps_its_files_when_the_plan_changes(app: Flask, owner: Respondent) -> None:
    code = owner.visits("code").code
    owner.answers("G", "save", G1="3").completes()
    before = {name: fetched(owner, name, of="rounds/1/") for name in FILES}

    add_actions(app, owner, code, new_action("Later"))
    owner.begins_confirmed_round().answers("G", "save", G1="4").completes()

    assert {name: fetched(owner, name, of="rounds/1/") for name in FILES} == before
    assert len(read_rows(fetched(owner, "plan.ods"))) == 4
    assert len(read_rows(before["plan.ods"])) == 3


def test_the_scorecard_prints_the_plan_and_is_built_again_after_a_change(
    app: Flask, owner: Respondent
) -> None:
    code = owner.visits("code").code
    viewer = Respondent(app.test_client()).enters(owner.shares("results_viewer").code)

    def printed(person: Respondent) -> str:
        return words(fetched(person, "scorecard.pdf"))

    assert "Quokka" in printed(owner)
    assert "Écrire" in printed(viewer)
    assert "Quokka" not in printed(viewer)
    add_actions(app, owner, code, new_action("Wombat"))
    assert "Wombat" in printed(owner)


def test_the_results_name_every_file(owner: Respondent) -> None:
    page = owner.visits("results").response.text

    assert all(f"/files/{name}" in page for name in FILES)


@pytest.mark.parametrize("name", FILES)
def test_a_full_plan_takes_less_than_300_ms(app: Flask, owner: Respondent, name: str) -> None:
    code = owner.visits("code").code
    text = "Le texte d’une note avec des mots ordinaires, qui va jusqu’à la limite. "
    long = new_action((text * 9)[:500], "G1", person="Z" * 100, due=date(2027, 1, 1), note=(text * 15)[:1000])
    add_actions(app, owner, code, *[long] * 198)
    fetched(owner, name, "fr")

    def spent(fetch: Callable[[], bytes]) -> float:
        begun = time.process_time()
        fetch()
        return time.process_time() - begun

    assert min(spent(lambda: fetched(owner, name, "fr")) for _ in range(3)) < 0.3


@pytest.mark.parametrize("name", ["scorecard.pdf", "board.pdf"])
def test_a_pdf_with_a_plan_and_a_chosen_review_verifies(owner: Respondent, tmp_path: Path, name: str) -> None:
    owner.visits("review").sends({"day": "1 2 2199"})
    file = tmp_path / name
    file.write_bytes(fetched(owner, name))

    result = CliRunner().invoke(report_commands, ["verify", str(file)])

    assert result.exit_code == 0, result.output
