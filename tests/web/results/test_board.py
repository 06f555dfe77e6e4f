"""The board’s page: its PDF, and the same on a page."""

import io

import pytest
from flask import Flask
from pypdf import PdfReader

from app.exchange import assessment_json
from app.maturity.questionnaire import Questionnaire
from app.maturity.scorecard import build
from app.report.board_content import build_board_content
from tests.build import bellatrix
from tests.figures.cast import wording_in
from tests.web.checks import attributes, words
from tests.web.contributing_person import complete_assessment, publish_peers
from tests.web.respondent import Respondent


def pages(respondent: Respondent, name: str) -> list[str]:
    """Download a PDF of the open assessment and return the text of its pages."""
    content = respondent.client.get(respondent.address(name)).data
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(content)).pages]


@pytest.mark.parametrize(
    ("language", "title"), [("en", "Board page"), ("fr", "Note à l’instance dirigeante")]
)
def test_the_board_s_page_is_offered_beside_the_scorecard_in_the_reader_s_language(
    app: Flask, language: str, title: str
) -> None:
    respondent = Respondent(app.test_client(), language).starts("quick", "Capella")
    respondent.answers("G", "save", G1="2").visits("results")

    offered = {attributes(link)["href"] for link in respondent.page.query("a")}

    assert {respondent.address("files/board.pdf"), respondent.address("files/scorecard.pdf")} <= offered
    (page,) = pages(respondent, "files/board.pdf")
    assert title in page
    assert "Capella" in page


def test_the_board_s_page_of_an_interim_result_says_so(respondent: Respondent) -> None:
    respondent.starts("quick").answers("G", "save", G1="2", G2="1", G5="3")

    (page,) = pages(respondent, "files/board.pdf")

    assert "Interim result: 3 of 17 answered" in page
    assert "Based only on the answers given so far." in page
    assert "Based only on the answers given so far." in respondent.visits("results/board").text


@pytest.mark.parametrize("language", ["en", "fr"])
def test_everything_that_the_pdf_says_is_on_the_page(
    app: Flask, questionnaire: Questionnaire, language: str
) -> None:
    assessment = bellatrix(questionnaire)
    respondent = Respondent(app.test_client(), language)
    respondent.uploads(assessment_json.write(assessment, questionnaire)).visits("results/board")
    wording = wording_in("fr" if language == "fr" else "en", questionnaire)
    content = build_board_content(build(questionnaire, assessment, completed=True), wording)

    expected = [str(content.score), content.level, content.meaning, content.held_back, content.domains]
    expected += [content.decisions_title, content.decisions_lead, content.review, *content.survey]
    for each in content.decisions:
        expected += [each.decision, each.practice, each.today, each.why, each.owner, each.day, each.effort]
    assert len(content.decisions) == 3
    assert [each for each in expected if " ".join(str(each).split()) not in respondent.text] == []
    assert {respondent.address("files/board.pdf")} <= {
        attributes(link)["href"] for link in respondent.page.query("main a")
    }


def test_the_decisions_are_headings_in_their_order(app: Flask, questionnaire: Questionnaire) -> None:
    assessment = bellatrix(questionnaire)
    respondent = Respondent(app.test_client())
    respondent.uploads(assessment_json.write(assessment, questionnaire)).visits("results/board")

    numbers = [words(heading)[:2] for heading in respondent.page.query("main h3")]

    assert numbers == ["1.", "2.", "3."]


def test_without_a_score_the_page_asks_for_nothing(respondent: Respondent) -> None:
    respondent.starts("quick").visits("results/board")

    assert "There is nothing to decide before the first answers are given." in respondent.text
    assert not respondent.page.query("main h3")


def test_page_and_pdf_show_the_published_position(alone: Flask) -> None:
    publish_peers(alone, range(31, 51))
    respondent = complete_assessment(alone)

    sentence = "your overall readiness is in the highest quarter"
    assert sentence in respondent.visits("results/board").text
    assert sentence in pages(respondent, "files/board.pdf")[0]


def test_no_name_of_an_organisation_is_markup(app: Flask) -> None:
    respondent = Respondent(app.test_client()).starts("quick", "<b>&amp;</b><script>alert(1)</script>")

    respondent.visits("results/board")

    assert "<b>&amp;</b><script>alert(1)</script>" in respondent.text
    assert not respondent.page.query("main b, main script")
