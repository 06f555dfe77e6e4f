"""Two links to the same assessment in one browser: the one that may do more stays open."""

import pytest
from flask import Flask

from tests.web.checks import attributes, words
from tests.web.pulse.colleague import open_pulse
from tests.web.respondent import Respondent

KEPT = "already open in this browser with more rights"
REPLACED = "was open in this browser with another link or code"


@pytest.fixture
def owner(respondent: Respondent) -> Respondent:
    respondent.starts("quick", "Bellatrix")
    respondent.known_code = respondent.code
    return respondent.answers("G", "save", G1="2").answers("A", "save", A1="3")


@pytest.fixture
def guest(app: Flask) -> Respondent:
    return Respondent(app.test_client())


def address(owner: Respondent) -> str:
    """Return the share address that the page shows."""
    return "/" + words(owner.page.query("code")[1]).split("/", 3)[3]


@pytest.mark.parametrize(("role", "domains"), [("viewer", ""), ("contributor", "A")])
def test_an_owner_who_opens_the_link_of_another_stays_owner_and_reads_why(
    owner: Respondent, role: str, domains: str
) -> None:
    owner.opens(address(owner.shares(role, domains))).sends({"idle": "60"})

    assert owner.path == owner.address("")
    assert KEPT in owner.text
    assert "open it in a private window" in owner.text
    for page in ("", "sharing", "code", "check", "results"):
        assert owner.visits(page).status == 200
        assert KEPT not in owner.text
    assert owner.visits("code").code == owner.known_code


def test_an_owner_who_enters_the_code_of_a_weaker_link_stays_owner(owner: Respondent) -> None:
    owner.enters(owner.shares("viewer").code)

    assert owner.path.endswith("/")
    assert KEPT in owner.text
    assert owner.visits("code").code == owner.known_code


def test_the_sentence_is_in_the_readers_language(respondente: Respondent) -> None:
    respondente.starts("quick")

    respondente.enters(respondente.shares("viewer").code)

    assert "déjà ouverte dans ce navigateur avec plus de droits" in respondente.text
    assert "dans une fenêtre de navigation privée" in respondente.text


def test_a_link_that_was_kept_closed_counts_as_not_used(owner: Respondent) -> None:
    code = owner.shares("viewer").code

    owner.enters(code)

    assert "Not yet" in owner.visits("sharing").text


def test_the_owners_code_replaces_a_weaker_link_without_a_word(owner: Respondent, guest: Respondent) -> None:
    guest.enters(owner.shares("viewer").code)
    assert guest.path.endswith("/results")

    guest.enters(owner.known_code)

    assert guest.path == owner.address("")
    assert KEPT not in guest.text
    assert REPLACED not in guest.text
    assert guest.visits("code").code == owner.known_code


def test_a_contributor_who_opens_another_contributors_link_reads_that_the_first_is_closed_here(
    owner: Respondent, guest: Respondent
) -> None:
    guest.enters(owner.shares("contributor", "G").code)

    guest.enters(owner.shares("contributor", "A", name="Press").code)

    assert REPLACED in guest.text
    assert guest.visits("A").status == 200
    assert guest.client.get(owner.address("G")).status_code == 403


def test_a_contributor_of_more_domains_keeps_them(owner: Respondent, guest: Respondent) -> None:
    guest.enters(owner.shares("contributor", "GA").code)

    guest.enters(owner.shares("contributor", "A", name="Press").code)

    assert KEPT in guest.text
    assert guest.visits("G").status == 200


def test_a_viewer_who_opens_a_contributors_link_reads_that_the_first_is_closed_here(
    owner: Respondent, guest: Respondent
) -> None:
    guest.enters(owner.shares("viewer").code)

    guest.opens(address(owner.shares("contributor", "A", name="Press"))).sends({"idle": "60"})

    assert guest.path == owner.address("")
    assert REPLACED in guest.text


def test_the_same_code_entered_again_says_nothing(owner: Respondent) -> None:
    owner.enters(owner.known_code)

    assert KEPT not in owner.text
    assert REPLACED not in owner.text


def test_a_link_opens_once_the_stronger_one_was_withdrawn(owner: Respondent, app: Flask) -> None:
    deputy = Respondent(app.test_client())
    deputy.enters(owner.shares("owner", name="Deputy").code)
    viewer = owner.shares("viewer", name="Board").code
    owner.visits("sharing")
    [section] = [each for each in owner.page.query("div.muster-link") if "Deputy" in words(each)]
    [field] = section.query('input[name="link"]')
    owner.posts(
        {"csrf_token": owner.token(), "link": attributes(field)["value"]},
        path=owner.address("sharing/withdraw"),
    )

    deputy.enters(viewer)

    assert deputy.path.endswith("/results")
    assert KEPT not in deputy.text


def test_a_ninth_assessment_says_that_the_first_is_closed_here(respondent: Respondent) -> None:
    for _ in range(8):
        respondent.starts("quick")
        assert "closed here" not in respondent.text

    respondent.starts("quick")

    assert "the one that you opened first is closed here" in respondent.text


def test_an_owner_who_answers_the_own_pulse_stays_owner(owner: Respondent) -> None:
    link = open_pulse(owner)

    Respondent(owner.client).opens(link).sends()

    assert owner.visits("sharing").status == 200
