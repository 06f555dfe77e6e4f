"""Titles in their own language: of guidance, beside its issuer and what to read in it, and of sources."""

import pytest
from flask import Flask

from app.maturity.questionnaire import Guidance, Questionnaire
from app.maturity.text import Language
from tests.build import bellatrix
from tests.web.checks import words
from tests.web.respondent import Respondent
from tests.web.results.test_results import part, reads


@pytest.fixture(params=["en", "fr"])
def language(request: pytest.FixtureRequest) -> Language:
    chosen: Language = request.param
    return chosen


@pytest.fixture
def page(app: Flask, questionnaire: Questionnaire, language: Language) -> Respondent:
    respondent = reads(Respondent(app.test_client(), language), questionnaire, bellatrix(questionnaire))
    return respondent.visits("results/recommendations")


@pytest.fixture
def cited(questionnaire: Questionnaire) -> list[Guidance]:
    """Return the guidance of A5, E3 and P1, which are recommended to Bellatrix."""
    ids = {id for practice in ("A5", "E3", "P1") for id in questionnaire.question(practice).guidance}
    return [questionnaire.guidance[id] for id in sorted(ids)]


def test_what_to_read_stands_beside_title_and_issuer(
    page: Respondent, cited: list[Guidance], language: Language
) -> None:
    advice = part(page, "recommendations")

    assert [each.id for each in cited if " ".join(each.title.in_(language).split()) not in advice] == []
    assert [each.id for each in cited if each.issuer.in_(language) not in advice] == []
    assert [each.id for each in cited if each.requires.in_(language) not in advice] == []


def test_a_title_is_marked_with_its_language_where_that_is_not_the_page_s(
    page: Respondent, cited: list[Guidance], language: Language
) -> None:
    marked = {words(each): (each.attrs or {})["lang"] for each in page.page.query("#recommendations [lang]")}

    expected = {each.title.in_(language): each.foreign_title(language) for each in cited}
    assert {title: marked.get(title) for title in expected} == expected
    assert any(expected.values())


def test_the_title_of_a_source_is_marked_with_its_language(
    page: Respondent, questionnaire: Questionnaire, language: Language
) -> None:
    marked = {
        words(each): (each.attrs or {})["lang"]
        for each in page.visits("results/survey").page.query("#survey [lang]")
    }
    title = "How The Defense Industry Is Using Social Media"

    assert title in questionnaire.survey.figures["F14"].source.fr
    found = [lang for said, lang in marked.items() if title in said]
    assert found == ([] if language == "en" else ["en"])
