from io import BytesIO

import pytest
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

from app.config import ROOT
from app.typesetting.tagged.font_subset import subset
from app.typesetting.text.fonts import REGULAR, load_font

# Letters that the font composes of others, one simple letter, and one without ink.
LETTERS = "éẤÅo "
FACE = load_font(REGULAR).face
GLYPHS = [0, *(FACE.charToGlyph[ord(letter)] for letter in LETTERS)]


def outline(face: TTFont, glyph: str) -> list[object]:
    pen = DecomposingRecordingPen(face.getGlyphSet())
    face.getGlyphSet()[glyph].draw(pen)
    return list(pen.value)


@pytest.fixture(scope="module")
def whole() -> TTFont:
    return TTFont(ROOT / "app" / "typesetting" / "fonts" / "SourceSans3-Regular.ttf")


@pytest.fixture(scope="module")
def small() -> TTFont:
    return TTFont(BytesIO(subset(FACE, GLYPHS)))


@pytest.mark.parametrize("code", range(1, len(GLYPHS)))
def test_each_code_draws_its_letter_as_the_whole_font_does(whole: TTFont, small: TTFont, code: int) -> None:
    drawn = small["cmap"].tables[0].cmap[code]

    assert outline(small, drawn) == outline(whole, whole.getBestCmap()[ord(LETTERS[code - 1])])
    assert small["hmtx"][drawn] == whole["hmtx"][whole.getBestCmap()[ord(LETTERS[code - 1])]]


def test_the_first_code_draws_the_missing_character(whole: TTFont, small: TTFont) -> None:
    assert outline(small, ".notdef") == outline(whole, ".notdef")


def test_neither_names_nor_hints_are_embedded(small: TTFont) -> None:
    assert set(small.keys()) - {"GlyphOrder"} == {"cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp"}
    assert all(not small["glyf"][name].program.getBytecode() for name in hinted(small))


def hinted(face: TTFont) -> list[str]:
    return [name for name in face.getGlyphOrder() if hasattr(face["glyf"][name], "program")]


def test_a_subset_beyond_the_reach_of_short_offsets_is_valid() -> None:
    # Short places count in twos up to 65,535: a hundred and thirty thousand bytes of outlines.
    large = TTFont(BytesIO(subset(load_font("DejaVu Sans").face, range(2400))))

    assert large["head"].indexToLocFormat == 1
    assert len(large.getGlyphOrder()) >= 2400
