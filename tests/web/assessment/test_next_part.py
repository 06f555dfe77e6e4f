"""The button on the list of tasks leads to what is to be done next, and says what that is."""

import pytest
from flask import Flask

from tests.web.checks import attributes, words
from tests.web.respondent import Respondent


def buttons(respondent: Respondent) -> list[tuple[str, str]]:
    """Return the words and the address of each link on the page that looks like a button."""
    links = respondent.visits("").page.query("main a.govuk-button")
    return [(words(each), str(attributes(each)["href"])) for each in links]


@pytest.mark.parametrize(
    ("language", "start", "go_on"),
    [
        ("en", "Start with Mandate and governance", "Go on with Information release"),
        ("fr", "Commencer par « Mandat et gouvernance »", "Continuer avec « Diffusion de l’information »"),
    ],
)
def test_the_button_leads_to_the_first_domain_that_is_not_finished(
    app: Flask, language: str, start: str, go_on: str
) -> None:
    respondent = Respondent(app.test_client(), language).starts("quick")
    assert buttons(respondent) == [(start, respondent.address("G"))]

    # A domain further down does not matter, nor that one is begun.
    respondent.answers("V", "save", V1="2").answers("G", "save", G1="2", G2="unknown", G5="1")
    assert buttons(respondent) == [(go_on, respondent.address("I"))]
    respondent.answers("I", "save", I1="2")
    assert buttons(respondent) == [(go_on, respondent.address("I"))]


def test_after_the_last_answer_the_button_leads_to_the_check_and_then_is_gone(
    respondent: Respondent,
) -> None:
    respondent.starts("quick").answers_all("2")
    assert buttons(respondent) == [("Check your answers", respondent.address("check"))]

    respondent.completes()
    assert buttons(respondent) == [("Begin a new round", respondent.address("rounds/begin"))]


def test_a_contributor_is_led_through_the_own_domains_only(respondent: Respondent) -> None:
    respondent.starts("quick").answers("G", "save", G1="2")
    code = respondent.shares("contributor", "AV").code
    contributor = Respondent(respondent.client.application.test_client()).enters(code)
    first = "Start with Account and platform security"
    assert buttons(contributor) == [(first, contributor.address("A"))]

    contributor.answers("A", "save", A1="2", A4="2")
    assert buttons(contributor) == [("Go on with Value and return", contributor.address("V"))]

    contributor.answers("V", "save", V1="2")
    assert buttons(contributor) == []


def test_the_answers_are_offered_for_download_once_something_is_entered(respondent: Respondent) -> None:
    respondent.starts("quick").visits("")
    file = respondent.address("files/assessment.json")
    assert file not in {attributes(each)["href"] for each in respondent.page.query("main a")}

    respondent.answers("G", "save", G1_comment="Ours").visits("")
    assert file in {attributes(each)["href"] for each in respondent.page.query("main a")}
