"""The owner’s pages of independent answers."""

import time

import pytest
from flask import Flask

from app.report.voices.voice_chapter import reading_note
from app.storage.database.locks import SECONDS_TO_WAIT
from tests.figures.cast import wording_in
from tests.web.respondent import Respondent
from tests.web.voices.colleagues import answers, asks_for, finishes, invites, opens_link


@pytest.fixture
def owner(app: Flask) -> Respondent:
    return Respondent(app.test_client()).starts("quick", "Zyzzyva")


def test_the_link_is_shown_once_with_a_code_for_telephones_and_a_text_to_send(owner: Respondent) -> None:
    owner.visits("voices/new").sends({"role": "legal", "extent": "some", "domains": ["G", "A"]})

    assert "This is the link for Legal" in owner.text
    assert owner.page.query("svg")
    mail = owner.page.query("#mail")[0].to_text()
    assert "/v/en/" in mail
    assert "This is not anonymous" in mail
    assert "- A " in mail
    owner.visits("voices")
    assert "/v/en/" not in owner.response.text
    assert owner.visits("voices/made").path.endswith("/voices")


def test_the_list_says_who_has_begun_and_who_has_finished(app: Flask, owner: Respondent) -> None:
    begun, done = invites(app, owner, "legal", "A"), invites(app, owner, "hr", "A")
    asks_for(owner, "finance", "A")
    answers(begun, "A", A1="1")
    answers(done, "A", A1="2")
    finishes(done)

    owner.visits("voices")

    text = owner.text.split("Colleagues whom you asked")[-1]
    assert text.index("Legal State: Has begun") < text.index("Human resources State: Finished on")
    assert "Finance State: Has not begun" in text


def test_two_of_one_role_are_numbered(owner: Respondent) -> None:
    asks_for(owner, "security")
    asks_for(owner, "security")

    text = owner.visits("voices").text.replace("\u00a0", " ")

    assert "Security 1" in text
    assert "Security 2" in text


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"extent": "all"}, "Choose the role of your colleague"),
        ({"role": "legal"}, "Choose whether your colleague answers all domains or some"),
        (
            {"role": "other", "extent": "all"},
            "Enter the name of the role, for example “Works council”",
        ),
        (
            {"role": "legal", "name": "Works council", "extent": "all"},
            "Delete the name, or choose “Another role”",
        ),
        ({"role": "legal", "extent": "some"}, "Tick at least one domain for your colleague to answer"),
        (
            {"role": "legal", "extent": "all", "domains": ["G"]},
            "Untick the domains, or choose “Only the domains that I tick below”",
        ),
        (
            {"role": "other", "name": "x" * 61, "extent": "all"},
            "Shorten the name to 60 characters; it has 61",
        ),
    ],
)
def test_a_form_with_a_fault_is_shown_again_with_what_was_typed(
    owner: Respondent, typed: dict[str, str | list[str]], sentence: str
) -> None:
    owner.visits("voices/new").sends(typed)

    assert owner.status == 422
    assert owner.errors() == [sentence]
    assert owner.text_of("name") == typed.get("name", "")


def test_answers_are_seen_once_two_have_finished(app: Flask, owner: Respondent) -> None:
    people = [invites(app, owner, role, "A") for role in ("legal", "hr")]
    for person, choice in zip(people, "14", strict=True):
        answers(person, "A", A1=choice, A1_comment=f"Comment of {choice}")
    finishes(people[0])
    assert owner.visits("voices/disagreement").path.endswith("/voices")
    assert owner.visits("voices/disagreement/A1").status == 404

    finishes(people[1])

    owner.visits("voices/disagreement")
    assert owner.path.endswith("/voices/disagreement")
    for words in ("disagree on one practice", "Comment of 1", "Comment of 4", "Proposed: 1 Ad hoc"):
        assert words in owner.text
    # The page and the PDF say what a disagreement is in the same words.
    assert reading_note(wording_in("en")) in owner.text


def test_closing_shows_what_was_begun_and_reopening_hides_it_again(app: Flask, owner: Respondent) -> None:
    person = invites(app, owner, "legal", "A")
    answers(person, "A", A1="2")

    owner.visits("voices").sends({"action": "close"})

    assert "Proposed: 2 Defined" in owner.visits("voices/disagreement").text
    owner.visits("voices").sends({"action": "reopen"})
    assert owner.visits("voices/disagreement").path.endswith("/voices")


def _disputed(app: Flask, owner: Respondent) -> None:
    people = [invites(app, owner, role, "A") for role in ("legal", "hr")]
    for person, choice in zip(people, "14", strict=True):
        answers(person, "A", A1=choice, A4=choice, A4_comment="Said")
        finishes(person)


def test_settling_stores_the_answer_and_its_note_and_leads_to_the_next(app: Flask, owner: Respondent) -> None:
    owner.answers("A", "save", A1_evidence="Minutes")
    _disputed(app, owner)

    owner.visits("voices/disagreement/A1").sends(
        {"A1": "2", "A1-comment": "Agreed on Monday", "action": "next"}
    )

    assert owner.path.endswith("/voices/disagreement/A4")
    assert owner.stored("A1") == {"level": 2, "comment": "Agreed on Monday", "evidence": "Minutes"}
    owner.sends({"A4": "unknown", "action": "back"})
    assert owner.path.endswith("/voices/disagreement")
    assert "Your answer now: We don’t know" in owner.text


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"A1-comment": "why"}, "choose an answer"),
        ({"A1": "2", "A1-comment": "x" * 2001}, "shorten the comment"),
    ],
)
def test_a_faulty_settlement_is_shown_again_and_not_stored(
    app: Flask, owner: Respondent, typed: dict[str, str], sentence: str
) -> None:
    _disputed(app, owner)

    owner.visits("voices/disagreement/A1").sends({**typed, "action": "next"})

    assert owner.status == 422
    assert [each for each in owner.errors() if sentence in each]
    assert owner.text_of("A1-comment") == typed["A1-comment"]
    assert owner.stored("A1") == {}


def test_an_answer_that_changed_meanwhile_is_shown_beside_the_new_one(app: Flask, owner: Respondent) -> None:
    _disputed(app, owner)
    tab = owner.visits("voices/disagreement/A1").in_another_tab()
    owner.sends({"A1": "3", "action": "back"})

    tab.sends({"A1": "0", "A1-comment": "Mine", "action": "back"})

    assert tab.status == 409
    assert "Saved in the meantime: 3" in tab.text
    assert owner.stored("A1") == {"level": 3}
    tab.sends({"action": "back"})
    assert owner.stored("A1") == {"level": 0, "comment": "Mine"}


def test_completing_keeps_the_page_in_the_round_and_ends_the_links(app: Flask, owner: Respondent) -> None:
    _disputed(app, owner)
    path = asks_for(owner, "finance")
    owner.answers_all()
    before = owner.visits("voices/disagreement").text.split("Where they disagree")[1].split("A4")[0]
    owner.completes()

    assert "This round is closed" in owner.visits("voices").text
    owner.visits("rounds/1/voices")

    assert "disagree on two practices" in owner.text
    after = owner.text.split("Where they disagree")[1].split("A4")[0]
    assert after == before.replace("Your answer now", "Your answer then").replace(
        " Settle this question A1", ""
    )
    assert opens_link_status(app, path) == 404
    assert owner.visits("voices/disagreement").path.endswith("/voices")


def test_completing_does_not_wait_for_what_it_reads_itself(app: Flask, owner: Respondent) -> None:
    _disputed(app, owner)
    owner.answers_all()

    since = time.monotonic()
    owner.completes()

    assert time.monotonic() - since < SECONDS_TO_WAIT / 2


def opens_link_status(app: Flask, path: str) -> int:
    return app.test_client().get(path).status_code


def test_a_round_without_them_has_no_such_page(owner: Respondent) -> None:
    owner.answers_all().completes()

    assert owner.visits("rounds/1/voices").status == 404


def test_a_link_of_another_assessment_is_not_withdrawn_here(app: Flask, owner: Respondent) -> None:
    asks_for(owner)
    link = next(href for href in owner.visits("voices").response.text.split('"') if "/withdraw/" in href)
    other = Respondent(app.test_client()).starts("quick")

    assert other.visits(f"voices/withdraw/{link.rsplit('/', 1)[1]}").status == 404
    assert opens_link(app, asks_for(owner)).status == 200


def test_the_check_says_how_many_answers_completing_would_delete(app: Flask, owner: Respondent) -> None:
    answers(invites(app, owner, "legal", "A"), "A", A1="1")

    assert "would be deleted by completing now: 1." in owner.visits("check").text
    owner.visits("voices").sends({"action": "close"})
    assert "would be deleted" not in owner.visits("check").text
