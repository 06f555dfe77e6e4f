import io
import re

import pytest
from pypdf import PdfReader

from app.maturity.text import Language
from tests.browser.conftest import Reads
from tests.browser.pages import CheckPage, OpinionsPage, Reader, ResultsPage
from tests.browser.site import Site

LANGUAGES: tuple[Language, ...] = ("en", "fr")
COMMENT = "Exercice « été » – <b>not markup</b> & 100 %"
EVIDENCE = "Directive 12/2026, server K"

# Governance proven, crisis ad hoc, the rest applied: (100 + 25 + 7 × 75) / 9 = 650/9, shown as 72: Applied,
# but E3 is a gate and stands at level 1, so the level is capped at Defined (2).
LEVELS = {"G": 4, "E": 1}
ROUNDED, LEVEL = "72", 2


def answers_every_domain(reader: Reader) -> OpinionsPage:
    """Answer page by page, with notes on the first question of each."""
    domains = reader.questionnaire.domains
    page = reader.at_tasks().opens(domains[0])
    for domain, following in zip(domains, (*domains[1:], None), strict=True):
        for question in domain.questions:
            page.answers(question, LEVELS.get(domain.letter, 3))
        page.notes(domain.questions[0], COMMENT, EVIDENCE, "2026-01-31")
        if following is None:
            return page.ends()
        page = page.goes_on(following)
    raise AssertionError("there is no domain")


def completes(reader: Reader) -> tuple[str, ResultsPage]:
    """Go from the first page to the results of a full assessment; give its code and the results."""
    shown = reader.starts().begins().describes("full", "Aldebaran – Réseau").presses_begin()
    code = shown.code
    shown.continues()
    opinions = answers_every_domain(reader)
    given = ("essential",), ("recruitment", "media_relations"), ("hostility",), ("yes",)
    for question, tokens in zip(reader.questionnaire.opinions, given, strict=True):
        opinions.ticks(question, *tokens)
    check = opinions.continues()
    sees_what_was_typed(check)
    return code, check.completes()


def sees_what_was_typed(check: CheckPage) -> None:
    assert check.text.count(COMMENT) == 9
    assert check.text.count(EVIDENCE) == 9


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_assessment_is_completed_without_javascript(reads: Reads, language: Language) -> None:
    reader = reads(language, javascript=False)

    code, results = completes(reader)

    level = reader.t(reader.questionnaire.levels[LEVEL])
    assert re.search(rf"\b{ROUNDED}\b", results.text)
    assert level in results.text
    pdf = PdfReader(io.BytesIO(results.downloads("Scorecard (PDF)").path().read_bytes()))
    printed = "\n".join(page.extract_text() for page in pdf.pages)
    assert re.search(rf"\b{ROUNDED}\b", printed)
    assert level in printed
    assert "Aldebaran – Réseau" in printed
    results.signs_out().returns()

    elsewhere = reads(language, javascript=False)
    tasks = elsewhere.has_a_code().enters(code.lower().replace("-", " "))

    assert re.search(rf"\b{ROUNDED}\b", tasks.sees_the_results().text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_page_speaks_the_readers_language(reads: Reads, site: Site, language: Language) -> None:
    page = reads(language).starts()

    assert page.tab.get_by_role("heading", level=1).inner_text() == site.questionnaire.title.in_(language)


@pytest.mark.parametrize(("language", "other"), [("en", "Français"), ("fr", "English")], ids=LANGUAGES)
def test_the_page_is_switched_to_the_other_language(reads: Reads, language: Language, other: str) -> None:
    reader = reads(language, javascript=False)
    reader.starts().begins()

    reader.tab.get_by_role("link", name=other, exact=True).click()

    assert reader.tab.url.endswith("/fr/start" if language == "en" else "/en/start")
