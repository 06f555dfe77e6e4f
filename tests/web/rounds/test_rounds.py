"""Closed rounds as their owner and viewers see them."""

from io import BytesIO

import pytest
from flask import Flask
from pypdf import PdfReader

from app.exchange import assessment_json
from app.maturity.questionnaire import Questionnaire
from app.storage.rounds import rounds
from app.web.request.pdf_cache import PdfCache
from tests.build import bellatrix
from tests.web.checks import words
from tests.web.respondent import Respondent

FILES = ("scorecard.pdf", "board.pdf", "tasks-security.pdf", "scorecard.json", "assessment.json")
PAGES = ("", "/recommendations", "/domains", "/survey", "/why", "/all", "/board", "/for/security", "/trend")


@pytest.fixture
def owner(app: Flask) -> Respondent:
    """Return an owner who has completed a quick check, all at level 3."""
    return Respondent(app.test_client()).starts("quick", "Bellatrix").answers_all("3").completes()


def round_files(owner: Respondent, number: int) -> dict[str, bytes]:
    found = {}
    for name in FILES:
        response = owner.client.get(owner.address(f"rounds/{number}/files/{name}"))
        assert response.status_code == 200
        found[name] = response.data
    return found


def round_pages(owner: Respondent, number: int) -> dict[str, str]:
    """Return the words of every page of a round."""
    return {name: owner.visits(f"rounds/{number}/results{name}").text for name in PAGES}


def test_completing_keeps_a_round_that_a_later_one_does_not_change(owner: Respondent) -> None:
    files, pages = round_files(owner, 1), round_pages(owner, 1)

    owner.begins_round("full").answers("G", "save", G1="0", G1_comment="Later")
    owner.visits("targets").sends({"target-G": "4"})
    owner.visits("profile").sends({"organisation": "Renamed"})

    assert round_files(owner, 1) == files
    assert round_pages(owner, 1) == pages
    assert "Bellatrix" in pages[""]
    assert "75" in pages[""]


def test_the_files_of_a_round_are_built_again_byte_for_byte(
    owner: Respondent, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = round_files(owner, 1)

    monkeypatch.setattr(PdfCache, "get_or_build", lambda cache, copy, build: build())

    assert round_files(owner, 1) == before


def test_the_list_names_each_round_the_newest_first(owner: Respondent) -> None:
    owner.begins_confirmed_round().answers("G", "save", G1="4").visits("check")
    owner.sends({"label": "before  the audit"}, form="/complete")

    text = owner.visits("rounds").text

    assert text.index("Round 2") < text.index("before the audit") < text.index("Round 1")
    assert "Quick check" in text


def test_nothing_new_closes_no_second_round(owner: Respondent) -> None:
    page = owner.visits("check")
    assert "This round is closed" in page.text
    assert "/complete" not in page.response.text

    token = owner.visits("rounds/begin").token()
    owner.posts({"csrf_token": token, "label": ""}, path=owner.address("complete"))

    assert "Round 2" not in owner.visits("rounds").text


def test_the_same_answers_confirmed_are_another_round(owner: Respondent) -> None:
    owner.begins_confirmed_round()

    owner.completes()

    assert "Round 2" in owner.visits("rounds").text


def test_a_long_name_is_refused_and_kept(owner: Respondent) -> None:
    owner.begins_confirmed_round().answers("G", "save", G1="4").visits("check")

    owner.sends({"label": "x" * 61}, form="/complete")

    assert (owner.status, owner.errors()) == (422, ["Shorten the name to 60 characters; it has 61"])
    assert 'value="' + "x" * 61 in owner.response.text


def test_a_full_list_is_said_and_nothing_is_completed(
    owner: Respondent, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rounds, "MAX_ROUNDS", 0)
    owner.imports_itself().completes()

    assert (owner.status, owner.errors()) == (
        422,
        ["An assessment holds at most 40 rounds. Delete one of them first."],
    )
    assert "No round has been completed yet." in owner.visits("rounds").text


def test_a_round_is_deleted_after_a_tick(owner: Respondent) -> None:
    owner.visits("rounds/1/delete").sends({})
    assert owner.errors() == ["Tick the box if you want to delete this round"]

    owner.sends({"sure": "yes"})

    assert "No round has been completed yet." in owner.text
    assert owner.visits("rounds/1/results").status == 404
    assert "Rounds: round 1 deleted" in owner.visits("history").text
    assert owner.exported()["completed_on"]


@pytest.mark.parametrize("number", ["0", "2", "99999999999999999999"])
def test_a_round_that_does_not_exist_is_not_found(owner: Respondent, number: str) -> None:
    assert owner.visits(f"rounds/{number}/results").status == 404


def test_a_viewer_of_results_sees_a_round_without_comments(app: Flask, owner: Respondent) -> None:
    owner.begins_confirmed_round().answers("G", "save", G1="2", G1_comment="Quokka").completes()
    code = owner.shares("results_viewer").code
    viewer = Respondent(app.test_client()).enters(code)

    page = viewer.visits("rounds/2/results/all")
    pdf = viewer.client.get(viewer.address("rounds/2/files/scorecard.pdf"))

    assert (page.status, pdf.status_code) == (200, 200)
    assert "Quokka" not in page.text
    assert "Quokka" not in " ".join(each.extract_text() for each in PdfReader(BytesIO(pdf.data)).pages)
    assert viewer.client.get(viewer.address("rounds/2/files/assessment.json")).status_code == 403
    assert "Delete round" not in viewer.visits("rounds").text


def test_the_pages_of_a_round_lead_to_its_own_pages_and_to_no_change(owner: Respondent) -> None:
    page = owner.visits("rounds/1/results").response.text

    assert f"{owner.address('rounds/1')}/results/recommendations" in page
    assert f"{owner.address('rounds/1')}/files/scorecard.pdf" in page
    assert owner.address("G") not in page


def test_an_imported_result_closes_its_round_when_it_is_completed(
    respondent: Respondent, questionnaire: Questionnaire
) -> None:
    respondent.uploads(assessment_json.write(bellatrix(questionnaire), questionnaire))
    assert "No round has been completed yet." in respondent.visits("rounds").text

    respondent.completes()

    assert "Round 1" in respondent.visits("rounds").text


def test_a_round_stays_as_it_was_when_the_questionnaire_is_upgraded(behind: Respondent) -> None:
    behind.completes()
    pages = {name: behind.visits(f"rounds/1/results{name}").text for name in ("", "/all", "/board", "/why")}
    names = ("scorecard.pdf", "board.pdf", "scorecard.json", "assessment.json")
    files = {name: behind.client.get(behind.address(f"rounds/1/files/{name}")).data for name in names}
    assert "questionnaire version 1.0" in pages[""]

    behind.begins_round()
    assert "questionnaire version 1.1" in behind.visits("results").text

    assert pages == {name: behind.visits(f"rounds/1/results{name}").text for name in pages}
    assert files == {name: behind.client.get(behind.address(f"rounds/1/files/{name}")).data for name in names}
    assert "version 1.0" in behind.visits("rounds").text


def test_what_only_small_screens_show_repeats_the_headings_of_the_table(owner: Respondent) -> None:
    owner.begins_confirmed_round().answers("G", "save", G1="4").visits("check")
    page = owner.sends({"label": "before the audit"}, form="/complete").visits("rounds").page

    headings = {words(each) for each in page.query("thead th")}

    assert {words(each) for each in page.query(".results-stacked")} <= headings
    assert "before the audit" in words(page.query("tbody th")[0])
