"""The glyphs of text that is not drawn character after character."""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache

from app.typesetting.text.arabic import is_arabic, join_letters
from app.typesetting.text.bidi import mirror
from app.typesetting.text.fonts import font_has_glyph, glyph_bounds, string_width
from app.typesetting.text.runs import GlyphRun

# The space between a letter and a mark, and between two marks, in thousandths of the font’s size.
_GAP = 40.0
# Further marks on one letter overlap; otherwise the line would reach into the next one.
_MAX_STACKED = 3
_HEBREW = range(0xFB1D, 0xFB4F)


def shaped_width(text: str, font: str, size: float) -> float:
    """Return the width in points of a text as it is drawn."""
    return string_width(join_letters(text) if is_arabic(text) else text, font, size)


def shape(text: str, font: str, size: float, *, turned: bool) -> tuple[GlyphRun, ...] | None:
    """Return the glyphs of a run from left to right, or None if it is drawn character after character.

    With ``turned`` the run is read from right to left; then the marks of a letter come before it. Readers
    that go by places, and read such a run from the right, so find letter and mark in their order.
    """
    clusters = [_composed(each, font) for each in _clusters(join_letters(text) if is_arabic(text) else text)]
    if turned:
        clusters = [_mirrored(cluster, font) for cluster in reversed(clusters)]
    if len(clusters) == len(text) and "".join(clusters) == text:
        return None
    if all(len(each) == 1 for each in clusters):
        return (GlyphRun("".join(clusters)),)
    return tuple(_glyph_runs(clusters, font, size, turned=turned))


def _glyph_runs(clusters: Sequence[str], font: str, size: float, *, turned: bool) -> Iterator[GlyphRun]:
    pending, start, left = "", 0.0, 0.0
    for cluster in clusters:
        base, advance = cluster[0], string_width(cluster[0], font, size)
        marks = tuple(_marks(cluster, left, font, size)) if len(cluster) > 1 else ()
        if marks and turned:
            yield from (GlyphRun(pending, start), *marks) if pending else marks
            pending, start = base, left
        elif marks:
            yield from (GlyphRun(pending + base, start), *marks)
            pending, start = "", left + advance
        else:
            pending += base
        left += advance
    if pending:
        yield GlyphRun(pending, start)


def _clusters(text: str) -> Iterator[str]:
    """Yield letters with their marks; a mark without a letter stands alone."""
    cluster = ""
    for character in text:
        if cluster and not (_is_mark(character) and not cluster.isspace()):
            yield cluster
            cluster = ""
        cluster += character
    if cluster:
        yield cluster


def _is_mark(character: str) -> bool:
    return unicodedata.category(character) in ("Mn", "Me")


def _mirrored(cluster: str, font: str) -> str:
    """Return a bracket or similar composition mirrored, with its marks, if the font has the mirror image."""
    base = mirror(cluster[0])
    return base + cluster[1:] if font_has_glyph(font, base) else cluster


def _composed(cluster: str, font: str) -> str:
    """Replace a Hebrew letter and a point by the one character for both, which NFC decomposes."""
    for point in cluster[1:]:
        composition = _compositions().get(cluster[0] + point)
        if composition and font_has_glyph(font, composition):
            return composition + cluster[1:].replace(point, "", 1)
    return cluster


@cache
def _compositions() -> dict[str, str]:
    return {unicodedata.normalize("NFD", chr(code)): chr(code) for code in _HEBREW}


def _marks(cluster: str, left: float, font: str, size: float) -> Iterator[GlyphRun]:
    """Centre each mark over or under its letter, clear of the letter and of the marks before."""
    base = cluster[0]
    advance = string_width(base, font, 1000)
    _, lowest, _, highest = glyph_bounds(base, font) or (0, 0, advance, 0)
    for number, mark in enumerate(cluster[1:]):
        x_min, y_min, x_max, y_max = glyph_bounds(mark, font) or (0, 0, 0, 0)
        shift = _shift(mark, (y_min, y_max), (lowest, highest))
        if number < _MAX_STACKED:
            lowest, highest = min(lowest, y_min + shift), max(highest, y_max + shift)
        yield GlyphRun(mark, left + (advance - x_min - x_max) / 2 * size / 1000, shift * size / 1000)


def _shift(mark: str, mark_reach: tuple[float, float], reach: tuple[float, float]) -> float:
    kind = unicodedata.combining(mark)
    (y_min, y_max), (lowest, highest) = mark_reach, reach
    if kind in _ABOVE:
        return max(0.0, highest + _GAP - y_min)
    if kind in _BELOW:
        return min(0.0, lowest - _GAP - y_max)
    return 0.0


# Canonical combining classes: those of position, of Hebrew points, and of Arabic marks.
_ABOVE = (214, 216, 228, 230, 232, 26, 19, 27, 28, 30, 31, 33, 34, 35)
_BELOW = (202, 218, 220, 222, 29, 32, *range(10, 19), 20)
