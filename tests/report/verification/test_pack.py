"""The pack: the board’s page and the scorecard as one file."""

from typing import Any

import pytest

from app.maturity.text import LANGUAGES, Language
from app.report.verification import verdict
from tests.figures.cast import card
from tests.report.documents import board, pdf_with_files, reader
from tests.report.renderers import render_with_files
from tests.report.verification.test_verifying import sentences, verified


def pack(language: Language) -> bytes:
    return render_with_files("pack", card("capella", "quick"), language)


def titles(outline: list[Any]) -> list[str]:
    return [each.title for each in outline if not isinstance(each, list)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_board_page_stands_before_every_page_of_the_scorecard(language: Language) -> None:
    own = [page.extract_text() for page in reader(pack(language)).pages]
    page = reader(board("capella", "quick", language)).pages
    whole = reader(pdf_with_files("capella", "quick", language)).pages

    assert len(own) == len(page) + len(whole)
    # Its heading and its last sentence differ.
    assert set(page[0].extract_text().splitlines()[6:20]) <= set(own[0].splitlines())
    assert whole[2].extract_text().splitlines()[2:8] == own[3].splitlines()[2:8]


def test_the_board_page_says_where_the_report_begins() -> None:
    words = " ".join(reader(pack("en")).pages[0].extract_text().split())

    assert "The full report begins on the next page." in words
    assert "available from the sender" not in words


def test_the_bookmarks_tell_both_documents_apart() -> None:
    assert titles(reader(pack("en")).outline)[:2] == [
        "Board page: social media policy readiness",
        "Social media policy readiness",
    ]


def test_the_contents_name_the_pages_of_the_pack() -> None:
    found = reader(pack("en"))
    contents = found.pages[1].extract_text()
    own = next(
        place
        for place, page in enumerate(found.pages, 1)
        if place > 2 and "Glossary" in page.extract_text().splitlines()
    )

    assert f"Glossary{own}" in contents.replace(" ", "").replace("\n", "").replace(".", "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pack_is_confirmed_from_its_files(language: Language) -> None:
    assert sentences(verified(pack(language))) == [verdict.UNCHANGED]
