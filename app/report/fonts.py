"""The typeface of the document: Source Sans 3 in two weights, embedded."""

from functools import cache
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


def width(text: str, font: str, size: float) -> float:
    """Give the width of a line of text in points."""
    return float(_font(font).stringWidth(text, size))
