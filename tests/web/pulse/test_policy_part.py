"""The second part of a staff pulse: questions on the organisation's own policy."""

import re

import pytest
from flask import Flask

from tests.report.documents import words
from tests.web.checks import attributes, elements
from tests.web.pulse.colleague import close_pulse, open_link, open_pulse, send_answers
from tests.web.respondent import Respondent

QUESTION = "Do you know where to find our rules on personal use of social media?"


@pytest.fixture
def link(owner: Respondent) -> str:
    return open_pulse(owner, policy=True)


def test_the_owner_chooses_whether_the_second_part_is_asked(owner: Respondent) -> None:
    assert "Yes, add five questions about our own policy" in owner.visits("pulse").text
    assert "The 2012 survey has no figures for these questions" in owner.text


def test_the_form_asks_the_survey_s_questions_first_and_says_which_are_not_its_own(
    app: Flask, link: str
) -> None:
    page = open_link(app, link)

    names = [attributes(control)["name"] for control in elements(page.form(), "input")]
    asked = [name for name in dict.fromkeys(names) if name not in ("csrf_token", "page")]
    assert asked == ["O1", "O2", "O3", "O4", "Q1", "Q2", "Q3", "Q4", "Q5"]
    assert "Nine anonymous questions." in page.text
    assert "A survey asked the first four in 2012" in page.text
    assert page.text.index("The 2012 survey did not ask them.") < page.text.index(QUESTION)


def test_without_the_second_part_the_form_says_that_the_survey_asked_every_question(
    app: Flask, owner: Respondent
) -> None:
    page = open_link(app, open_pulse(owner))

    assert "Four anonymous questions." in page.text
    assert "A survey asked these questions in 2012" in page.text


def test_without_the_second_part_its_questions_are_refused(app: Flask, owner: Respondent) -> None:
    page = open_link(app, open_pulse(owner)).sends({"O1": "essential", "Q1": "yes"})

    assert page.status == 422
    assert QUESTION not in page.text


def test_results_stand_beside_the_own_answer_and_no_figure_of_2012(
    app: Flask, owner: Respondent, link: str
) -> None:
    owner.answers("P", "save", P1="2")
    send_answers(app, link, 7, Q1="yes")
    send_answers(app, link, 3, Q1="no")

    page = close_pulse(owner)

    part = page.text[page.text.index("About our own policy") :]
    # 7 of 10 is 70%; Wilson gives 0.3968 to 0.8922.
    assert "70% (7 of 10), interval 40% to 89%" in part
    assert re.search(r"Your own answer to P1 [^:]+: 2 Defined\.", part)
    assert "Survey of 2012" not in part
    assert "no figure published" not in part


def test_the_same_disclosure_rule_holds(app: Flask, owner: Respondent, link: str) -> None:
    send_answers(app, link, 9, Q1="yes")
    send_answers(app, link, 1)

    page = close_pulse(owner)

    assert "100% (10 of 10)" in page.text
    assert f"Q1 {QUESTION} Fewer than ten answered this question" in page.text


def test_the_scorecard_s_pdf_holds_the_second_part(app: Flask, owner: Respondent, link: str) -> None:
    send_answers(app, link, 10, Q4="dont_know")
    close_pulse(owner)

    text = words(owner.client.get(owner.address("files/scorecard.pdf")).data)

    assert "About our own policy" in text
    assert re.search(r"Your own answer to P5 [^:]+: Not answered\.", text)


def test_in_french(app: Flask, respondente: Respondent) -> None:
    respondente.starts("quick").visits("pulse").sends({"grouping": "", "policy": "yes"})
    link = respondente.code.removeprefix("http://localhost").replace("/p/fr/", "/p/en/")
    send_answers(app, link, 10, Q3="no")

    page = close_pulse(respondente)

    assert "Notre propre politique" in page.text
    assert "S1 Sensibilisation du personnel dans votre évaluation" in page.text
