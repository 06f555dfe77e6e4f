import pytest

from app.typesetting.layout.columns import Columns, Stack
from app.typesetting.layout.ellipsis import truncate
from app.typesetting.layout.paragraph import Paragraph
from app.typesetting.text.fonts import register_fonts
from app.typesetting.text.style import WIDTH, Style

LINE = Style(10, 10, after=3, before=5)


@pytest.fixture(autouse=True)
def _fonts() -> None:
    register_fonts()


def test_a_text_that_fits_does_not_change() -> None:
    prose = Paragraph("two words", LINE)

    assert truncate(prose, WIDTH, 1) is prose


@pytest.mark.parametrize("text", ["word " * 100, "x" * 500, "汉" * 500, "كلمة " * 100])
@pytest.mark.parametrize("most", [1, 2, 3])
def test_a_cut_text_fills_its_lines_and_ends_in_an_ellipsis(text: str, most: int) -> None:
    cut = truncate(Paragraph(text, LINE), 100, most)

    assert cut.height(100) == most * LINE.leading
    assert cut.plain_text.endswith("…")
    # One character more would be one too many.
    longer = Paragraph(f"{text[: len(cut.plain_text)].rstrip()}x…", LINE)
    assert longer.height(100) > most * LINE.leading


def test_a_stack_has_space_between_its_blocks_only() -> None:
    stack = Stack((Paragraph("one", LINE), Paragraph("two", LINE), Paragraph("three", LINE)), WIDTH)

    # Three lines of 10, and twice the larger of 3 below and 5 above.
    assert stack.height == 3 * 10 + 2 * 5


def test_columns_are_as_high_as_their_tallest_stack() -> None:
    low, high = Stack((Paragraph("one", LINE),), 100), Stack((Paragraph("one\ntwo", LINE),), 100, 200)

    assert Columns((low, high)).height(WIDTH) == 20
    assert Columns((low, high), ruled=True).height(WIDTH) == 20 + 5
