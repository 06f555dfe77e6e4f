"""The files with independent answers: for owners alone, with the chapter or without."""

import json

import pytest
from flask import Flask

from app.maturity.answers import Answer
from app.web.request.pdf_cache import PdfCache
from tests.report.documents import reader, words
from tests.storage.stored_assessment import SavedAssessment
from tests.storage.voices import stored_voices
from tests.web.programme_member import saved_of
from tests.web.respondent import Respondent

COMMENT = "Quokkas answer the telephone."
CHAPTER = "The colleagues disagree on one practice"


@pytest.fixture
def owner(respondent: Respondent) -> Respondent:
    return respondent.starts("quick", "Bellatrix").answers("G", "save", G1="2")


@pytest.fixture
def colleagues(app: Flask, owner: Respondent) -> tuple[SavedAssessment, SavedAssessment]:
    """Return two colleagues who have finished: they disagree on G1."""
    saved = saved_of(app, owner.visits("code"))
    first, second = (stored_voices.invites(saved, role, "G") for role in ("hr", "legal"))
    stored_voices.answers(first, "G", {"G1": Answer("4", COMMENT)})
    stored_voices.answers(second, "G", {"G1": Answer("1")})
    stored_voices.finishes(first)
    stored_voices.finishes(second)
    return first, second


def file(person: Respondent, name: str, of: str = "") -> bytes:
    response = person.client.get(f"/en/assessment/{person.id}{of}/files/{name}")
    assert response.status_code == 200
    content: bytes = response.data
    return content


@pytest.mark.usefixtures("colleagues")
def test_the_owner_has_the_chapter_the_sheet_and_the_numbers(owner: Respondent) -> None:
    scorecard = file(owner, "scorecard.pdf")

    assert CHAPTER in words(scorecard)
    assert COMMENT in words(scorecard)
    assert "voices.json" in reader(scorecard).attachments
    assert COMMENT in words(file(owner, "meeting.pdf"))
    said = json.loads(file(owner, "scorecard.json"))["voices"]
    assert said["questions"][0]["given"] == [{"role": "hr", "answer": 4}, {"role": "legal", "answer": 1}]
    assert COMMENT not in file(owner, "assessment.json").decode()


@pytest.mark.usefixtures("colleagues")
def test_left_out_they_are_nowhere_in_the_scorecard_and_a_second_download_is_not_mixed_up(
    owner: Respondent,
) -> None:
    for _ in range(2):
        whole = file(owner, "scorecard.pdf")
        without = file(owner, "scorecard.pdf?leave_out_voices=yes")

        assert CHAPTER in words(whole)
        attached = reader(without).attachments
        assert CHAPTER not in words(without)
        assert "voices.json" not in attached
        assert "voices" not in json.loads(attached["scorecard.json"][0])
        assert COMMENT not in str(attached)


@pytest.mark.usefixtures("colleagues")
def test_the_results_offer_the_sheet_and_the_tick(owner: Respondent) -> None:
    page = owner.visits("results").page

    assert page.query("a[href$='/files/meeting.pdf']")
    assert page.query("form[method='get'][action$='/files/scorecard.pdf'] #leave_out_voices")


@pytest.mark.usefixtures("colleagues")
def test_the_page_of_disagreement_leads_to_the_sheet(owner: Respondent) -> None:
    page = owner.visits("voices/disagreement").page

    assert page.query(f"a[href='/en/assessment/{owner.id}/files/meeting.pdf']")


def test_without_voices_nothing_is_offered_and_the_sheet_leads_to_the_results(owner: Respondent) -> None:
    page = owner.visits("results").page

    assert not page.query("a[href$='/files/meeting.pdf']")
    assert not page.query("#leave_out_voices")
    response = owner.client.get(f"/fr/assessment/{owner.id}/files/meeting.pdf")
    assert (response.status_code, response.location) == (302, f"/fr/assessment/{owner.id}/results")
    assert "voices" not in json.loads(file(owner, "scorecard.json"))


def test_before_two_have_finished_no_file_has_their_answers(app: Flask, owner: Respondent) -> None:
    voice = stored_voices.invites(saved_of(app, owner.visits("code")), "hr", "G")
    stored_voices.answers(voice, "G", {"G1": Answer("4", COMMENT)})
    stored_voices.finishes(voice)

    assert COMMENT not in words(file(owner, "scorecard.pdf"))
    assert "voices" not in json.loads(file(owner, "scorecard.json"))


@pytest.mark.parametrize("role", ["viewer", "results_viewer"])
@pytest.mark.usefixtures("colleagues")
def test_a_viewer_reads_none_of_it(app: Flask, owner: Respondent, role: str) -> None:
    viewer = Respondent(app.test_client()).enters(owner.shares(role).code)

    assert viewer.client.get(f"/en/assessment/{owner.id}/files/meeting.pdf").status_code == 403
    assert "voices" not in json.loads(file(viewer, "scorecard.json"))
    for name in ("scorecard.pdf", "scorecard.pdf?leave_out_voices=yes"):
        scorecard = file(viewer, name)
        assert CHAPTER not in words(scorecard)
        assert "voices.json" not in reader(scorecard).attachments
    assert not viewer.visits("results").page.query("#leave_out_voices")


def test_what_a_colleague_saves_is_in_the_next_download(
    app: Flask, owner: Respondent, colleagues: tuple[SavedAssessment, SavedAssessment]
) -> None:
    cache: PdfCache = app.extensions["muster"].pdf_cache
    assert CHAPTER in words(file(owner, "scorecard.pdf"))
    builds = cache.builds
    file(owner, "scorecard.pdf")
    assert cache.builds == builds

    stored_voices.finishes(colleagues[1], finished=False)
    stored_voices.answers(colleagues[1], "G", {"G1": Answer("4")})
    stored_voices.finishes(colleagues[1])

    assert CHAPTER not in words(file(owner, "scorecard.pdf"))
    assert "The colleagues disagree on no practice" in words(file(owner, "meeting.pdf"))


def test_a_closed_round_keeps_the_chapter_and_the_sheet(app: Flask, respondent: Respondent) -> None:
    owner = respondent.starts("quick", "Bellatrix")
    owner.answers_all()
    saved = saved_of(app, owner.visits("code"))
    for role, level in (("hr", "4"), ("legal", "1")):
        voice = stored_voices.invites(saved, role, "G")
        stored_voices.answers(voice, "G", {"G1": Answer(level, COMMENT)})
        stored_voices.finishes(voice)
    owner.completes()

    for of in ("", "/rounds/1"):
        assert CHAPTER in words(file(owner, "scorecard.pdf", of))
        assert CHAPTER not in words(file(owner, "scorecard.pdf?leave_out_voices=yes", of))
        assert COMMENT in words(file(owner, "meeting.pdf", of))
        assert "voices" in json.loads(file(owner, "scorecard.json", of))
    page = owner.visits("rounds/1/voices").page
    assert page.query(f"a[href='/en/assessment/{owner.id}/rounds/1/files/meeting.pdf']")
