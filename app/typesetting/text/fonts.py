"""The fonts of the documents: Source Sans 3 in two weights, and others for characters that it lacks.

A font is read when a text first needs it, so that the other scripts cost a document in Latin script nothing.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from pathlib import Path
from struct import unpack_from
from threading import Lock

from reportlab.pdfbase import pdfmetrics

from app.typesetting.tagged.font import EmbeddedFont

REGULAR = "Source Sans 3"
STRONG = "Source Sans 3 Semibold"

_FOLDER = Path(__file__).parents[1] / "fonts"
_FILES = {
    REGULAR: "SourceSans3-Regular.ttf",
    STRONG: "SourceSans3-Semibold.ttf",
    "Noto Sans Hebrew": "NotoSansHebrew-Regular.ttf",
    "Noto Sans Hebrew SemiBold": "NotoSansHebrew-SemiBold.ttf",
    "Noto Sans Arabic": "NotoSansArabic-Regular.ttf",
    "Noto Sans Arabic SemiBold": "NotoSansArabic-SemiBold.ttf",
    "Droid Sans Fallback": "DroidSansFallback.ttf",
    "DejaVu Sans": "DejaVuSans.ttf",
}

# Fonts for characters that Source Sans 3 lacks, in regular and strong; the first matching range decides.
# Characters of private use have none, because their glyphs have no agreed meaning. Nor have those beyond
# U+FFFF: ReportLab writes them so that a reader cannot find them.
_FALLBACKS = (
    (re.compile("[\u0590-\u05ff\ufb1d-\ufb4f]"), ("Noto Sans Hebrew", "Noto Sans Hebrew SemiBold")),
    (
        re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\u200c\u200d\ufb50-\ufdff\ufe70-\ufefe]"),
        ("Noto Sans Arabic", "Noto Sans Arabic SemiBold"),
    ),
    (
        re.compile(
            "[\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]"
        ),
        ("Droid Sans Fallback", "Droid Sans Fallback"),
    ),
    (
        re.compile("[\u00a0-\u058f\u10a0-\u10ff\u1d00-\u2bff\u2c60-\u2c7f\ua640-\ua7ff\ufb00-\ufb17\ufffd]"),
        ("DejaVu Sans", "DejaVu Sans"),
    ),
)

_FORM = re.compile("[\ufb00-\ufeff]")

_LOADED: dict[str, EmbeddedFont] = {}
_LOADING = Lock()


class _ReportFont(EmbeddedFont):
    """A font whose Arabic presentation forms are copied and read out as plain letters.

    Lam with alef stays one character: if one glyph stands for two, poppler returns them in the wrong order.
    """

    def to_unicode(self, character: str) -> str:
        if not _FORM.match(character):
            return character
        letters = unicodedata.normalize("NFKC", character)
        return letters if len(letters) == 1 else character


def load_font(name: str) -> EmbeddedFont:
    """Return a font by its name, read and registered with ReportLab."""
    return _LOADED.get(name) or _read(name)


def _read(name: str) -> EmbeddedFont:
    # Without the lock two threads could register one font twice.
    with _LOADING:
        if name not in _LOADED:
            resource = f"F{list(_FILES).index(name)}"
            face = _ReportFont(name, str(_FOLDER / _FILES[name]), resource)
            pdfmetrics.registerFont(face)
            _LOADED[name] = face
        return _LOADED[name]


@cache
def register_fonts() -> None:
    """Register both weights of Source Sans 3 with ReportLab, once in a process."""
    load_font(REGULAR)
    load_font(STRONG)


def has_glyph(character: str) -> bool:
    """Return whether any font can show a character; ReportLab would drop it silently."""
    return _font_name(character, 0) is not None


def needs_no_shaping(text: str) -> bool:
    """Return whether Source Sans 3 draws a text character after character."""
    return text.isascii() or _unshaped_characters().issuperset(text)


def split_by_font(text: str, *, strong: bool) -> Iterator[tuple[str, str]]:
    """Yield the parts of a text, each with the name of a font that has all its characters."""
    names = _font_names(text, int(strong))
    for name, group in groupby(zip(names, text, strict=True), lambda pair: pair[0]):
        yield "".join(character for _, character in group), name


def string_width(text: str, font_name: str, size: float) -> float:
    """Return the width of a line of text in points."""
    return float(load_font(font_name).stringWidth(text, size))


def font_has_glyph(name: str, character: str) -> bool:
    """Return whether a font has a character."""
    return ord(character) in load_font(name).face.charToGlyph


def glyph_bounds(character: str, font_name: str) -> tuple[float, float, float, float] | None:
    """Return left, bottom, right and top of a glyph in thousandths of the font’s size, if it has any ink."""
    face = load_font(font_name).face
    glyph = face.charToGlyph.get(ord(character), 0)
    start, end = face.glyphPos[glyph : glyph + 2]
    if start == end:
        return None
    found = unpack_from(
        ">4h",
        face._ttf_data,  # type: ignore[attr-defined]  # the stubs leave it out
        face.get_table_pos("glyf")[0] + start + 2,
    )
    left, bottom, right, top = (each * 1000 / face.unitsPerEm for each in found)
    return left, bottom, right, top


@cache
def _unshaped_characters() -> frozenset[str]:
    return frozenset(
        character
        for character in map(chr, load_font(REGULAR).face.charToGlyph)
        if not unicodedata.combining(character)
        and unicodedata.bidirectional(character) not in ("R", "AL", "AN")
    )


def _font_names(text: str, weight: int) -> Iterator[str]:
    """Yield a font’s name for each character; marks stay with their letter, and signs with their word."""
    last = (REGULAR, STRONG)[weight]
    for character in text:
        if not (_stays(character, last) and font_has_glyph(last, character)):
            last = _font_name(character, weight) or last
        yield last


def _stays(character: str, name: str) -> bool:
    if unicodedata.category(character).startswith("M"):
        return True
    neutral = unicodedata.bidirectional(character) in ("WS", "ON", "CS", "ES", "ET", "BN")
    return neutral and name.startswith("Noto")


def _font_name(character: str, weight: int) -> str | None:
    own = (REGULAR, STRONG)[weight]
    if font_has_glyph(own, character):
        return own
    for reach, names in _FALLBACKS:
        if reach.match(character):
            return names[weight] if font_has_glyph(names[weight], character) else None
    return None
