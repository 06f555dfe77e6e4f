import re

import pytest
from flask import Flask

from app.exchange import assessment_json
from app.maturity.text import Language
from tests.figures.cast import questionnaire
from tests.report.documents import words
from tests.report.sample import Case, sample
from tests.web.checks import words as said
from tests.web.respondent import Respondent

# A number as either language writes it, with the denominator of a fraction.
NUMBER = re.compile(r"\d+(?:[,.]\d+)?(?:/\d+)?")
# Pages with many numbers: answers of every kind in both variants, with opinions and targets.
# The sections without days that count from today.
SECTIONS = ("domains", "survey", "why", "weighted", "answers")
CASES = [case for case in sample(30) if "no words" in case.name or "mixed" in case.name][:4]


def results(app: Flask, case: Case, language: Language) -> Respondent:
    respondent = Respondent(app.test_client(), language)
    respondent.uploads(assessment_json.write(case.scorecard.assessment, questionnaire()))
    return respondent.visits("results/all")


def numbers(text: str) -> set[str]:
    return set(NUMBER.findall(text))


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_number_of_the_results_page_is_in_the_pdf(app: Flask, case: Case, language: Language) -> None:
    page = results(app, case, language)
    shown = numbers(" ".join(said(page.page.query(f"#{id}")[0]) for id in SECTIONS))
    pdf = page.client.get(page.path.replace("results/all", "files/scorecard.pdf")).data

    assert len(shown) > 20
    assert shown - numbers(words(pdf)) == set()
