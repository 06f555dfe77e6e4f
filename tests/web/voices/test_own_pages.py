"""The pages of a colleague who answers independently."""

import pytest
from flask import Flask

from tests.web.respondent import Respondent
from tests.web.voices.colleagues import answers, asks_for, finishes, invites, opens_link


@pytest.fixture
def owner(app: Flask) -> Respondent:
    return Respondent(app.test_client()).starts("quick", "Zyzzyva")


@pytest.fixture
def voice(app: Flask, owner: Respondent) -> Respondent:
    return invites(app, owner, "security", "GA")


def test_the_page_of_the_link_says_what_is_asked_before_anything_is_opened(
    app: Flask, owner: Respondent
) -> None:
    path = asks_for(owner, "other", "G", name="Works council", shown=True)

    guest = Respondent(app.test_client()).opens(path)

    for words in (
        "Zyzzyva asks for your independent answers",
        "Works council",
        "G Mandate and governance",
        "This is not anonymous",
        "with your role beside them",
        "about 5 minutes",
        "nothing that anybody else answers",
    ):
        assert words in guest.text
    assert guest.opens(f"/en/assessment/{owner.id}/voice").status == 404


def test_a_name_is_shown_only_if_the_owner_ticks_it(app: Flask, owner: Respondent) -> None:
    guest = Respondent(app.test_client()).opens(asks_for(owner))

    assert "Zyzzyva" not in guest.text
    assert "You are asked for your independent answers" in guest.text


def test_a_scanner_that_follows_the_link_begins_nothing(app: Flask, owner: Respondent) -> None:
    path = asks_for(owner)
    for _times in range(3):
        app.test_client().get(path)
        app.test_client().head(path)

    assert "Has not begun" in owner.visits("voices").text
    assert opens_link(app, path).status == 200


@pytest.mark.parametrize("language", ["en", "fr"])
def test_answers_are_kept_and_the_same_link_brings_back(app: Flask, owner: Respondent, language: str) -> None:
    path = asks_for(owner, domains="GA")
    person = opens_link(app, path, language)
    answers(person, "G", G2="3", G2_comment="Since May")

    again = opens_link(app, path, language)

    again.visits("voice/G")
    assert again.selected("G2") == "3"
    assert again.text_of("G2-comment") == "Since May"


def test_only_the_domains_that_were_asked_are_there(voice: Respondent) -> None:
    assert [voice.visits(f"voice/{letter}").status for letter in "GAIV"] == [200, 200, 404, 404]
    assert voice.visits("voice/Z").status == 404


def test_to_go_on_every_question_of_the_page_is_answered(voice: Respondent) -> None:
    answers(voice, "G", "continue")

    assert voice.status == 422
    assert all("choose an answer" in sentence for sentence in voice.errors())


def test_continue_leads_through_the_domains_to_the_check(voice: Respondent) -> None:
    voice.visits("voice/G")
    names = {name for name in voice.fields(voice.form()) if name.endswith("-comment")}
    chosen = {name.removesuffix("-comment"): "2" for name in names}
    voice.sends({**chosen, "action": "continue"})
    assert voice.path.endswith("/voice/A")

    voice.visits("voice/A")
    names = {name for name in voice.fields(voice.form()) if name.endswith("-comment")}
    voice.sends({**{name.removesuffix("-comment"): "unknown" for name in names}, "action": "continue"})

    assert voice.path.endswith("/voice/check")


def test_a_comment_that_is_too_long_is_shown_again_and_the_rest_is_saved(voice: Respondent) -> None:
    long = "x" * 2_001
    answers(voice, "A", A1="1", A4="4", A4_comment=long)

    assert voice.status == 422
    assert voice.text_of("A4-comment") == long
    voice.visits("voice/A")
    assert (voice.selected("A1"), voice.selected("A4")) == ("1", None)


def test_evidence_is_not_asked_and_not_taken(voice: Respondent) -> None:
    voice.visits("voice/G")
    assert "G2-evidence" not in voice.fields(voice.form())

    voice.sends({"G2": "1", "G2-evidence": "Minutes", "action": "save"})

    assert voice.status == 422
    assert "This page does not ask for “G2-evidence”, or asks for it once." in voice.errors()


def test_two_tabs_of_one_colleague_do_not_overwrite_each_other(voice: Respondent) -> None:
    first = voice.visits("voice/A")
    second = first.in_another_tab()
    first.sends({"A1": "1", "action": "save"})

    second.sends({"A1": "4", "action": "save"})

    assert second.status == 409
    assert second.selected("A1") == "4"
    assert "Saved in the meantime: 1" in second.text
    second.sends({"action": "save"})
    assert second.visits("voice/A").selected("A1") == "4"


def test_finishing_tells_the_owner_and_can_be_taken_back(owner: Respondent, voice: Respondent) -> None:
    answers(voice, "A", A1="1")
    finishes(voice)
    assert "Thank you. You finished on" in voice.text
    assert "Finished on" in owner.visits("voices").text

    assert voice.visits("voice/A").path.endswith("/voice/check")
    voice.visits("voice").sends({"action": "go_on"}, form="/voice/check")

    assert voice.visits("voice/A").path.endswith("/voice/A")
    assert "Finished on" not in owner.visits("voices").text


def test_nobody_finishes_without_an_answer(voice: Respondent) -> None:
    finishes(voice)

    assert voice.status == 422
    assert voice.errors() == ["Answer at least one question before you finish"]


def test_what_is_sent_after_finishing_is_shown_and_can_be_sent_again(voice: Respondent) -> None:
    answers(voice, "A", A1="1")
    tab = voice.visits("voice/A").in_another_tab()
    finishes(voice)

    tab.sends({"A1": "4", "A1-comment": "Typed meanwhile", "action": "save"})

    assert tab.status == 409
    assert "Typed meanwhile" in tab.text
    voice.visits("voice").sends({"action": "go_on"}, form="/voice/check")
    tab.sends()
    assert tab.status == 200
    assert tab.visits("voice/A").selected("A1") == "4"


def test_after_the_owner_has_closed_answers_are_read_and_not_changed(
    owner: Respondent, voice: Respondent
) -> None:
    answers(voice, "A", A1="1", A1_comment="Read later")
    owner.visits("voices").sends({"action": "close"})

    assert "has closed the independent answers" in voice.visits("voice").text
    assert "Read later" in voice.visits("voice/A").text
    token = voice.opens("code").token()
    voice.posts({"csrf_token": token, "action": "finish"}, path=voice_path(voice, owner, "voice/check"))
    assert "Finished on" not in owner.visits("voices").text


def test_what_is_sent_after_the_owner_closed_can_be_sent_once_it_is_reopened(
    owner: Respondent, voice: Respondent
) -> None:
    voice.visits("voice/A")
    owner.visits("voices").sends({"action": "close"})

    voice.sends({"A1": "4", "A1-comment": "Typed meanwhile", "action": "save"})

    assert voice.status == 409
    assert "Ask the owner to reopen them" in voice.text
    assert "Typed meanwhile" in voice.text
    owner.visits("voices").sends({"action": "reopen"})
    voice.sends()
    assert voice.visits("voice/A").selected("A1") == "4"


def voice_path(voice: Respondent, owner: Respondent, name: str) -> str:
    return f"/{voice.language}/assessment/{owner.id}/{name}"


def test_a_withdrawn_or_completed_link_opens_nothing_and_says_so(app: Flask, owner: Respondent) -> None:
    path = asks_for(owner)
    person = opens_link(app, path)
    owner.visits("voices")
    link = next(href for href in owner.response.text.split('"') if "/voices/withdraw/" in href)
    owner.opens(link).sends({"sure": "yes"})

    assert person.visits("voice").status == 404
    guest = Respondent(app.test_client()).opens(path)
    assert guest.status == 404
    assert "This link opens nothing" in guest.text


def test_the_link_of_another_kind_is_led_to_its_own_page(app: Flask, owner: Respondent) -> None:
    own = asks_for(owner)
    owner.shares("viewer")
    code = owner.code

    assert Respondent(app.test_client()).opens(own.replace("/v/", "/l/")).path == own
    assert Respondent(app.test_client()).opens(f"/v/en/{code}").path == f"/l/en/{code}"


def test_a_second_colleague_in_the_same_browser_gets_their_own_page(app: Flask, owner: Respondent) -> None:
    first, second = asks_for(owner), asks_for(owner, domains="G")
    person = opens_link(app, first)
    answers(person, "G", G2="3")

    person.opens(second).sends({"idle": "60"})

    assert person.visits("voice/G").selected("G2") is None
    assert person.visits("voice/A").status == 404
