import pytest
from flask import Flask

from tests.report.documents import words
from tests.web.pulse.colleague import close_pulse, link_path, open_link, open_pulse, send_answers
from tests.web.respondent import Respondent


@pytest.fixture
def owner(respondent: Respondent) -> Respondent:
    return respondent.starts("quick")


def test_the_tasks_lead_to_the_pulse_and_so_do_the_results(owner: Respondent) -> None:
    assert f'href="{owner.address("pulse")}"' in owner.visits("").response.text
    assert f'href="{owner.address("pulse")}"' in owner.visits("results/survey").response.text


def test_an_open_pulse_shows_its_link_and_a_text_to_send(owner: Respondent) -> None:
    link = open_pulse(owner)

    assert link.startswith("/p/en/")
    assert f"http://localhost{link}" in owner.page.query("textarea")[0].to_text()
    assert "Fewer than five answers have come" in owner.text


def test_while_it_is_open_only_a_rounded_count_is_seen(app: Flask, owner: Respondent) -> None:
    send_answers(app, open_pulse(owner), 11)

    assert "At least 10 answers have come" in owner.visits("pulse").text
    assert "60%" not in owner.text
    assert not owner.page.query("svg")


def test_results_appear_when_it_is_closed(app: Flask, owner: Respondent) -> None:
    send_answers(app, open_pulse(owner), 9, O4="yes")
    send_answers(app, link_path(owner), 3, "not_important_at_all")

    close_pulse(owner)

    # 9 of 12 is 75%; Wilson gives 0.4677 to 0.9111.
    assert "75% (9 of 12), interval 47% to 91%" in owner.text
    assert "62%, interval 52% to 71%" in owner.text
    assert "12 colleagues answered." in owner.text
    assert "Fewer than ten answered this question" in owner.text
    assert "even nine of ten may be no clear difference" in owner.text
    assert "one verdict in twenty can be chance" in owner.text


@pytest.mark.parametrize(
    "sentence", ["Confidence C+", "Base: Respondents", "68% commercial", "over 100 industry"]
)
def test_year_base_mix_source_and_confidence_stand_beside_the_survey(
    app: Flask, owner: Respondent, sentence: str
) -> None:
    send_answers(app, open_pulse(owner), 10)

    assert sentence in close_pulse(owner).text


def test_under_ten_answers_nothing_is_shown(app: Flask, owner: Respondent) -> None:
    send_answers(app, open_pulse(owner), 9)

    assert "No question was answered by ten people" in close_pulse(owner).text
    assert "100%" not in owner.text


def test_nothing_is_shown_while_it_is_open_again(app: Flask, owner: Respondent) -> None:
    send_answers(app, open_pulse(owner), 10)
    close_pulse(owner).sends({"action": "reopen"})

    assert "The pulse is open" in owner.text
    assert "100%" not in owner.text


def test_the_same_link_goes_on_after_reopening(app: Flask, owner: Respondent) -> None:
    link = open_pulse(owner)
    send_answers(app, link, 10)
    close_pulse(owner).sends({"action": "reopen"})

    send_answers(app, link, 5)

    assert "100% (15 of 15)" in close_pulse(owner).text


def test_a_reset_is_confirmed_and_ends_the_link(app: Flask, owner: Respondent) -> None:
    link = open_pulse(owner)

    assert owner.visits("pulse/reset").sends().status == 422
    assert "Open the pulse" in owner.sends({"sure": "yes"}).text
    gone = open_link(app, link)
    assert gone.status == 404
    assert "There are no questions at this link" in gone.text


def test_a_viewer_sees_the_results_and_nothing_of_an_open_pulse(app: Flask, owner: Respondent) -> None:
    link = open_pulse(owner)
    viewer = Respondent(app.test_client()).enters(owner.shares("viewer").code)
    assert link not in viewer.visits("pulse").response.text
    assert "There are no results" in viewer.text
    send_answers(app, link, 10)
    close_pulse(owner)

    assert "100% (10 of 10)" in viewer.visits("pulse").text
    assert "Reopen" not in viewer.text


def test_groups_are_shown_from_ten(app: Flask, owner: Respondent) -> None:
    link = open_pulse(owner, "seniority")
    send_answers(app, link, 11, group="staff")
    send_answers(app, link, 10, "very_important", group="management")
    send_answers(app, link, 1, group="leadership")

    close_pulse(owner)

    assert "Nobody reports to me (11)" in owner.text
    assert "Middle management" not in owner.text
    assert "Top management" not in owner.text


def test_two_owners_who_press_at_once_meet_no_error(app: Flask, owner: Respondent) -> None:
    open_pulse(owner)
    other = owner.in_another_tab()
    close_pulse(owner)

    assert "The pulse is closed" in other.sends({"action": "close", "invited": "most"}).text
    assert "The pulse is closed" in other.posts({"csrf_token": other.token(), "action": "open"}).text


@pytest.mark.parametrize("typed", [{"action": "explode"}, {"action": "open", "grouping": "salary"}])
def test_what_the_page_does_not_offer_is_refused(owner: Respondent, typed: dict[str, str]) -> None:
    owner.visits("pulse").sends(typed)

    assert owner.status == 422
    assert owner.errors()


def test_the_steps_stand_in_the_history_in_words(app: Flask, owner: Respondent) -> None:
    open_pulse(owner)
    close_pulse(owner)

    assert "Staff pulse: closed" in owner.visits("history").text
    assert "Staff pulse: opened" in owner.text


def test_results_are_read_in_french(app: Flask, respondente: Respondent) -> None:
    respondente.starts("quick").visits("pulse").sends({"grouping": ""})
    link = respondente.code.removeprefix("http://localhost").replace("/p/fr/", "/p/en/")
    send_answers(app, link, 10)

    close_pulse(respondente)

    assert "100\u00a0% (10 sur 10), intervalle de 72\u00a0% à 100\u00a0%" in respondente.response.text
    assert "plus élevée que dans l’enquête" in respondente.text


def test_the_scorecard_s_pdf_holds_the_pulse_while_it_is_closed(app: Flask, owner: Respondent) -> None:
    link = open_pulse(owner)
    send_answers(app, link, 10)
    assert "Staff pulse" not in words_of_pdf(owner)

    close_pulse(owner)

    assert "100% (10 of 10)" in words_of_pdf(owner)
    owner.visits("pulse").sends({"action": "reopen"})
    assert "Staff pulse" not in words_of_pdf(owner)
    send_answers(app, link, 5)
    close_pulse(owner)
    assert "100% (15 of 15)" in words_of_pdf(owner)


def test_the_poster_says_the_address_while_the_pulse_is_open(owner: Respondent) -> None:
    link = open_pulse(owner)

    text = words(owner.client.get(owner.address("pulse/poster.pdf")).data)

    assert f"http://localhost{link}" in text.replace(" ", "")
    close_pulse(owner)
    assert owner.client.get(owner.address("pulse/poster.pdf")).status_code == 302


def words_of_pdf(owner: Respondent) -> str:
    return words(owner.client.get(owner.address("files/scorecard.pdf")).data)
