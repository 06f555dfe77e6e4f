"""The address of a pulse: what it opens, and what an address of nothing shows."""

import pytest
from flask import Flask

from tests.web.pulse.colleague import close_pulse, open_link, stored_pulses
from tests.web.respondent import Respondent


def test_opening_it_changes_nothing_however_often(app: Flask, link: str) -> None:
    before = stored_pulses(app)

    for _ in range(3):
        open_link(app, link)

    assert stored_pulses(app) == before


def test_a_closed_pulse_says_so_and_takes_nothing(app: Flask, owner: Respondent, link: str) -> None:
    before_closing = open_link(app, link)
    close_pulse(owner)

    assert "has closed these questions" in open_link(app, link).text
    assert before_closing.sends({"O1": "essential"}).status == 409
    assert "has closed these questions" in before_closing.text


@pytest.mark.parametrize("path", ["/p/en/nothing", "/p/en/0000-0000-0000-0000-0000-0000-0000"])
def test_a_link_of_nothing_says_so(app: Flask, path: str) -> None:
    page = Respondent(app.test_client()).opens(path)

    assert page.status == 404
    assert "There are no questions at this link" in page.text


@pytest.mark.parametrize("path", ["/p/en/", "/p/fr/"])
def test_an_address_without_a_code_leads_to_the_first_page(app: Flask, path: str) -> None:
    response = app.test_client().get(path)

    assert (response.status_code, response.location) == (302, path.removeprefix("/p"))


@pytest.mark.parametrize("path", ["/p", "/p/", "/p/de/x"])
def test_an_address_of_no_language_is_none(app: Flask, path: str) -> None:
    assert app.test_client().get(path).status_code == 404


def test_the_links_code_opens_no_assessment(app: Flask, link: str) -> None:
    stranger = Respondent(app.test_client()).enters(link.rpartition("/")[2])

    assert stranger.status == 404
