"""The typeface of the document: Source Sans 3 in two weights, embedded."""

from functools import cache, lru_cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

REGULAR = "Source Sans 3"
STRONG = "Source Sans 3 Semibold"

_FOLDER = Path(__file__).parent / "fonts"
_FILES = {REGULAR: "SourceSans3-Regular.ttf", STRONG: "SourceSans3-Semibold.ttf"}


@cache
def _font(name: str) -> TTFont:
    return TTFont(name, str(_FOLDER / _FILES[name]))


@cache
def register() -> None:
    """Make both weights known to ReportLab, once in a process."""
    for name in _FILES:
        pdfmetrics.registerFont(_font(name))


def has_glyph(character: str) -> bool:
    """Say whether the typeface can show a character; ReportLab would drop it without a word."""
    return ord(character) in _font(REGULAR).face.charToGlyph


# The same words come back in every document; the limit bounds what a stranger's words can take.
@lru_cache(maxsize=20_000)
def _em_width(text: str, font: str) -> float:
    return float(_font(font).stringWidth(text, 1))


def width(text: str, font: str, size: float) -> float:
    """Give the width of a line of text in points."""
    return _em_width(text, font) * size
