"""A browser that is signed out while somebody types loses nothing."""

import pytest

from tests.web.checks import attributes, words
from tests.web.respondent import Respondent

WRONG = "0000-0000-0000-0000-0000-0000-0000"


@pytest.fixture
def typing(respondent: Respondent) -> Respondent:
    respondent.starts("full", "Bellatrix")
    respondent.known_code = respondent.code
    respondent.visits("G").client.delete_cookie("muster")
    return respondent


def lost(typing: Respondent, action: str = "save") -> Respondent:
    """Send the page after the cookie is gone."""
    return typing.sends({"G1": "2", "G1-comment": "Line one\r\n  <b>two</b>", "action": action})


def test_the_page_asks_for_the_code_and_shows_what_was_typed(typing: Respondent) -> None:
    lost(typing)

    assert typing.status == 404
    assert typing.page.query('input[name="code"]')
    assert "<b>two</b>" in typing.text
    kept = typing.fields(typing.form())
    assert kept["G1"] == ["2"]
    assert kept["action"] == ["save"]


@pytest.mark.parametrize(("action", "ending"), [("save", "/"), ("continue", "/G")])
def test_the_code_entered_there_saves_it_and_goes_on(typing: Respondent, action: str, ending: str) -> None:
    lost(typing, action).sends({"code": typing.known_code, "idle": "60"})

    assert typing.path.endswith(ending)
    assert typing.stored("G1") == {"level": 2, "comment": "Line one\n  <b>two</b>"}


def test_a_wrong_code_keeps_everything_again(typing: Respondent) -> None:
    lost(typing).sends({"code": WRONG, "idle": "600"})

    assert typing.status == 404
    assert typing.errors() == ["No assessment at this address opens with this code"]
    assert typing.text_of("code") == WRONG
    assert typing.selected("idle") == "600"
    typing.sends({"code": typing.known_code})
    assert typing.stored("G1") == {"level": 2, "comment": "Line one\n  <b>two</b>"}


def test_a_malformed_code_or_idle_time_keeps_everything_again(typing: Respondent) -> None:
    lost(typing).sends({"code": "12345", "idle": "9"})

    assert len(typing.errors()) == 2
    typing.sends({"code": typing.known_code, "idle": "60"})
    assert typing.stored("G1")["level"] == 2


def test_the_code_of_another_assessment_opens_nothing_here(typing: Respondent) -> None:
    other = Respondent(typing.client.application.test_client()).starts()

    lost(typing).sends({"code": other.code})

    assert typing.status == 404
    assert other.exported()["answers"] == {}


def test_a_conflict_is_met_after_signing_in_as_before(typing: Respondent) -> None:
    other = Respondent(typing.client.application.test_client())
    other.opens("code").sends({"code": typing.known_code})
    other.answers("G", "save", G1="4")

    lost(typing).sends({"code": typing.known_code})

    assert typing.status == 409
    assert typing.selected("G1") == "2"
    assert typing.stored("G1") == {"level": 4}


def test_a_form_without_token_never_signs_in(typing: Respondent) -> None:
    typing.posts({"code": typing.known_code, "idle": "60", "G1": "2", "version": "1", "action": "save"})

    assert typing.status == 404
    assert typing.visits("G").status == 404


def test_controls_in_what_was_typed_do_not_break_the_page(typing: Respondent) -> None:
    typing.posts("G1-comment=a%00b%0Cc&%01=%02&code=%00&idle=%03")

    assert typing.status == 404
    assert typing.fields(typing.form())["G1-comment"] == ["abc"]


def test_a_page_that_does_not_exist_looks_the_same_as_one_that_is_closed(respondent: Respondent) -> None:
    closed = respondent.starts().path
    stranger = Respondent(respondent.client.application.test_client())

    texts = {stranger.opens(path).text for path in (closed, "/en/assessment/nothing/code")}

    assert stranger.status == 404
    assert len(texts) == 1


@pytest.mark.parametrize("topic", ["", "G", "profile", "opinions", "targets", "check", "results", "code.txt"])
def test_no_page_of_a_closed_assessment_is_shown(typing: Respondent, topic: str) -> None:
    address = typing.address(topic)

    typing.client.delete_cookie("muster")

    assert typing.opens(address).status == 404
    assert attributes(typing.form())["action"] == "/en/code"


def test_what_was_typed_is_shown_in_the_words_of_its_page(typing: Respondent) -> None:
    typing.sends({"G1": "2", "G2": "unknown", "G1-evidence-date": "2020-01-31", "action": "save"})

    fields = {words(row.query("dt")[0]): words(row.query("dd")[0]) for row in typing.page.query("dl > div")}
    assert fields == {
        "G1 Answer": "2 Defined",
        "G2 Answer": "We don’t know",
        "G1 Date of the evidence": "2020-01-31",
    }


def test_a_field_that_no_page_has_is_shown_as_it_came(typing: Respondent) -> None:
    typing.sends({"strange": "thing", "target-G": "4", "variant": "quick", "O4": "yes", "action": "save"})

    fields = {words(row.query("dt")[0]): words(row.query("dd")[0]) for row in typing.page.query("dl > div")}
    assert fields["strange"] == "thing"
    assert fields["G Mandate and governance"] == "4 Proven"
    assert fields["Which assessment do you want?"] == "Quick check"
