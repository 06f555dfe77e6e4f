"""What is asked of each role, on its page and as its PDF."""

import io

import pytest
from flask import Flask
from pypdf import PdfReader

from app.exchange import assessment_json
from app.maturity.questionnaire import Questionnaire
from tests.build import bellatrix
from tests.report.sections.test_tasks import OWNERS
from tests.web.checks import attributes, words
from tests.web.respondent import Respondent


@pytest.fixture
def complete(respondent: Respondent, questionnaire: Questionnaire) -> Respondent:
    return respondent.uploads(assessment_json.write(bellatrix(questionnaire), questionnaire))


def test_the_recommendations_lead_to_the_page_of_every_role(complete: Respondent) -> None:
    complete.visits("results/recommendations")

    offered = {attributes(link)["href"] for link in complete.page.query("main a")}

    assert {complete.address(f"results/for/{owner}") for owner in OWNERS} <= offered


@pytest.mark.parametrize("owner", OWNERS)
def test_page_and_pdf_of_a_role_ask_for_the_same(
    complete: Respondent, questionnaire: Questionnaire, owner: str
) -> None:
    complete.visits(f"results/for/{owner}")
    assert words(complete.page.query("h1")[0]) == f"{questionnaire.owners[owner].en}: what is asked of you"
    (download,) = (
        attributes(link)["href"]
        for link in complete.page.query("main a")
        if attributes(link)["href"].endswith(".pdf")
    )

    response = complete.client.get(download)

    assert response.headers["Content-Disposition"].endswith(f'-tasks-{owner}-en.pdf"')
    pages = PdfReader(io.BytesIO(response.data)).pages
    printed = " ".join(" ".join(page.extract_text() for page in pages).split())
    names = [words(heading) for heading in complete.page.query("main h2.results-advice__title")]
    for number, question in enumerate(
        (q for q in questionnaire.questions_in("full") if f"({q.id})" in " ".join(names)), start=1
    ):
        assert any(name.startswith(f"{number}. ") for name in names)
        assert question.owner == owner
        assert f"{question.id} {question.name.en}" in printed


@pytest.mark.parametrize("name", ["results/for/marketing", "files/tasks-marketing.pdf", "files/tasks-..pdf"])
def test_there_is_no_page_for_a_role_that_owns_no_practice(complete: Respondent, name: str) -> None:
    assert complete.visits(name).status == 404


def test_a_role_with_nothing_to_do_is_told_so(respondent: Respondent) -> None:
    respondent.starts("quick").visits("results/for/finance")

    assert "Nothing is asked of you" in respondent.text


def test_a_stranger_is_shown_nothing(app: Flask, complete: Respondent) -> None:
    for name in ("results/for/hr", "files/tasks-hr.pdf", "results/board"):
        assert app.test_client().get(complete.address(name)).status_code == 404


def test_the_gain_is_a_fact_of_each_recommendation_but_not_of_what_is_asked_of_a_role(
    complete: Respondent,
) -> None:
    facts = [words(each) for each in complete.visits("results/recommendations").page.query(".results-facts")]
    assert facts
    assert all("Gain: +" in each for each in facts)
    assert "The gain is the points of overall readiness" in complete.text

    asked = complete.visits("results/for/communications").page.query(".results-facts")
    assert asked
    assert not any("Gain" in words(each) for each in asked)
