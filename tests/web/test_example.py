"""The worked example: read by everybody, changed by nobody, and marked as invented wherever it is shown."""

import json
import re
from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.maturity.answers import Answer, Assessment
from app.web.example.answers import read_answers
from tests.report.documents import reader
from tests.web.checks import attributes
from tests.web.respondent import Respondent

PAGES = (
    "results",
    "results/recommendations",
    "results/domains",
    "results/survey",
    "results/why",
    "results/board",
    "results/all",
    "plan",
)
INVENTED = {
    "en": "The organisation and all its answers are invented.",
    "fr": "L’organisation et toutes ses réponses sont inventées.",
}


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


def example(client: FlaskClient, name: str = "results", language: str = "en") -> Respondent:
    return Respondent(client, language).opens(f"/{language}/assessment/example/{name}")


def test_the_first_page_leads_to_it_without_a_code(client: FlaskClient) -> None:
    page = Respondent(client).opens("/en/")

    assert 'href="/en/assessment/example/results"' in page.response.text


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("name", PAGES)
def test_every_page_says_that_it_is_invented(client: FlaskClient, name: str, language: str) -> None:
    page = example(client, name, language)

    assert page.status == 200
    assert INVENTED[language] in page.text


@pytest.mark.parametrize("method", ["OPTIONS", "HEAD"])
@pytest.mark.parametrize("name", ["results", "files/board.pdf"])
def test_another_method_leaves_it_as_it_is(client: FlaskClient, name: str, method: str) -> None:
    address = f"/en/assessment/example/{name}"
    client.open(address, method=method)
    first = client.get(address)

    again = client.open(address, method=method), client.get(address)

    assert len(first.data) > 5000
    assert [(each.status_code, each.data) for each in again] == [(200, b""), (200, first.data)]
    assert ("Allow" in again[0].headers) == (method == "OPTIONS")


@pytest.mark.parametrize("name", PAGES)
def test_every_link_within_it_opens(client: FlaskClient, name: str) -> None:
    page = example(client, name)
    links = {
        attributes(link).get("href", "").partition("#")[0]
        for link in page.page.query("a")
        if "/assessment/" in attributes(link).get("href", "")
    }

    assert len(links) > 5
    assert [link for link in sorted(links) if client.get(link).status_code != 200] == []


@pytest.mark.parametrize(("language", "words"), [("en", "invented answers"), ("fr", "réponses inventées")])
@pytest.mark.parametrize("kind", ["scorecard", "board"])
def test_every_page_of_its_pdfs_says_so(client: FlaskClient, kind: str, language: str, words: str) -> None:
    response = client.get(f"/{language}/assessment/example/files/{kind}.pdf")

    pages = reader(response.data).pages
    assert len(pages) == (1 if kind == "board" else len(pages)) > 0
    without = [
        number for number, each in enumerate(pages, 1) if words not in " ".join(each.extract_text().split())
    ]
    assert without == []


def test_its_level_is_capped_so_that_a_visitor_sees_what_a_cap_is(client: FlaskClient) -> None:
    overall = json.loads(client.get("/en/assessment/example/files/scorecard.json").data)["overall"]

    assert (overall["exact"], overall["level"], overall["uncapped_level"]) == (
        "3505/54",
        "defined",
        "applied",
    )
    assert overall["capped_by"] == ["A4", "E3"]


def test_both_languages_hold_the_same_answers(app: Flask) -> None:
    known = app.extensions["muster"].versions

    english, french = (without_texts(read_answers(language, known)) for language in ("en", "fr"))

    assert english == french


def without_texts(assessment: Assessment) -> Assessment:
    answers = {
        id: Answer(
            answer.choice, bool(answer.comment) * "x", bool(answer.evidence) * "x", answer.evidence_date
        )
        for id, answer in assessment.answers.items()
    }
    return replace(assessment, answers=answers, profile=replace(assessment.profile, organisation=""))


def test_its_answers_can_be_imported(client: FlaskClient, respondent: Respondent) -> None:
    content = client.get("/en/assessment/example/files/assessment.json").data

    respondent.uploads(content)

    assert respondent.visits("results").status == 200
    assert "65" in respondent.text


@pytest.mark.parametrize(
    "name",
    [
        "G",
        "code",
        "share",
        "targets",
        "pulse",
        "results/what-if",
        "results/peers",
        "results/trend",
        "delete",
        "history",
    ],
)
def test_nothing_else_of_an_assessment_is_there(client: FlaskClient, name: str) -> None:
    page = example(client, name)

    assert page.status in (403, 404)
    assert INVENTED["en"] not in page.text


def test_a_server_with_another_questionnaire_has_no_example(behind: Respondent) -> None:
    client = behind.client

    assert "assessment/example" not in client.get("/en/").text
    assert client.get("/en/assessment/example/results").status_code == 404


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_drawn_once_for_all_visitors_and_holds_nothing_of_the_first(app: Flask, name: str) -> None:
    kept = app.extensions.setdefault("muster-example", {})
    kept.clear()
    path = f"/en/assessment/example/{name}"

    first, second = (app.test_client().get(path) for _visitor in range(2))

    assert list(kept) == [path]
    assert first.data == second.data
    assert b"csrf_token" not in first.data
    assert not first.headers.getlist("Set-Cookie")


def test_a_visitor_with_an_open_assessment_gets_a_page_of_their_own(
    app: Flask, respondent: Respondent
) -> None:
    kept = app.extensions.setdefault("muster-example", {})
    kept.clear()

    respondent.starts("quick").opens("/en/assessment/example/results")

    assert respondent.status == 200
    assert not kept


def test_a_task_pdf_is_the_same_for_everybody(client: FlaskClient) -> None:
    path = "/fr/assessment/example/files/tasks-security.pdf"

    assert client.get(path).data == client.get(path).data
    assert client.get(path.replace("security", "nobody")).status_code == 404


@pytest.mark.parametrize(("language", "left_out"), [("en", "Not applicable"), ("fr", "Sans objet")])
def test_the_full_stop_after_an_answer_has_no_space_before_it(
    client: FlaskClient, language: str, left_out: str
) -> None:
    page = example(client, "results/all", language).response.text

    assert f"{left_out}</span>. " in page
    assert not re.search(r"\s</span>\s*\. ", page)


@pytest.mark.parametrize(("language", "person"), [("en", "Ines Okafor"), ("fr", "Inès Okafor")])
def test_its_plan_has_actions_in_every_state_and_is_said_to_be_invented(
    client: FlaskClient, language: str, person: str
) -> None:
    page = example(client, "plan", language)
    states = {"en": ("To do", "Doing", "Done", "Dropped"), "fr": ("À faire", "En cours", "Fait", "Abandonné")}

    assert person in page.text
    assert all(state in page.text for state in states[language])
    assert ("are invented too" if language == "en" else "également inventées") in page.text
    assert not page.page.query("main form")


def test_its_first_screen_says_how_far_its_plan_is(client: FlaskClient) -> None:
    assert "1 of 5 actions done" in example(client).text


@pytest.mark.parametrize("language", ["en", "fr"])
def test_its_colleagues_disagree_and_the_chapter_can_be_left_out(client: FlaskClient, language: str) -> None:
    path = f"/{language}/assessment/example/files/"
    said = json.loads(client.get(path + "scorecard.json").data)["voices"]

    assert said["agreement"] == {"agree": 8, "of": 11}
    assert [each["question"] for each in said["questions"] if each["disagreement"]] == ["G1", "G5", "G3"]
    # Every domain row of the three has its answers, which its questions allow.
    assert sum(len(each["given"]) for each in said["questions"]) == 6 * 3 + 5 * 2 + 5 + 6 + 5 + 5
    assert client.get(path + "meeting.pdf").data.startswith(b"%PDF-")
    for query, attached in (("", True), ("?leave_out_voices=yes", False), ("", True)):
        content = client.get(f"{path}scorecard.pdf{query}").data
        assert ("voices.json" in reader(content).attachments) is attached
