"""What the API sends is what the pages’ downloads hold."""

import json
from datetime import date
from io import BytesIO

import pytest
from flask import Flask
from pypdf import PdfReader

from tests.web.api.program import Program, a_program
from tests.web.respondent import Respondent


@pytest.fixture(scope="module")
def complete(app: Flask) -> Respondent:
    """Return the owner of an assessment with a closed round and a new one."""
    owner = Respondent(app.test_client()).starts("quick", "Bellatrix").answers_all("2").completes()
    owner.begins_round().answers("G", "save", G1="4", G1_comment="Quokka")
    return owner


@pytest.fixture(scope="module")
def program(app: Flask, complete: Respondent) -> Program:
    return a_program(app, complete, "api_reader")


@pytest.mark.parametrize(
    ("path", "download"),
    [
        ("/assessment", "files/assessment.json"),
        ("/assessment/scorecard", "files/scorecard.json"),
        ("/assessment/rounds/1/assessment", "rounds/1/files/assessment.json"),
        ("/assessment/rounds/1/scorecard", "rounds/1/files/scorecard.json"),
        ("/assessment/exports/plan.csv", "files/plan.csv"),
        ("/assessment/exports/board.pdf", "files/board.pdf"),
        ("/assessment/exports/tasks-security.pdf", "files/tasks-security.pdf"),
        ("/assessment/rounds/1/exports/workbook.xlsx", "rounds/1/files/workbook.xlsx"),
    ],
)
def test_each_address_sends_the_bytes_of_the_download(
    complete: Respondent, program: Program, path: str, download: str
) -> None:
    sent, downloaded = program.gets(path), complete.visits(download).response

    assert sent.status_code == 200
    assert sent.data == downloaded.data
    assert sent.mimetype == downloaded.mimetype


def test_the_rounds_are_listed_with_what_they_printed(program: Program) -> None:
    [closed] = program.reads("/assessment/rounds")["rounds"]

    assert (closed["number"], closed["variant"], closed["overall"]["rounded"]) == (1, "quick", 50)
    assert date.fromisoformat(closed["completed_on"]) > date(2026, 1, 1)


@pytest.mark.parametrize("path", ["/assessment/rounds/2/scorecard", "/assessment/rounds/9/assessment"])
def test_a_round_that_is_not_there_is_not_found(program: Program, path: str) -> None:
    assert program.gets(path).status_code == 404
    assert program.gets(path.replace("/2/", f"/{'9' * 40}/")).status_code == 404
    assert program.gets(path.replace("/2/", "/x/")).status_code == 404


def test_the_answers_are_listed_with_their_marks_and_whether_they_wait_to_be_confirmed(
    program: Program,
) -> None:
    listed = program.reads("/assessment/answers")

    assert listed["closed"] is False
    assert listed["answers"]["G1"]["answer"] == {"level": 4, "comment": "Quokka"}
    assert listed["answers"]["I1"]["answer"] == {"level": 2, "carried": True}
    one = program.gets("/assessment/answers/I1")
    assert (one.get_json(), one.headers["ETag"]) == (
        listed["answers"]["I1"]["answer"],
        listed["answers"]["I1"]["etag"],
    )


def test_every_export_that_is_listed_can_be_read_in_the_language_asked_for(
    app: Flask, program: Program
) -> None:
    names = program.reads("/assessment/exports")["exports"]

    assert {"scorecard.pdf", "workbook.xlsx", "plan-todo.ics", "tasks-hr.pdf"} <= set(names)
    french = Program.of(app, program.code, "fr-CA, en;q=0.5")
    for name in names:
        for each, language in ((program, "en"), (french, "fr")):
            answer = each.gets(f"/assessment/exports/{name}")
            assert answer.status_code == 200, name
            assert answer.headers["Content-Language"] == language
            if name.endswith(".pdf"):
                root = PdfReader(BytesIO(answer.data)).trailer["/Root"]
                assert root["/Lang"].startswith(language)  # type: ignore[index]  # a dictionary of the file
    for unknown in ("assessment.json", "x", "%2e%2e", "tasks-nobody.pdf"):
        assert program.gets(f"/assessment/exports/{unknown}").status_code == 404


@pytest.mark.parametrize(
    "path", ["/questionnaire", "/assessment", "/assessment/scorecard", "/assessment/plan", "/openapi.json"]
)
def test_what_a_program_has_seen_is_not_sent_again(program: Program, path: str) -> None:
    etag = program.gets(path).headers["ETag"]

    unchanged = program.gets(path, If_None_Match=f'"other", {etag}')

    assert (unchanged.status_code, unchanged.data) == (304, b"")
    assert program.gets(path, If_None_Match='"other"').status_code == 200


def test_a_change_gives_another_mark_and_other_links_may_see_another(
    app: Flask, owner: Respondent, reader: Program
) -> None:
    before = reader.gets("/assessment").headers["ETag"]

    owner.answers("G", "save", G1="3")

    assert reader.gets("/assessment", If_None_Match=before).status_code == 200
    assert reader.reads("/assessment")["answers"]["G1"]["level"] == 3


def test_the_questionnaire_needs_no_code_and_has_both_languages(app: Flask) -> None:
    sent = Program.of(app).reads("/questionnaire")

    practices = [each for domain in sent["domains"] for each in domain["practices"]]
    assert sent["variants"][0]["practices"] == [each["id"] for each in practices]
    assert all(len(each["levels"]) == 5 and each["question"]["fr"] for each in practices)
    assert json.dumps(sent).count("not_applicable") == len(practices)


def test_a_viewer_of_the_results_reads_no_text_through_the_api(app: Flask, complete: Respondent) -> None:
    program = a_program(app, complete, "results_viewer")

    assert program.reads("/assessment/scorecard")["answered"]
    for path in ("/assessment", "/assessment/answers", "/assessment/rounds/1/assessment"):
        assert program.gets(path).status_code == 403
    for name in program.reads("/assessment/exports")["exports"]:
        assert b"Quokka" not in program.gets(f"/assessment/exports/{name}").data
