"""Model clauses: read, filled in by the owner, and downloaded for the practices that are ticked."""

import io
import zipfile

import pytest
from flask import Flask

from app.exchange import assessment_json
from app.maturity.questionnaire import Questionnaire
from tests.build import bellatrix
from tests.report.policy.parts import docx_paragraphs, odt_paragraphs
from tests.web.checks import attributes, elements
from tests.web.respondent import Respondent

BOARD = "the Zyzzyva board"
WORDS = {"words-en-executive_body": BOARD, "words-fr-executive_body": "le conseil Zyzzyva"}


@pytest.fixture
def owner(app: Flask, questionnaire: Questionnaire) -> Respondent:
    content = assessment_json.write(bellatrix(questionnaire), questionnaire)
    return Respondent(app.test_client()).uploads(content).visits("policy/clauses")


def ticked(person: Respondent) -> set[str]:
    boxes = (attributes(box) for box in elements(person.page.root, "input"))
    return {box["value"] for box in boxes if box.get("name") == "practice" and "checked" in box}


def file(person: Respondent, name: str) -> bytes:
    answer = person.client.get(person.address(f"files/{name}"))
    assert answer.status_code == 200
    content: bytes = answer.data
    return content


def test_the_recommended_practices_are_ticked_at_first(
    owner: Respondent, questionnaire: Questionnaire
) -> None:
    recommended = {
        each["question"]
        for each in owner.client.get(owner.address("files/scorecard.json")).get_json()["recommendations"]
    }

    assert ticked(owner) == recommended & questionnaire.policy.clauses.keys()


@pytest.mark.parametrize(("asked", "every"), [("all", True), ("none", False)])
def test_all_or_none_are_ticked_on_demand(
    owner: Respondent, questionnaire: Questionnaire, asked: str, every: bool
) -> None:
    owner.visits(f"policy/clauses?choose={asked}")

    assert ticked(owner) == (set(questionnaire.policy.clauses) if every else set())


def test_without_an_answer_all_are_ticked(app: Flask, questionnaire: Questionnaire) -> None:
    begun = Respondent(app.test_client()).starts().visits("policy/clauses")

    assert ticked(begun) == set(questionnaire.policy.clauses)


def test_saved_words_stand_in_the_clauses_and_in_the_files_of_each_language(owner: Respondent) -> None:
    assert f"approved by {BOARD}" not in owner.text

    owner.sends(WORDS)

    assert "Your changes are saved." in owner.text
    assert f"approved by {BOARD}" in owner.text
    english = list(docx_paragraphs(file(owner, "policy.docx?practice=G1&lang=en")))
    french = list(odt_paragraphs(file(owner, "policy.odt?practice=G1&lang=fr")))
    assert any(BOARD in text for _style, text in english)
    assert any("le conseil Zyzzyva" in text for _style, text in french)


def test_the_name_of_the_organisation_is_filled_in_before_anything_is_saved(owner: Respondent) -> None:
    assert owner.text_of("words-fr-organisation") == "Bellatrix"
    assert "Bellatrix" in str(list(docx_paragraphs(file(owner, "policy.docx?practice=G1&lang=en"))))


@pytest.mark.parametrize("name", ["policy.docx", "policy.odt", "amendments.docx", "amendments.odt"])
@pytest.mark.parametrize("language", ["en", "fr", "both"])
def test_a_file_holds_the_clauses_of_the_ticked_practices_alone(
    owner: Respondent, questionnaire: Questionnaire, name: str, language: str
) -> None:
    content = file(owner, f"{name}?practice=G2&practice=E3&lang={language}")

    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        main = parts.read("word/document.xml" if name.endswith("docx") else "content.xml").decode()
    for practice, (first, *_others) in questionnaire.policy.clauses.items():
        for each in ("en", "fr"):
            shown = practice in ("G2", "E3") and language in (each, "both")
            assert (first.title.in_(each) in main) == shown


def test_the_name_of_a_file_says_whose_it_is_and_what(owner: Respondent) -> None:
    answer = owner.client.get(owner.address("files/amendments.odt?practice=G1&lang=both"))

    assert answer.headers["Content-Disposition"].endswith('-amendments-both.odt"')
    assert answer.headers["Content-Type"] == "application/vnd.oasis.opendocument.text"
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("lang=en", "Tick at least one practice"),
        ("practice=Z9&practice=G1&lang=en", "Tick only practices on this page"),
        ("practice=G1&lang=de", "Choose the language of the file"),
        ("practice=G1", "Choose the language of the file"),
    ],
)
def test_a_wrong_address_shows_the_page_with_what_is_wrong(
    owner: Respondent, query: str, sentence: str
) -> None:
    owner.visits(f"files/policy.docx?{query}")

    assert owner.status == 422
    assert owner.errors() == [sentence]
    assert ticked(owner) == ({"G1"} if "G1" in query else set())


def test_words_that_are_too_long_are_refused_and_kept(owner: Respondent) -> None:
    owner.sends({**WORDS, "words-en-deputy": "x" * 121})

    assert owner.status == 422
    assert owner.errors() == ["“deputy”: shorten the words to 120 characters; they have 121"]
    assert owner.text_of("words-en-executive_body") == BOARD
    assert owner.in_another_tab().text_of("words-en-executive_body") == ""


def test_words_that_somebody_else_changed_are_shown_beside_those_typed(owner: Respondent) -> None:
    other = owner.in_another_tab()
    other.sends({"words-en-executive_body": "the command"})

    owner.sends(WORDS)

    assert owner.status == 409
    assert "Saved in the meantime: the command" in owner.text
    assert owner.text_of("words-en-executive_body") == BOARD
    owner.sends()
    assert owner.text_of("words-en-executive_body") == BOARD


def test_a_viewer_of_everything_reads_and_downloads_and_changes_nothing(
    app: Flask, owner: Respondent
) -> None:
    owner.sends(WORDS)
    viewer = Respondent(app.test_client()).enters(owner.shares("viewer").code)

    viewer.visits("policy/clauses")

    assert BOARD in viewer.text
    assert not viewer.page.query('input[name="words-en-executive_body"]')
    assert file(viewer, "amendments.docx?practice=G1&lang=en")
    assert viewer.client.post(viewer.path, data={"csrf_token": "x"}).status_code == 403


def test_the_history_names_the_change_and_a_closed_round_still_takes_words(owner: Respondent) -> None:
    owner.completes()

    owner.visits("policy/clauses").sends(WORDS)

    assert owner.text_of("words-en-executive_body") == BOARD
    assert "Your words for the placeholders" in owner.visits("history").text


def test_the_same_file_twice_is_the_same_bytes(owner: Respondent) -> None:
    name = "policy.docx?practice=G1&lang=both"

    assert file(owner, name) == file(owner, name)


def test_every_clause_can_be_read_in_french(app: Flask, questionnaire: Questionnaire) -> None:
    reader = Respondent(app.test_client(), "fr").starts().visits("policy/clauses")

    titles = {each.id: each.title.fr for own in questionnaire.policy.clauses.values() for each in own}
    assert [id for id, title in titles.items() if " ".join(title.split()) not in reader.text] == []


def test_what_to_read_names_each_document_once_with_its_issuer(
    app: Flask, questionnaire: Questionnaire
) -> None:
    content = assessment_json.write(bellatrix(questionnaire), questionnaire)
    page = Respondent(app.test_client(), "fr").uploads(content).visits("policy/clauses").text

    assert "NIST (États-Unis) ; Social media , Acas (Royaume-Uni)" in page
    assert "NIST (États-Unis) ; NIST SP 800-53 Rev 5" not in page
