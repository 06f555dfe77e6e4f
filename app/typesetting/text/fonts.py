"""The typefaces of the document: Source Sans 3 in two weights, and others for what it lacks.

A face is read when a text first needs it: the other scripts cost a document in Latin nothing.
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

# Which faces stand in for which characters, in regular and strong; the first that has a range is asked.
# For private use nobody is, since nobody knows what stands there; nor beyond U+FFFF, where ReportLab writes
# no text that a reader finds.
_STANDING_IN = (
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

_READ: dict[str, EmbeddedFont] = {}
_READING = Lock()


class _ReportFont(EmbeddedFont):
    """A face whose Arabic forms are told to readers as the letters that they are.

    Lam with alef stays one character: two for one glyph come out in the wrong order when poppler turns them.
    """

    def to_unicode(self, character: str) -> str:
        if not _FORM.match(character):
            return character
        letters = unicodedata.normalize("NFKC", character)
        return letters if len(letters) == 1 else character


def load_font(name: str) -> EmbeddedFont:
    """Give a face by its name, read and known to ReportLab."""
    return _READ.get(name) or _read(name)


def _read(name: str) -> EmbeddedFont:
    # Two threads that read a face at once would register two.
    with _READING:
        if name not in _READ:
            resource = f"F{list(_FILES).index(name)}"
            face = _ReportFont(name, str(_FOLDER / _FILES[name]), resource)
            pdfmetrics.registerFont(face)
            _READ[name] = face
        return _READ[name]


@cache
def register_fonts() -> None:
    """Make both weights of our typeface known to ReportLab, once in a process."""
    load_font(REGULAR)
    load_font(STRONG)


def has_glyph(character: str) -> bool:
    """Say whether any face can show a character; ReportLab would drop it without a word."""
    return _face(character, 0) is not None


def needs_no_shaping(text: str) -> bool:
    """Say whether our typeface sets a text as it stands, one character after the other."""
    return text.isascii() or _plain().issuperset(text)


def split_by_font(text: str, *, strong: bool) -> Iterator[tuple[str, str]]:
    """Cut a text into pieces, each with the name of the face that has all its characters."""
    names = _names(text, int(strong))
    for name, group in groupby(zip(names, text, strict=True), lambda pair: pair[0]):
        yield "".join(character for _, character in group), name


def string_width(text: str, font_name: str, size: float) -> float:
    """Give the width of a line of text in points."""
    return float(load_font(font_name).stringWidth(text, size))


def font_has_glyph(name: str, character: str) -> bool:
    """Say whether a face has a character."""
    return ord(character) in load_font(name).face.charToGlyph


def glyph_bounds(character: str, font_name: str) -> tuple[float, float, float, float] | None:
    """Give left, bottom, right and top of a glyph in thousandths of the font’s size, if it has any ink."""
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
def _plain() -> frozenset[str]:
    return frozenset(
        character
        for character in map(chr, load_font(REGULAR).face.charToGlyph)
        if not unicodedata.combining(character)
        and unicodedata.bidirectional(character) not in ("R", "AL", "AN")
    )


def _names(text: str, weight: int) -> Iterator[str]:
    """Name a face for each character; marks stay with their letter, and signs with their word."""
    last = (REGULAR, STRONG)[weight]
    for character in text:
        if not (_stays(character, last) and font_has_glyph(last, character)):
            last = _face(character, weight) or last
        yield last


def _stays(character: str, name: str) -> bool:
    if unicodedata.category(character).startswith("M"):
        return True
    neutral = unicodedata.bidirectional(character) in ("WS", "ON", "CS", "ES", "ET", "BN")
    return neutral and name.startswith("Noto")


def _face(character: str, weight: int) -> str | None:
    ours = (REGULAR, STRONG)[weight]
    if font_has_glyph(ours, character):
        return ours
    for reach, names in _STANDING_IN:
        if reach.match(character):
            return names[weight] if font_has_glyph(names[weight], character) else None
    return None
