import io

import pytest
from flask import Flask
from pypdf import PdfReader

from tests.web.checks import attributes
from tests.web.respondent import Respondent


def pages(respondent: Respondent, name: str) -> list[str]:
    """Download a PDF of the open assessment and return the text of its pages."""
    content = respondent.client.get(respondent.address(name)).data
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(content)).pages]


@pytest.mark.parametrize(("language", "title"), [("en", "Board briefing"), ("fr", "Note à la direction")])
def test_the_board_s_page_is_offered_beside_the_scorecard_in_the_reader_s_language(
    app: Flask, language: str, title: str
) -> None:
    respondent = Respondent(app.test_client(), language).starts("quick", "Capella").visits("results")

    offered = {attributes(link)["href"] for link in respondent.page.query("#downloads a")}

    assert {respondent.address("files/board.pdf"), respondent.address("files/scorecard.pdf")} <= offered
    (page,) = pages(respondent, "files/board.pdf")
    assert title in page
    assert "Capella" in page


def test_the_board_s_page_of_an_interim_result_says_so(respondent: Respondent) -> None:
    respondent.starts("quick").answers("G", "save", G1="2", G2="1", G5="3")

    (page,) = pages(respondent, "files/board.pdf")

    assert "Interim result: 3 of 17 answered" in page
