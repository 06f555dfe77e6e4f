import json

import pytest
from flask import Flask

from app.maturity.clock import utc_now
from app.storage.pulse import respondent
from app.web.request.sealed_cookie import SealedSessionInterface
from tests.conftest import SECRET
from tests.web.checks import attributes, elements
from tests.web.pulse.colleague import close_pulse, open_link, open_pulse, send_answers, stored_pulses
from tests.web.respondent import Respondent


def test_the_link_opens_all_four_questions_on_one_page(app: Flask, link: str) -> None:
    page = open_link(app, link)

    names = {attributes(control)["name"] for control in elements(page.form(), "input")}
    assert names == {"csrf_token", "page", "O1", "O2", "O3", "O4"}


def test_any_question_may_be_left_blank_and_the_page_says_so(app: Flask, link: str) -> None:
    page = open_link(app, link)

    assert "You may leave any question blank." in page.text
    assert "Thank you" in page.sends({"O3": ["hostility"]}).text


def test_an_answer_is_taken_with_thanks(app: Flask, link: str) -> None:
    sent = open_link(app, link).sends({"O1": "essential", "O2": ["recruitment"], "O4": "dont_know"})

    assert sent.status == 200
    assert "Thank you" in sent.text


def test_either_language_answers_and_leads_to_the_other(app: Flask, link: str) -> None:
    french = open_link(app, link, "fr")

    assert "Que pensez-vous" in french.text
    assert f'href="{link}"' in french.response.text
    assert "Merci" in french.sends({"O1": "essential"}).text


def test_an_empty_form_asks_for_at_least_one_answer(app: Flask, link: str) -> None:
    page = open_link(app, link).sends()

    assert page.status == 422
    assert page.errors() == ["Answer at least one question, even if only with “Don’t know”"]


@pytest.mark.parametrize(
    "typed", [{"O1": "invented"}, {"O2": ["no_real_benefit", "recruitment"]}, {"group": "staff"}]
)
def test_what_the_form_does_not_offer_is_refused_with_everything_kept(
    app: Flask, link: str, typed: dict[str, str | list[str]]
) -> None:
    before = stored_pulses(app)

    page = open_link(app, link).sends({"O3": ["hostility"], **typed})

    assert page.status == 422
    assert page.selected("O3") == "hostility"
    assert stored_pulses(app) == before


def test_a_second_answer_from_the_browser_is_noticed_and_another_person_may_go_on(
    app: Flask, owner: Respondent, link: str
) -> None:
    page = open_link(app, link)
    again = page.in_another_tab()
    page.sends({"O1": "essential"})

    again.sends({"O1": "dont_know"})
    assert again.status == 422
    assert "An answer was already sent from this browser" in again.errors()[0]
    assert again.selected("O1") == "dont_know"

    assert "Thank you" in again.sends({"another": "yes"}).text
    send_answers(app, link, 8)
    assert "90% (9 of 10)" in close_pulse(owner).text


def test_a_double_click_counts_once_and_is_thanked(app: Flask, owner: Respondent, link: str) -> None:
    page = open_link(app, link)
    cookie = page.client.get_cookie("muster")
    assert cookie is not None
    send_answers(app, link, 9)

    # Both were sent before the browser had the cookie of either.
    for _ in range(2):
        page.client.set_cookie("muster", cookie.value)
        sent = page.in_another_tab().posts({**page.fields(page.form()), "O1": "dont_know"})
        assert "Thank you" in sent.text

    assert "90% (9 of 10)" in close_pulse(owner).text


def test_each_page_has_a_mark_of_its_own(app: Flask, link: str) -> None:
    marks = {str(page.fields(page.form())["page"]) for page in (open_link(app, link) for _ in range(3))}

    assert len(marks) == 3


def test_a_mark_that_no_page_has_is_refused_and_one_that_is_missing_is_not(app: Flask, link: str) -> None:
    before = stored_pulses(app)

    page = open_link(app, link).sends({"O1": "essential", "page": "Quokka"})
    assert page.status == 422
    assert stored_pulses(app) == before

    assert "Thank you" in open_link(app, link).sends({"O1": "essential"}, without=("page",)).text


def test_after_a_reset_a_browser_that_answered_is_asked_again(
    app: Flask, owner: Respondent, link: str
) -> None:
    page = open_link(app, link).sends({"O1": "essential"})
    owner.visits("pulse/reset").sends({"sure": "yes"})

    page.opens(open_pulse(owner))

    assert "already sent" not in page.text
    assert "Thank you" in page.sends({"O1": "essential"}).text


def test_reloading_the_thanks_sends_nothing_again(app: Flask, link: str) -> None:
    page = open_link(app, link).sends({"O1": "essential"})
    before = stored_pulses(app)

    page.opens(link)

    assert "Thank you" in page.text
    assert stored_pulses(app) == before
    follow = next(
        attributes(each)["href"]
        for each in page.page.query("main a")
        if "another" in attributes(each)["href"]
    )
    assert "I am another person" in page.opens(follow).text


def test_there_is_one_cookie_it_ends_with_the_browser_and_holds_no_answer(app: Flask, link: str) -> None:
    page = open_link(app, link)
    response = page.client.post(link, data={"csrf_token": page.token(), "O1": "essential"})

    [cookie] = response.headers.getlist("Set-Cookie")
    assert "expires" not in cookie.lower()
    assert "max-age" not in cookie.lower()
    held = SealedSessionInterface(SECRET, utc_now)._fernet.decrypt(cookie.split(";")[0].split("=", 1)[1])
    assert set(json.loads(held)) == {"csrf_token", "answered"}
    assert b"essential" not in held


def test_without_the_form_s_token_nothing_is_taken(app: Flask, link: str) -> None:
    before = stored_pulses(app)

    page = open_link(app, link).sends({"O1": "essential"}, without=("csrf_token",))

    assert page.status == 422
    assert stored_pulses(app) == before


def test_a_whole_office_behind_one_address_may_answer_within_a_minute(app: Flask, link: str) -> None:
    send_answers(app, link, 60)


def test_a_full_pulse_says_so(app: Flask, link: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(respondent, "MAX_ANSWERS", 0)

    page = open_link(app, link).sends({"O1": "essential"})

    assert page.status == 409
    assert "as many answers as it can take" in page.errors()[0]


def test_a_browser_with_an_open_assessment_can_answer(owner: Respondent, link: str) -> None:
    page = owner.in_another_tab().opens(link).sends({"O1": "essential"})

    assert "Thank you" in page.text
    assert owner.visits("").status == 200


def test_groups_are_offered_when_the_owner_chose_them(app: Flask, respondent: Respondent) -> None:
    link = open_pulse(respondent.starts("quick"), "function")
    page = open_link(app, link)

    assert "Which of these fits you best?" in page.text
    assert "Thank you" in page.sends({"O1": "essential", "group": "none"}).text
    assert open_link(app, link).sends({"O1": "essential", "group": "staff"}).status == 422
