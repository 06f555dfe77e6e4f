"""A link for the results only, and one for everything, side by side."""

from io import BytesIO

import pytest
from flask import Flask
from pypdf import PdfReader

from app.exchange.importing import pdf_attachment
from tests.web.checks import words
from tests.web.respondent import Respondent


@pytest.fixture
def owner(respondent: Respondent) -> Respondent:
    """Complete a quick check with a comment and evidence."""
    respondent.starts("quick", "Bellatrix").answers_all("2")
    noted = {"G1_comment": "Quokka", "G1_evidence": "Numbat", "A1_comment": "Quokka"}
    respondent.answers("G", "save", G1="2", **{key: noted[key] for key in ("G1_comment", "G1_evidence")})
    respondent.answers("A", "save", A1="3", A1_comment="Quokka")
    return respondent.completes()


@pytest.fixture
def guest(app: Flask) -> Respondent:
    return Respondent(app.test_client())


def score(reader: Respondent) -> dict[str, object]:
    found: dict[str, object] = reader.client.get(reader.address("files/scorecard.json")).get_json()
    return found


def pdf_text(content: bytes) -> str:
    return "".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)


def test_both_see_the_same_complete_result(owner: Respondent, app: Flask) -> None:
    codes = [owner.shares(role).code for role in ("viewer", "results_viewer")]
    whole, results = (Respondent(app.test_client()).enters(code) for code in codes)

    assert results.path.endswith("/results")
    assert score(results) == score(whole) == score(owner)
    assert score(results)["complete"] is True


def test_a_pdf_of_results_only_has_neither_answers_nor_files(owner: Respondent, guest: Respondent) -> None:
    guest.enters(owner.shares("results_viewer").code)

    for name in ("scorecard.pdf", "board.pdf"):
        whole = owner.client.get(owner.address(f"files/{name}")).data
        results = guest.client.get(guest.address(f"files/{name}")).data
        assert not PdfReader(BytesIO(results)).attachments
        assert "assessment.json" in PdfReader(BytesIO(whole)).attachments
        assert "Quokka" not in pdf_text(results)
    assert "Quokka" in pdf_text(owner.client.get(owner.address("files/scorecard.pdf")).data)
    assert "Answers and evidence" not in pdf_text(guest.client.get(guest.address("files/scorecard.pdf")).data)


def test_the_cache_never_sends_one_the_pdf_of_the_other(owner: Respondent, app: Flask) -> None:
    codes = [owner.shares(role).code for role in ("viewer", "results_viewer")]
    whole, results = (Respondent(app.test_client()).enters(code) for code in codes)

    for _ in range(2):
        assert "Quokka" in pdf_text(whole.client.get(whole.address("files/scorecard.pdf")).data)
        assert "Quokka" not in pdf_text(results.client.get(results.address("files/scorecard.pdf")).data)


def test_the_answers_are_neither_offered_nor_sent(owner: Respondent, guest: Respondent) -> None:
    guest.enters(owner.shares("results_viewer").code)

    assert "assessment.json" not in guest.response.text
    assert guest.client.get(guest.address("files/assessment.json")).status_code == 403
    for name in ("G", "check", "sharing", "targets", "code"):
        assert guest.client.get(guest.address(name)).status_code == 403


def test_a_pdf_of_results_only_cannot_be_imported_and_says_why(owner: Respondent, guest: Respondent) -> None:
    guest.enters(owner.shares("results_viewer").code)
    content = guest.client.get(guest.address("files/scorecard.pdf")).data

    assert pdf_attachment.read_attachment(content).state == "none"
    assert guest.uploads(content).status == 422
    assert "it shows results only" in guest.errors()[0]


def test_a_later_answer_is_seen_at_once(owner: Respondent, guest: Respondent) -> None:
    guest.enters(owner.shares("results_viewer").code)
    owner.begins_round().answers("G", "save", G1="0")

    assert score(guest) == score(owner)
    assert score(guest)["complete"] is False


def test_its_page_and_its_row_say_what_it_shows(owner: Respondent, guest: Respondent) -> None:
    owner.shares("results_viewer")
    path = "/" + words(owner.page.query("code")[1]).split("/", 3)[3]

    assert "without comments, evidence and notes" in guest.opens(path).text
    assert "Viewer of the results only" in owner.visits("sharing").text
