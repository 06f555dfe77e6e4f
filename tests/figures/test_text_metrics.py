from pathlib import Path

import pytest
from reportlab.pdfbase.ttfonts import TTFont

from app.figures.text_metrics import text_width, wrap

FONTS = Path(__file__).parents[2] / "app" / "typesetting" / "fonts"


@pytest.mark.parametrize("text", ["Éprouvé : 62 %", "Mandate and governance", "0123456789"])
def test_the_width_of_a_text_is_the_font_s_own(text: str) -> None:
    font = TTFont("measured", str(FONTS / "SourceSans3-Semibold.ttf"))

    assert text_width(text, 10) == pytest.approx(font.stringWidth(text, 10), abs=0.01)


def test_regular_letters_are_never_wider_than_the_measured_width() -> None:
    font = TTFont("regular", str(FONTS / "SourceSans3-Regular.ttf"))
    letters = [chr(code) for code in range(0x21, 0x17F) if code in font.face.charToGlyph]

    wider = [letter for letter in letters if font.stringWidth(letter, 10) > text_width(letter, 10) + 0.3]

    assert wider == []


def test_digits_are_tabular() -> None:
    assert len({text_width(digit, 10) for digit in "0123456789"}) == 1


def test_a_text_is_broken_at_ordinary_spaces_only() -> None:
    assert wrap("62\u00a0% des voix", text_width("62\u00a0% des", 10), 10) == ("62\u00a0% des", "voix")
