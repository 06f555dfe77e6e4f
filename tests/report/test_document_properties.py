from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.maturity.scorecard import build
from tests import build as builders
from tests.figures.cast import card, questionnaire
from tests.report.documents import pdf, reader, rendered


def test_the_same_scorecard_always_has_the_same_bytes() -> None:
    assert rendered(card("bellatrix"), "fr") == pdf("bellatrix", "full", "fr")


@pytest.mark.parametrize(
    ("completed", "evidence", "expected"),
    [
        (date(2026, 11, 1), date(2026, 10, 5), (2026, 11, 1)),
        (None, date(2026, 10, 5), (2026, 10, 5)),
        (None, None, (2000, 1, 1)),
    ],
)
def test_a_document_has_the_date_of_its_assessment(
    completed: date | None, evidence: date | None, expected: tuple[int, int, int]
) -> None:
    answer = builders.an_answer(2, evidence_date=evidence)
    assessment = builders.an_assessment({"G1": answer}, variant="quick", completed_on=completed)
    content = rendered(build(questionnaire(), assessment, completed=False), "en")

    information = reader(content).metadata

    assert information is not None
    created = information.creation_date
    assert created is not None
    assert (created.year, created.month, created.day) == expected


def test_a_document_has_its_language_and_title() -> None:
    document = reader(pdf("bellatrix", "full", "fr"))

    assert document.metadata is not None
    assert document.metadata.title == "Maturité de la politique de réseaux sociaux – Bellatrix"
    root: Any = document.root_object
    assert root["/Lang"] == "fr"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]


def test_all_fonts_are_embedded() -> None:
    pages: list[Any] = list(reader(pdf("bellatrix", "full", "en")).pages)
    fonts = {
        str(font["/BaseFont"]): "/FontDescriptor" in font and "/FontFile2" in font["/FontDescriptor"]
        for page in pages
        for font in (each.get_object() for each in page["/Resources"]["/Font"].values())
    }

    assert len(fonts) == 2
    assert all(fonts.values())


def test_every_section_is_in_the_outline() -> None:
    titles = [
        each.title for each in reader(pdf("bellatrix", "full", "en")).outline if not isinstance(each, list)
    ]

    assert titles == [
        "Social media policy readiness",
        "Board summary",
        "The nine domains",
        "The 2012 survey",
        "Recommendations",
        "Roadmap",
        "Answers and evidence",
        "Glossary",
        "Sources",
        "Model clauses",
        "How the numbers are made",
    ]


def test_links_lead_only_to_addresses_of_the_questionnaire() -> None:
    real = questionnaire()
    known = {each.address for each in real.guidance.values()}
    known |= {each.address for each in real.survey.figures.values()}

    found = {
        str(annotation.get_object()["/A"]["/URI"])
        for page in reader(pdf("bellatrix", "full", "en")).pages
        for annotation in page.get("/Annots", ())
        if "/URI" in annotation.get_object().get("/A", {})
    }

    assert found
    assert found <= known


def test_the_title_says_if_the_organisation_has_no_name() -> None:
    scorecard = card("capella", "quick")
    profile = replace(scorecard.assessment.profile, organisation="")
    nameless = replace(scorecard, assessment=replace(scorecard.assessment, profile=profile))

    title = reader(rendered(nameless, "en")).metadata

    assert title is not None
    assert title.title == "Social media policy readiness – Organisation not named"
