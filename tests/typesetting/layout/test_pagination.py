from dataclasses import replace

import pytest

from app.typesetting.layout.block import Block
from app.typesetting.layout.heading import Part, Section
from app.typesetting.layout.pagination import TooTallError, paginate
from app.typesetting.layout.paragraph import Prose, Span
from app.typesetting.layout.side_by_side import Beside, headed
from app.typesetting.layout.table_block import Column, Grid
from app.typesetting.text.fonts import register
from app.typesetting.text.style import INDENT, PAGE_ROOM, WIDTH, Style

LINE = Style(10, 10, after=0)


@pytest.fixture(autouse=True)
def _fonts() -> None:
    register()


def lines(count: int) -> Prose:
    return Prose("\n".join("word" for _ in range(count)), LINE)


def filled(room: float) -> Prose:
    """Give a paragraph that leaves at most so much room on a page."""
    return lines(int((PAGE_ROOM - room) / 10))


def laid(*blocks: Block) -> list[list[Block]]:
    return [[placed.block for placed in page] for page in paginate([blocks])]


def test_a_part_begins_a_page() -> None:
    assert [len(page) for page in paginate([[lines(1)], [lines(1), lines(1)]])] == [1, 2]


def test_a_heading_never_stands_last_on_a_page() -> None:
    heading = Part("k", "Heading")

    pages = laid(filled(40), heading, lines(30))

    assert pages[1][0] is heading


def test_an_entry_s_head_stays_with_its_first_paragraph() -> None:
    head = Beside([lines(2)], [lines(2)])

    pages = laid(filled(45), head, lines(4))

    assert pages[1][0] is head


def test_a_paragraph_leaves_two_lines_on_either_side_of_a_page() -> None:
    pages = laid(filled(36), lines(5))

    assert [page[-1].height(WIDTH) for page in pages] == [30, 20]


def test_three_lines_stay_together() -> None:
    pages = laid(filled(26), lines(3))

    assert [len(page) for page in pages] == [1, 1]


def test_a_table_repeats_its_header_on_the_next_page() -> None:
    grid = Grid((Column("Domain", 100),), tuple((f"row {number}",) for number in range(60)))

    first, second = laid(grid)

    assert isinstance(first[0], Grid)
    assert isinstance(second[0], Grid)
    assert first[0].columns == second[0].columns
    assert first[0].rows + second[0].rows == grid.rows


def test_a_whole_table_moves_to_the_next_page_rather_than_part() -> None:
    grid = Grid((Column("Domain", 100),), tuple((f"row {number}",) for number in range(8)), whole=True)

    pages = laid(filled(100), grid)

    assert [len(page) for page in pages] == [1, 1]


def test_a_heading_goes_with_a_table_too_short_to_part() -> None:
    heading = Part("k", "Heading")
    grid = Grid((Column("", 100),), (("row",), ("row",), ("\n".join(["row"] * 20),)))

    pages = laid(filled(120), heading, grid)

    assert [len(page) for page in pages] == [1, 2]


def test_a_numbered_entry_s_title_and_facts_stay_with_what_follows() -> None:
    facts = Prose("facts", replace(LINE, with_next=True))

    pages = laid(filled(45), *headed([lines(2)], [lines(1), facts, lines(2)], level=2, indent=60))

    assert [len(page) for page in pages] == [1, 2]


def test_a_table_leaves_two_rows_on_either_side_of_a_page() -> None:
    _, onto_next = laid(filled(20), Grid((Column("", 100),), (("row",),) * 5))
    _, rest = laid(filled(90), Grid((Column("", 100),), (("row",),) * 6))

    assert [len(each.rows) for each in (onto_next[0], rest[0]) if isinstance(each, Grid)] == [5, 2]


def test_a_section_begins_below_another_only_with_a_third_of_the_page() -> None:
    section = Section("k", "Section")

    below = laid(filled(PAGE_ROOM / 3 + 60), section, lines(2))
    above = laid(filled(PAGE_ROOM / 3 - 20), section, lines(2))

    assert [len(page) for page in below] == [3]
    assert above[1][0] is section


def test_a_block_taller_than_a_page_is_refused() -> None:
    with pytest.raises(TooTallError):
        laid(Beside([], [lines(200)]))


def test_a_word_wider_than_a_line_breaks_within() -> None:
    word = Prose("x" * 1000, LINE)

    assert 100 <= word.height(WIDTH) <= 120


def test_a_no_break_space_keeps_a_number_with_its_unit() -> None:
    narrow = Prose("about 62\u00a0%", LINE)

    assert narrow.height(40) == 20  # “about” and “62 %”, not “about 62” and “%”


def test_words_glued_over_two_spans_do_not_part() -> None:
    glued = Prose([Span("aaaa bb", strong=True), Span(", cc")], LINE)

    assert glued.height(WIDTH - INDENT) == 10
    assert glued.height(40) == 20
