"""What a person keeps of a read policy: sentences as evidence, and levels that were ticked."""

import pytest
from flask import Flask

from app.config import ROOT
from app.maturity.answers import COMMENT_LIMIT
from tests.web.checks import attributes
from tests.web.policy.reader import APPROVED, POLICY, REGISTER, Reader

NOTE = f"Directive 7, 3 March 2024:\n“{APPROVED}” (Approval)"
TO_TICK = "Tick at least one sentence to keep"


def test_a_kept_sentence_becomes_evidence_and_the_answer_stays(owner: Reader) -> None:
    owner.pastes().keeps(keep_G1="1")

    assert "Saved. What you kept of the policy is in the evidence" in owner.text
    assert owner.stored("G1") == {"level": 0, "evidence": NOTE}


def test_a_sentence_that_is_not_kept_is_stored_nowhere(owner: Reader) -> None:
    owner.pastes().keeps(keep_G1="1")

    assert REGISTER not in str(owner.exported())


def test_the_note_follows_the_evidence_that_is_there_and_comes_once(owner: Reader) -> None:
    for _time in range(2):
        owner.pastes().keeps(keep_G5="1")

    evidence = owner.stored("G5")["evidence"]
    assert evidence == f"The register\nDirective 7, 3 March 2024:\n“{REGISTER}” (Accounts)"


def test_without_a_date_the_note_has_the_title_alone(owner: Reader) -> None:
    owner.pastes().keeps(date="", keep_G1="1")

    assert owner.stored("G1")["evidence"].startswith("Directive 7:\n")


def test_a_level_is_answered_only_by_its_tick_and_with_the_statement_rises(owner: Reader) -> None:
    owner.pastes().keeps(keep_G1="1,2,3", use_G1="yes")
    assert owner.stored("G1")["level"] == 1

    owner.pastes().keeps(keep_G1="1,2,3", confirm_G1="yes", use_G1="yes")
    assert owner.stored("G1")["level"] == 2


def test_a_statement_without_the_tick_of_the_level_changes_no_answer(owner: Reader) -> None:
    owner.pastes().keeps(keep_G1="1,2,3", confirm_G1="yes")

    assert owner.stored("G1")["level"] == 0


def test_a_higher_answer_is_offered_no_level_and_is_never_overwritten(owner: Reader) -> None:
    owner.pastes()
    assert not owner.page.query('input[name="use-G5"]')

    owner.keeps(keep_G5="1", confirm_G5="yes", use_G5="yes")

    assert owner.status == 422
    assert owner.stored("G5") == {"level": 3, "evidence": "The register"}


def test_the_first_must_have_is_never_answered_by_a_text(owner: Reader) -> None:
    text = "Two-factor authentication must be switched on for every official account."
    owner.pastes(text)
    assert owner.page.query('input[name="keep-A1"]')
    assert not owner.page.query('input[name="use-A1"]')

    owner.keeps(keep_A1="1", confirm_A1="yes", use_A1="yes")

    assert owner.status == 422
    assert owner.stored("A1") == {"level": 0}


def test_a_level_without_a_kept_sentence_is_refused(owner: Reader) -> None:
    owner.pastes().keeps(use_G1="yes", confirm_G1="yes")

    assert owner.status == 422
    assert "this level needs a sentence that you keep" in owner.errors()[0]
    assert owner.stored("G1") == {"level": 0}


def test_nothing_ticked_is_pointed_out(owner: Reader) -> None:
    owner.pastes().keeps()

    assert (owner.status, owner.errors()) == (422, [TO_TICK])
    (link,) = owner.page.query(".govuk-error-summary a")
    assert attributes(link)["href"] == "#keep-G1"
    assert owner.page.query("input#keep-G1")


def test_kept_sentences_need_the_title_of_the_document(owner: Reader) -> None:
    owner.pastes().keeps(title="", keep_G1="1")

    assert (owner.status, owner.errors()) == (422, ["Enter the title of the document"])
    assert owner.fields(owner.form("/policy/keep"))["keep-G1"] == ["1"]
    owner.keeps(keep_G1="1")
    assert owner.stored("G1")["evidence"] == NOTE


def test_evidence_that_no_longer_fits_is_refused_with_everything_kept(owner: Reader) -> None:
    owner.visits("G").sends({"G1-evidence": "x" * COMMENT_LIMIT, "action": "save"})

    owner.pastes().keeps(keep_G1="1", keep_G5="1")

    length = COMMENT_LIMIT + 1 + len(NOTE)
    assert owner.status == 422
    assert f"the evidence would have {length:,} characters; 2,000 are possible".replace(",", " ") in (
        owner.errors()[0].replace(",", " ").replace("\u202f", " ")
    )
    sent = owner.fields(owner.form("/policy/keep"))
    assert (sent["keep-G1"], sent["document_title"], sent["quote-G1-1"]) == (
        ["1"],
        ["Directive 7"],
        [APPROVED],
    )
    assert owner.stored("G5")["evidence"] == "The register"


def test_an_answer_that_changed_meanwhile_is_shown_and_nothing_is_saved_until_sent_again(
    owner: Reader,
) -> None:
    owner.pastes()
    other = Reader(owner.client).opens(owner.path).visits("G")
    other.sends({"G1": "1", "G1-evidence": "Minutes", "action": "save"})

    owner.keeps(keep_G1="1")

    assert owner.status == 409
    assert "Saved in the meantime: 1" in owner.text
    assert "Evidence: Minutes" in owner.text
    assert owner.stored("G1") == {"level": 1, "evidence": "Minutes"}
    owner.sends(form="/policy/keep")
    assert owner.stored("G1") == {"level": 1, "evidence": f"Minutes\n{NOTE}"}


def test_a_contributor_sees_and_changes_its_own_domains_alone(app: Flask, owner: Reader) -> None:
    helper = Reader(app.test_client()).enters(owner.shares("contributor", "G").code)

    helper.pastes(f"{POLICY}\nTwo-factor authentication must be switched on for every official account.")
    assert not helper.page.query("#reading-A1")
    helper.keeps(keep_G1="1")

    assert owner.stored("G1")["evidence"] == NOTE


def test_a_closed_round_takes_no_policy_and_keeps_what_was_sent(owner: Reader, app: Flask) -> None:
    other = Reader(app.test_client()).starts("quick").answers_all("1").visits("policy").pastes()
    second = Reader(other.client).opens(other.path.replace("/policy", "/check"))
    second.sends(form="/complete")

    other.keeps(keep_G1="1")

    assert other.status == 409
    assert "This round is closed" in other.text
    assert APPROVED in other.text
    assert "evidence" not in second.exported()["answers"]["G1"]
    assert not other.visits("policy").page.query("textarea")


@pytest.mark.parametrize(
    ("name", "value"),
    [("page-G1-1", "x"), ("cue-G1-1", "A1-en-1"), ("keep-G1", "4"), ("use-G1", "2"), ("version-G", "")],
)
def test_what_no_page_holds_is_refused(owner: Reader, name: str, value: str) -> None:
    owner.pastes()

    owner.sends({"document_title": "T", "keep-G1": "1", name: value}, form="/policy/keep")

    assert owner.status == 422
    assert owner.errors() == ["The form arrived incomplete. Read the policy again."]
    assert owner.stored("G1") == {"level": 0}


def test_a_person_who_was_signed_out_keeps_what_was_ticked(owner: Reader) -> None:
    owner.pastes()
    code = Reader(owner.client).opens(owner.path.replace("/policy", "/code")).code
    owner.client.delete_cookie("muster")

    owner.keeps(keep_G1="1")
    assert owner.status == 404
    assert f"G1 Sentence 1 {APPROVED}" in owner.text
    owner.sends({"code": code, "idle": "60"})

    assert owner.stored("G1")["evidence"] == NOTE


def test_a_sentence_of_a_pdf_keeps_its_heading_and_page_in_the_reader_s_language(app: Flask) -> None:
    document = (ROOT / "tests/exchange/policy/documents/chromium-fr.pdf").read_bytes()
    person = Reader(app.test_client(), "fr").starts("full").visits("profile")

    person.chooses(document, "politique.pdf").keeps(title="Directive 7", date="3 mars 2024", keep_G1="1")

    head, note = person.stored("G1")["evidence"].split("\n")
    assert head == "Directive 7, 3 mars 2024\u00a0:"
    assert note.startswith("«\u00a0Le comité exécutif réexamine la présente politique")
    assert note.endswith("\u00a0» (1. Objet, page 2)")
