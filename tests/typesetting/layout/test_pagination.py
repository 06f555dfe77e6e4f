from dataclasses import replace

import pytest

from app.typesetting.layout.block import Block
from app.typesetting.layout.heading import SectionHeading, Subheading
from app.typesetting.layout.pagination import TooTallError, paginate
from app.typesetting.layout.paragraph import Paragraph, Span
from app.typesetting.layout.side_by_side import SideBySide, split_entry
from app.typesetting.layout.table_block import Column, TableBlock
from app.typesetting.layout.together import Together
from app.typesetting.text.fonts import register_fonts
from app.typesetting.text.style import INDENT, PAGE_ROOM, WIDTH, Style

LINE = Style(10, 10, after=0)


@pytest.fixture(autouse=True)
def _fonts() -> None:
    register_fonts()


def lines(count: int) -> Paragraph:
    return Paragraph("\n".join("word" for _ in range(count)), LINE)


def filled(room: float) -> Paragraph:
    """Return a paragraph that leaves at most so much room on a page."""
    return lines(int((PAGE_ROOM - room) / 10))


def laid(*blocks: Block) -> list[list[Block]]:
    return [[placed.block for placed in page] for page in paginate([blocks])]


def test_a_chapter_begins_a_page() -> None:
    assert [len(page) for page in paginate([[lines(1)], [lines(1), lines(1)]])] == [1, 2]


def test_a_heading_never_stands_last_on_a_page() -> None:
    heading = Subheading("k", "Heading")

    pages = laid(filled(40), heading, lines(30))

    assert pages[1][0] is heading


def test_the_head_of_an_entry_stays_with_its_first_paragraph() -> None:
    head = SideBySide([lines(2)], [lines(2)])

    pages = laid(filled(45), head, lines(4))

    assert pages[1][0] is head


def test_a_split_paragraph_has_two_lines_on_either_page() -> None:
    pages = laid(filled(36), lines(5))

    assert [page[-1].height(WIDTH) for page in pages] == [30, 20]


def test_three_lines_stay_together() -> None:
    pages = laid(filled(26), lines(3))

    assert [len(page) for page in pages] == [1, 1]


def test_a_table_repeats_its_header_on_the_next_page() -> None:
    grid = TableBlock((Column("Domain", 100),), tuple((f"row {number}",) for number in range(60)))

    first, second = laid(grid)

    assert isinstance(first[0], TableBlock)
    assert isinstance(second[0], TableBlock)
    assert first[0].columns == second[0].columns
    assert first[0].rows + second[0].rows == grid.rows


def test_a_table_kept_whole_moves_to_the_next_page() -> None:
    grid = TableBlock(
        (Column("Domain", 100),), tuple((f"row {number}",) for number in range(8)), keep_whole=True
    )

    pages = laid(filled(100), grid)

    assert [len(page) for page in pages] == [1, 1]


def test_a_heading_stays_with_a_table_too_short_to_split() -> None:
    heading = Subheading("k", "Heading")
    grid = TableBlock((Column("", 100),), (("row",), ("row",), ("\n".join(["row"] * 20),)))

    pages = laid(filled(120), heading, grid)

    assert [len(page) for page in pages] == [1, 2]


def test_the_title_and_facts_of_a_numbered_entry_stay_with_the_next_block() -> None:
    facts = Paragraph("facts", replace(LINE, keep_with_next=True))

    pages = laid(filled(45), *split_entry([lines(2)], [lines(1), facts, lines(2)], level=2, indent=60))

    assert [len(page) for page in pages] == [1, 2]


def test_a_split_table_has_two_rows_on_either_page() -> None:
    _, onto_next = laid(filled(20), TableBlock((Column("", 100),), (("row",),) * 5))
    _, rest = laid(filled(90), TableBlock((Column("", 100),), (("row",),) * 6))

    assert [len(each.rows) for each in (onto_next[0], rest[0]) if isinstance(each, TableBlock)] == [5, 2]


def test_a_section_begins_below_another_only_with_a_third_of_the_page() -> None:
    section = SectionHeading("k", "Section")

    below = laid(filled(PAGE_ROOM / 3 + 60), section, lines(2))
    above = laid(filled(PAGE_ROOM / 3 - 20), section, lines(2))

    assert [len(page) for page in below] == [3]
    assert above[1][0] is section


def test_a_block_taller_than_a_page_is_refused() -> None:
    with pytest.raises(TooTallError):
        laid(SideBySide([], [lines(200)]))


def test_a_word_wider_than_a_line_is_broken() -> None:
    word = Paragraph("x" * 1000, LINE)

    assert 100 <= word.height(WIDTH) <= 120


def test_a_no_break_space_keeps_a_number_with_its_unit() -> None:
    narrow = Paragraph("about 62\u00a0%", LINE)

    assert narrow.height(40) == 20  # “about” and “62 %”, not “about 62” and “%”


def test_a_word_in_two_spans_is_not_broken() -> None:
    glued = Paragraph([Span("aaaa bb", strong=True), Span(", cc")], LINE)

    assert glued.height(WIDTH - INDENT) == 10
    assert glued.height(40) == 20


def test_blocks_that_stay_together_move_to_the_next_page_as_a_whole() -> None:
    kept = Together((lines(3), lines(30), lines(3)))

    pages = laid(filled(300), kept)

    assert pages[1] == [kept]


def test_blocks_that_stay_together_and_fit_stay_on_the_page() -> None:
    kept = Together((lines(3), lines(20), lines(3)))

    pages = laid(filled(300), kept)

    assert pages == [[pages[0][0], kept]]


def test_blocks_that_no_page_can_hold_begin_a_page_and_fill_it() -> None:
    pages = laid(filled(300), Together((lines(40), lines(40))))

    assert [len(page) for page in pages] == [1, 1, 1]
    heights = [page[0].height(WIDTH) for page in pages[1:]]
    assert sum(heights) == 800
    assert PAGE_ROOM - heights[0] < 2 * LINE.leading


def test_a_heading_goes_to_the_next_page_with_what_it_heads() -> None:
    below = SideBySide([lines(1)], [lines(30)], keep_with_next=False)
    tall = Together((lines(60), Subheading("k", "Heading"), below))

    first, second = laid(tall)

    assert first[0].height(WIDTH) == 600
    assert second[0].height(WIDTH) > 300


def test_three_rows_that_no_page_holds_together_are_split() -> None:
    tall = "\n".join(["row"] * 20)
    pages = laid(TableBlock((Column("", 100),), ((tall,),) * 3))

    assert [len(each.rows) for page in pages for each in page if isinstance(each, TableBlock)] == [2, 1]
