"""The page on the 2012 survey: one table of what the sector said, what we say and what we do."""

import pytest
from flask import Flask

from app.exchange import assessment_json
from app.maturity.questionnaire import Questionnaire
from tests.build import an_assessment, answers
from tests.web.checks import words
from tests.web.pulse.colleague import close_pulse, open_pulse, send_answers
from tests.web.respondent import Respondent

HEADINGS = {
    "en": ("Subject", "What the sector said", "What you say", "What you do", "Taken together"),
    "fr": (
        "Sujet",
        "Ce que disait le secteur",
        "Ce que vous dites",
        "Ce que vous faites",
        "En résumé",
    ),
}


def reads_the_survey(respondent: Respondent, questionnaire: Questionnaire) -> Respondent:
    given = answers(G1=1, G2=1, G3=0, G4=3, C1=3, C4=2)
    opinions = {"O1": ("very_important",), "O4": ("no",)}
    assessment = an_assessment(given, opinions=opinions, version=questionnaire.version)
    respondent.uploads(assessment_json.write(assessment, questionnaire))
    return respondent.visits("results/survey")


def rows(respondent: Respondent) -> list[str]:
    table = respondent.page.query("#survey table")[0]
    return [words(row).replace("\xa0", " ") for row in table.query("tbody tr")]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_table_has_a_row_for_each_finding_in_the_sectors_order(
    app: Flask, questionnaire: Questionnaire, language: str
) -> None:
    reader = reads_the_survey(Respondent(app.test_client(), language), questionnaire)

    table = reader.page.query("#survey table")[0]
    subjects = [words(cell) for cell in table.query('tbody th[scope="row"]')]
    headings = [words(cell) for cell in table.query('thead th[scope="col"]')]

    findings = questionnaire.survey.findings
    assert subjects == [" ".join(getattr(each.label, language).split()) for each in findings]
    assert tuple(headings) == HEADINGS[language]
    assert all(each.figure.quote in row for each, row in zip(findings, rows(reader), strict=True))


def test_a_row_says_what_was_said_thought_and_done_and_where_they_part(
    respondent: Respondent, questionnaire: Questionnaire
) -> None:
    importance, intention, *_, hostility = rows(reads_the_survey(respondent, questionnaire))

    assert "62%: “believe that it is very important" in importance
    assert "Confidence C+" in importance
    assert "Ad hoc: G1 Written policy; G2 Decision roles; G3 " in importance
    assert importance.endswith("You say the same, but your practice on this subject is Ad hoc.")
    assert intention.endswith("You answered “No”; your practice on this subject is Applied.")
    assert "about one third" in hostility
    assert hostility.endswith(
        "You gave no opinion of your own; you have not answered the questions on this subject yet."
    )


def test_words_of_a_source_in_another_language_are_marked(app: Flask, questionnaire: Questionnaire) -> None:
    reader = reads_the_survey(Respondent(app.test_client(), "fr"), questionnaire)

    marked = {words(each) for each in reader.page.query('#survey tbody span[lang="en"]')}

    assert {f"“{each.figure.quote}”" for each in questionnaire.survey.findings} <= marked


def test_no_second_big_number_stands_on_the_page(
    respondent: Respondent, questionnaire: Questionnaire
) -> None:
    reader = reads_the_survey(respondent, questionnaire)

    assert not reader.page.query("#survey .results-figure-large")
    assert "weighted" not in reader.text
    assert "Exposure" not in reader.text
    assert "weighted" in reader.visits("results/why").text


def test_a_closed_pulse_stands_in_the_table_and_an_open_one_does_not(
    app: Flask, respondent: Respondent, questionnaire: Questionnaire
) -> None:
    owner = reads_the_survey(respondent, questionnaire)
    send_answers(app, open_pulse(owner), 12)
    assert "Your colleagues" not in owner.visits("results/survey").text

    close_pulse(owner)

    importance = rows(owner.visits("results/survey"))[0]
    assert (
        "Your colleagues: 100% (12 of 12), interval 76% to 100%: higher than in the 2012 survey."
        in importance
    )
    assert importance.endswith(
        "Among your colleagues the share is 100%, higher than in the 2012 survey;"
        " your practice on this subject is Ad hoc."
    )
    assert importance in rows(owner.visits("results/all"))
