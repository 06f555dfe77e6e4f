"""The address of a shared link, as people open it."""

import pytest
from flask import Flask
from sqlalchemy import text

from tests.web.checks import attributes, words
from tests.web.respondent import Respondent


@pytest.fixture
def owner(respondent: Respondent) -> Respondent:
    return respondent.starts("quick", "Bellatrix").answers("G", "save", G1="2").answers("A", "save", A1="3")


@pytest.fixture
def guest(app: Flask) -> Respondent:
    return Respondent(app.test_client())


def address(owner: Respondent) -> str:
    """Return the share address that the page shows."""
    return "/" + words(owner.page.query("code")[1]).split("/", 3)[3]


def test_the_address_opens_nothing_until_the_button_is_pressed(
    owner: Respondent, guest: Respondent, app: Flask
) -> None:
    path = address(owner.shares("contributor", "A"))
    with app.extensions["muster"].engine.connect() as connection:
        before = connection.execute(text("SELECT name, version FROM documents")).all()

    guest.opens(path)

    assert guest.status == 200
    assert guest.response.headers["Cache-Control"] == "no-store"
    assert guest.response.headers["Referrer-Policy"] == "no-referrer"
    assert guest.client.get(owner.address("A")).status_code == 404
    with app.extensions["muster"].engine.connect() as connection:
        assert connection.execute(text("SELECT name, version FROM documents")).all() == before

    guest.sends({"idle": "600"})

    assert guest.path == owner.address("")
    assert guest.visits("A").status == 200


def test_the_address_opens_in_the_other_language_too(owner: Respondent, guest: Respondent) -> None:
    path = address(owner.shares("viewer"))
    guest.opens(path)
    [switch] = guest.page.query("a.muster-header__language")

    guest.language = "fr"
    guest.opens(attributes(switch)["href"]).sends({"idle": "60"})

    assert guest.path.startswith("/fr/assessment/")
    assert guest.status == 200


@pytest.mark.parametrize("code", ["nonsense", "0000-0000-0000-0000-0000-0000-0000", "a/b", "<q7x>"])
def test_an_address_that_opens_nothing_is_named_at_once_and_has_no_button(
    guest: Respondent, code: str
) -> None:
    guest.opens(f"/l/en/{code}")

    assert guest.status == 404
    assert "opens nothing" in guest.errors()[0]
    assert not guest.page.query("main form")


def test_a_link_withdrawn_while_its_page_is_open_opens_nothing(owner: Respondent, guest: Respondent) -> None:
    guest.opens(address(owner.shares("viewer", name="Board")))
    owner.visits("sharing").sends(form="/sharing/withdraw")

    guest.sends({"idle": "60"})

    assert guest.status == 404
    assert "withdrawn" in guest.errors()[0]


def test_addresses_that_open_nothing_are_counted_and_a_right_one_is_never_refused(
    owner: Respondent, guest: Respondent
) -> None:
    right = address(owner.shares("viewer"))
    statuses = [guest.opens("/l/en/0000-0000-0000-0000-0000-0000-0000").status for _ in range(21)]

    assert statuses == [404] * 20 + [429]
    assert guest.opens(right).status == 200


@pytest.mark.parametrize("path", ["/l", "/l/", "/l/de/x", "/l/en"])
def test_an_address_without_a_code_leads_nowhere(guest: Respondent, path: str) -> None:
    assert guest.client.get(path).status_code in (302, 308, 404)


def test_the_code_of_an_owner_stands_in_no_address(owner: Respondent, guest: Respondent) -> None:
    owner.shares("owner", name="Deputy")

    assert "/l/" not in owner.response.text
    assert len(owner.page.query("code")) == 1
    guest.enters(owner.code).answers("G", "save", G1="4")
    assert owner.stored("G1") == {"level": 4}
