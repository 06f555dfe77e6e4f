"""The link with which HR sends the staff pulse: it shows the pulse and nothing else of the assessment."""

import pytest
from flask import Flask
from sqlalchemy import text

from tests.report.documents import words
from tests.web.pulse.colleague import close_pulse, link_path, open_pulse, send_answers
from tests.web.respondent import Respondent


@pytest.fixture
def hr(app: Flask, owner: Respondent) -> Respondent:
    return Respondent(app.test_client()).enters(owner.shares("pulse_viewer", name="HR").code)


def test_its_code_leads_to_the_pulse(hr: Respondent, owner: Respondent) -> None:
    assert hr.path == owner.address("pulse")
    assert "The owner has not opened the pulse yet." in hr.text


def test_it_shows_the_link_the_mail_and_the_rounded_count_of_an_open_pulse(
    app: Flask, hr: Respondent, owner: Respondent
) -> None:
    link = open_pulse(owner)
    send_answers(app, link, 11)

    hr.visits("pulse")

    assert f"http://localhost{link}" in hr.page.query("textarea")[0].to_text()
    assert "At least 10 answers have come" in hr.text
    assert "Close the pulse" not in hr.text
    poster = words(hr.client.get(hr.address("pulse/poster.pdf")).data)
    assert f"http://localhost{link}" in poster.replace(" ", "")


def test_it_shows_the_results_without_the_organisation_s_own_answers(
    app: Flask, hr: Respondent, owner: Respondent
) -> None:
    owner.answers("P", "save", P1="2")
    send_answers(app, open_pulse(owner, policy=True), 10, Q1="yes")
    close_pulse(owner)

    hr.visits("pulse")

    assert "100% (10 of 10)" in hr.text
    assert "Your own answer" not in hr.text
    assert "Reopen" not in hr.text


@pytest.mark.parametrize(
    "name", ["", "results", "results/all", "files/scorecard.pdf", "files/assessment.json", "sharing"]
)
def test_nothing_else_opens(hr: Respondent, name: str) -> None:
    assert hr.visits(name).status == 403


@pytest.mark.parametrize("action", ["open", "close", "reopen", "adopt"])
def test_it_changes_nothing(hr: Respondent, owner: Respondent, action: str) -> None:
    open_pulse(owner)
    before = owner.visits("pulse").text

    assert hr.visits("pulse").posts({"csrf_token": hr.token(), "action": action}).status == 403
    assert owner.visits("pulse").text == before


def test_withdrawing_it_ends_it_and_the_pulse_goes_on(app: Flask, hr: Respondent, owner: Respondent) -> None:
    open_pulse(owner)
    owner.visits("sharing").sends(form="/withdraw")

    assert hr.visits("pulse").status == 404
    send_answers(app, link_path(owner), 10)
    assert "100% (10 of 10)" in close_pulse(owner).text


def test_the_page_of_its_address_says_what_it_is_for(app: Flask, owner: Respondent) -> None:
    made = owner.shares("pulse_viewer", name="HR")
    address = made.page.query("textarea")[0].to_text()

    assert "The page below is for you alone" in address
    link = next(line for line in address.splitlines() if "/l/en/" in line).strip()
    page = Respondent(app.test_client()).opens(link.removeprefix("http://localhost"))
    assert "You are asked to send a staff pulse" in page.text
    assert "no single answer of your colleagues" in page.text


def test_a_pulse_that_1_0_opened_is_sent_by_a_link_made_now(app: Flask, owner: Respondent) -> None:
    link = open_pulse(owner)
    with app.extensions["muster"].writing.begin() as connection:
        for table in ("document_keys", "documents"):
            connection.execute(text(f"DELETE FROM {table} WHERE name = 'pulse-code'"))  # noqa: S608  our own names

    hr = Respondent(app.test_client()).enters(owner.shares("pulse_viewer", name="HR").code)

    assert f"http://localhost{link}" in hr.page.query("textarea")[0].to_text()
