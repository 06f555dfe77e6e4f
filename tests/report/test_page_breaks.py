from collections.abc import Iterator
from functools import cache
from itertools import product

import pytest

from app.maturity.scorecard import build
from app.maturity.text import Language
from app.report.scorecard import chapters
from app.report.sections.board_summary import board_summary
from app.report.sections.glossary import levels_table
from app.report.sections.recommendations import recommendations
from app.report.sections.sources import sources
from app.typesetting.layout.block import Block
from app.typesetting.layout.heading import SectionHeading, Subheading
from app.typesetting.layout.pagination import BlockPosition, paginate
from app.typesetting.layout.side_by_side import SideBySide
from app.typesetting.layout.table_block import TableBlock
from app.typesetting.layout.together import Together
from app.typesetting.text.fonts import register_fonts
from app.typesetting.text.style import PAGE_HEIGHT, PAGE_ROOM, TOP, WIDTH
from tests.build import an_answer, an_assessment
from tests.figures.cast import LANGUAGES, questionnaire, wording_in
from tests.report.random_scorecards import random_scorecard

SEEDS = range(24)
Page = tuple[BlockPosition, ...]
each_document = pytest.mark.parametrize(
    ("seed", "language"), [(seed, language) for seed in SEEDS for language in LANGUAGES]
)


@cache
def pages_by_chapter(seed: int, language: Language) -> list[list[Page]]:
    """Return the pages of each chapter of a random scorecard."""
    register_fonts()
    wording = wording_in(language)
    story = chapters(random_scorecard(seed), wording, {})
    return [list(chapter) for chapter in _by_chapter(paginate(story), [chapter[0] for chapter in story])]


def _by_chapter(pages: tuple[Page, ...], firsts: list[Block]) -> Iterator[list[Page]]:
    starts = [place for place, page in enumerate(pages) if any(page[0].block is first for first in firsts)]
    for start, end in zip(starts, [*starts[1:], len(pages)], strict=True):
        yield list(pages[start:end])


def filled_share(page: Page) -> float:
    """Return the filled share of a page, from 0 to 1."""
    last = page[-1]
    return (PAGE_HEIGHT - TOP - last.top + last.block.height(WIDTH)) / PAGE_ROOM


@each_document
def test_no_page_is_less_than_a_third_filled_unless_it_ends_a_chapter(seed: int, language: Language) -> None:
    shares = [
        round(filled_share(page), 2) for chapter in pages_by_chapter(seed, language) for page in chapter[:-1]
    ]

    assert [share for share in shares if share < 1 / 3] == []


@each_document
def test_no_page_is_filled_beyond_its_bottom_margin(seed: int, language: Language) -> None:
    assert (
        max(filled_share(page) for chapter in pages_by_chapter(seed, language) for page in chapter) <= 1.001
    )


@each_document
def test_no_heading_is_last_on_a_page(seed: int, language: Language) -> None:
    lasts = [page[-1].block for chapter in pages_by_chapter(seed, language) for page in chapter]

    headings = [each for each in lasts if isinstance(each, SectionHeading | Subheading) or is_head(each)]
    assert headings == []


def is_head(block: Block) -> bool:
    """Return whether a block is the first part of an entry that continues."""
    return isinstance(block, SideBySide) and block.keep_with_next


def is_recommendation(block: Block) -> bool:
    """Return whether a block is a whole recommendation, or its first part."""
    return isinstance(block, Together) and isinstance(block.blocks[0], SideBySide)


@each_document
def test_no_recommendation_is_split(seed: int, language: Language) -> None:
    blocks = [
        placed.block
        for chapter in pages_by_chapter(seed, language)
        for page in chapter
        for placed in page
        if is_recommendation(placed.block)
    ]

    assert len(blocks) == len(random_scorecard(seed).recommendations)
    assert [block for block in blocks if block.height(WIDTH) > PAGE_ROOM] == []


@each_document
def test_no_source_and_no_table_of_levels_is_split(seed: int, language: Language) -> None:
    wording = wording_in(language)
    whole = [*sources(random_scorecard(seed), wording), levels_table(wording)]
    drawn = [
        placed.block
        for chapter in pages_by_chapter(seed, language)
        for page in chapter
        for placed in page
        if isinstance(placed.block, Together | TableBlock)
    ]

    kept = [each for each in whole if isinstance(each, Together | TableBlock)]
    assert len(kept) > len(questionnaire().survey.figures)
    assert [each for each in kept if each not in drawn] == []


@each_document
def test_cover_and_board_summary_take_one_page_each(seed: int, language: Language) -> None:
    cover, summary, *_ = pages_by_chapter(seed, language)

    assert [len(cover), len(summary)] == [1, 1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_board_summary_stays_on_its_page_whatever_gates_stand_open(language: Language) -> None:
    register_fonts()
    wording = wording_in(language)
    questions = questionnaire().questions_in("full")
    gates = [question.id for question in questions if question.gate]
    others = {question.id: an_answer(4) for question in questions}
    parted = []
    for choices in product(("0", "1", "unknown"), repeat=len(gates)):
        assessment = an_assessment(
            others | {id: an_answer(each) for id, each in zip(gates, choices, strict=True)}
        )
        story = board_summary(build(questionnaire(), assessment, completed=True), wording)
        parted += [choices] if len(paginate([story])) > 1 else []

    assert parted == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_recommendations_fit_a_page_at_ad_hoc_throughout(language: Language) -> None:
    register_fonts()
    answers = {question.id: an_answer(1) for question in questionnaire().questions_in("full")}
    scorecard = build(questionnaire(), an_assessment(answers), completed=True)

    pages = paginate([recommendations(scorecard, wording_in(language))])

    # The heading and the lines under it leave room for one on the first page.
    counts = [sum(is_recommendation(placed.block) for placed in page) for page in pages]
    assert counts == [1, *[2] * 22, 1]
