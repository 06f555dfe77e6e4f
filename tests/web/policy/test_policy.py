"""An organisation’s own policy, read from a file or a pasted text."""

import re

import pytest
from flask import Flask

from app.config import ROOT
from app.exchange.policy.policy_file import MAX_BYTES
from app.exchange.policy.reading_turn import RETRY_SECONDS, SHORT_TEXT, ReaderBusyError, reading_turn
from app.maturity.questionnaire import Questionnaire
from app.maturity.text import LANGUAGES, Language
from app.web.policy import policy
from app.web.request import rate_limits
from tests.web.policy.reader import APPROVED, POLICY, RECIPE, REGISTER, Reader

BUSY = "Another document is being read just now. Send yours again in half a minute."

NOTE = f"Directive 7, 3 March 2024:\n“{APPROVED}” (Approval)"
TO_TICK = "Tick at least one sentence to keep"


def test_a_sentence_is_shown_with_its_heading_beside_the_answer(owner: Reader) -> None:
    owner.pastes()

    assert owner.status == 200
    assert APPROVED in owner.text
    assert owner.fields(owner.form("/policy/keep"))["heading-G1-1"] == ["Approval"]
    assert "Answer now: 0" in owner.text


def test_nothing_is_ticked_for_the_person(owner: Reader) -> None:
    owner.pastes()

    assert not owner.page.query('form[action$="/policy/keep"] input[checked]')


def test_a_practice_without_a_sentence_says_that_there_may_be_one(
    owner: Reader, questionnaire: Questionnaire
) -> None:
    owner.pastes(RECIPE)

    readings = questionnaire.policy.readings.values()
    none = sum(reading.kind == "none" for reading in readings)
    assert owner.text.count("That does not mean there is none.") == len(readings) - none
    assert owner.text.count("A policy cannot show this.") == len(questionnaire.ids) - len(readings) + none
    assert "We found sentences on 0 of the" in owner.text


def test_the_practices_are_in_the_order_of_the_questionnaire(
    owner: Reader, questionnaire: Questionnaire
) -> None:
    owner.pastes()

    places = [
        owner.response.text.index(f'id="reading-{each.id}"') for each in questionnaire.questions_in("full")
    ]
    assert places == sorted(places)


def test_how_often_the_search_is_right_is_said_with_the_figures_of_the_data(
    owner: Reader, questionnaire: Questionnaire
) -> None:
    measured = questionnaire.policy.measured["en"]

    for page in (owner.visits("policy"), owner.pastes()):
        assert f"{measured.right} of the {measured.shown} sentences" in page.text


def test_a_file_is_read_as_a_pasted_text_is(owner: Reader) -> None:
    owner.pastes()
    pasted = owner.fields(owner.form("/policy/keep"))

    owner.chooses(POLICY.encode())

    sent = owner.fields(owner.form("/policy/keep"))
    assert {name: each for name, each in sent.items() if name != "csrf_token"} == {
        name: each for name, each in pasted.items() if name != "csrf_token"
    }


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "(.doc)"),
        (b"%PDF-1.7 nothing", "This file is damaged."),
        (b"  \n ", "This file holds no text."),
        (b"{\\rtf1 text}", "an RTF document"),
        (b"x" * (MAX_BYTES + 1), "larger than 8 MB"),
    ],
)
def test_a_file_that_is_not_read_has_its_sentence(owner: Reader, content: bytes, sentence: str) -> None:
    owner.chooses(content)

    assert owner.status == 422
    assert sentence in owner.errors()[0]


def test_a_form_without_a_file_or_a_text_says_so(owner: Reader) -> None:
    assert owner.chooses(b"", name="").errors() == ["Choose your policy"]
    assert owner.pastes(" \n ").errors() == ["Paste the text of your policy"]


def test_a_text_that_is_too_long_stays_on_the_page(owner: Reader) -> None:
    text = f"{REGISTER} " * 30_000

    owner.pastes(text)

    assert owner.status == 422
    assert owner.page.query("textarea")[0].to_text().strip() == text.strip()


def test_while_another_document_is_read_the_answer_is_to_try_again(owner: Reader) -> None:
    with reading_turn():
        owner.chooses(POLICY.encode())

    assert owner.status == 503
    assert owner.response.headers["Retry-After"] == str(RETRY_SECONDS)
    assert owner.errors() == [BUSY]


def test_a_long_pasted_text_waits_too_and_stays_on_the_page(owner: Reader) -> None:
    text = f"{REGISTER} " * (SHORT_TEXT // len(REGISTER))
    assert len(text) > SHORT_TEXT

    with reading_turn():
        owner.pastes(text)

    assert owner.status == 503
    assert owner.errors() == [BUSY]
    assert owner.page.query("textarea")[0].to_text().strip() == text.strip()


def test_a_short_pasted_text_does_not_wait(owner: Reader) -> None:
    with reading_turn():
        assert owner.pastes(REGISTER).status == 200


def test_the_turn_ends_when_the_sentences_are_found(owner: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    def find(*_arguments: object) -> tuple[()]:
        with pytest.raises(ReaderBusyError), reading_turn():
            pass
        return ()

    monkeypatch.setattr(policy, "read_practices", find)

    assert owner.chooses(POLICY.encode()).status == 200
    with reading_turn():
        pass


def test_a_hostile_sentence_is_text_and_nothing_else(owner: Reader) -> None:
    owner.pastes(f"<script>alert(1)</script> {APPROVED}")

    assert "<script>alert" not in owner.response.text
    assert "&lt;script&gt;alert(1)" in owner.response.text


def test_the_page_is_in_no_cache(owner: Reader) -> None:
    assert owner.pastes().response.headers["Cache-Control"] == "no-store"


def test_a_quick_check_shows_the_practices_that_it_asks(app: Flask, questionnaire: Questionnaire) -> None:
    person = Reader(app.test_client()).starts("quick").pastes()

    shown = {each.id for each in questionnaire.questions_in("quick")}
    assert {id for id in questionnaire.ids if f'id="reading-{id}"' in person.response.text} == shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_method_says_how_often_the_search_is_right(
    questionnaire: Questionnaire, language: Language
) -> None:
    name = "method.md" if language == "en" else "method.fr.md"
    part = (ROOT / "docs" / name).read_text("utf-8").partition("\n## 9 ")[2]

    numbers = [int(each) for each in re.findall(r"\d+", part.partition("\n- ")[2].partition("\n")[0])]
    english, french = (questionnaire.policy.measured[each] for each in LANGUAGES)
    assert numbers == [
        *(english.texts, english.right, english.shown, english.found, english.marked),
        *(french.texts, french.right, french.shown, french.found, french.marked),
    ]


def test_beyond_the_limit_of_a_minute_the_pasted_text_is_kept(owner: Reader) -> None:
    for _time in range(rate_limits.POLICY.per_client):
        assert owner.pastes(RECIPE).status == 200

    owner.pastes(RECIPE)

    assert owner.status == 429
    assert owner.fields(owner.form())["text"] == [RECIPE]
