"""A PDF is built once for as long as its content is the same."""

from io import BytesIO

import pytest
from flask import Flask
from pypdf import PdfReader
from sqlalchemy import text

from app.exchange import assessment_json
from app.maturity.questionnaire import Questionnaire
from app.web.request.pdf_cache import PdfCache
from tests.build import aldebaran
from tests.web.respondent import Respondent


def built(app: Flask) -> PdfCache:
    found: PdfCache = app.extensions["muster"].pdf_cache
    return found


def downloads(respondent: Respondent, language: str = "en") -> bytes:
    """Fetch the scorecard's PDF; the last page stays."""
    path = f"/{language}/assessment/{respondent.id}/files/scorecard.pdf"
    response = respondent.client.get(path)
    assert response.status_code == 200
    assert response.headers["Content-Disposition"].endswith(f'-scorecard-{language}.pdf"')
    content: bytes = response.data
    return content


def words(content: bytes) -> str:
    return " ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)


@pytest.fixture
def begun(respondent: Respondent) -> Respondent:
    """Return a person with an interim quick check."""
    return respondent.starts("quick", "Bellatrix").answers("G", "save", G1="2", G1_comment="Quokka")


@pytest.fixture
def complete(respondent: Respondent, questionnaire: Questionnaire) -> Respondent:
    respondent.uploads(assessment_json.write(aldebaran(questionnaire), questionnaire))
    return respondent.visits("results")


@pytest.mark.parametrize("state", ["begun", "complete"])
def test_a_second_download_of_an_unchanged_result_costs_no_build(
    app: Flask, state: str, request: pytest.FixtureRequest
) -> None:
    respondent: Respondent = request.getfixturevalue(state)
    before = built(app).builds

    first, second = downloads(respondent), downloads(respondent)

    assert first.startswith(b"%PDF-")
    assert second == first
    assert built(app).builds == before + 1


def test_another_browser_with_the_code_is_given_the_same_file_without_a_build(app: Flask) -> None:
    owner = Respondent(app.test_client()).starts("quick")
    id, code = owner.id, owner.code
    first, before = downloads(owner), built(app).builds

    colleague = Respondent(app.test_client()).opens("code")
    colleague.sends({"code": code, "idle": "60"})

    assert colleague.id == id
    assert downloads(colleague) == first
    assert built(app).builds == before


def test_a_changed_comment_is_in_the_next_download(app: Flask, begun: Respondent) -> None:
    assert "Quokka" in words(downloads(begun))

    begun.answers("G", "save", G1="2", G1_comment="Ocelot")

    changed = words(downloads(begun))
    assert "Ocelot" in changed
    assert "Quokka" not in changed


def test_each_language_is_a_file_of_its_own(app: Flask, begun: Respondent) -> None:
    before = built(app).builds

    english, french = downloads(begun), downloads(begun, "fr")

    assert "Social media policy readiness" in words(english)
    assert "Social media policy readiness" not in words(french)
    assert (downloads(begun), downloads(begun, "fr")) == (english, french)
    assert built(app).builds == before + 2


def test_nothing_of_a_file_can_be_read_in_memory(app: Flask, begun: Respondent) -> None:
    content = downloads(begun)
    [sealed] = built(app).sealed_files()[-1:]

    assert len(sealed) == len(content) + 28
    for piece in (b"%PDF-", b"Bellatrix", b"Quokka", begun.id.encode(), content[1000:1032]):
        assert piece not in sealed


def test_without_the_code_a_built_file_cannot_be_downloaded(app: Flask, begun: Respondent) -> None:
    downloads(begun)

    stranger = app.test_client().get(begun.address("files/scorecard.pdf"))
    begun.visits("results").sends(form="/sign-out")

    assert stranger.status_code == 404
    assert begun.client.get(stranger.request.path).status_code == 404


def test_the_file_of_a_deleted_assessment_is_gone_with_it(app: Flask, begun: Respondent) -> None:
    downloads(begun)
    with app.extensions["muster"].engine.begin() as connection:
        connection.execute(text("DELETE FROM assessments WHERE id = :id"), {"id": begun.id})

    assert begun.client.get(begun.address("files/scorecard.pdf")).status_code == 404


def test_no_browser_or_proxy_is_offered_to_keep_a_file_or_to_know_it_again(begun: Respondent) -> None:
    headers = begun.client.get(begun.address("files/scorecard.pdf")).headers

    assert headers["Cache-Control"] == "no-store"
    assert "ETag" not in headers
    assert "Last-Modified" not in headers
