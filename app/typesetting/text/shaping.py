"""What is drawn for a text that is not drawn as it stands."""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache

from app.typesetting.text.arabic import is_arabic, join_letters
from app.typesetting.text.bidi import mirror
from app.typesetting.text.fonts import font_has_glyph, glyph_bounds, string_width
from app.typesetting.text.runs import GlyphRun

# Between a letter and a mark, and between two marks, in thousandths of the font’s size.
_AIR = 40.0
# More marks than this on one letter lie over each other, or a line would reach into the next.
_STACKED = 3
_HEBREW = range(0xFB1D, 0xFB4F)


def shaped_width(text: str, font: str, size: float) -> float:
    """Give the width in points of a text as it is drawn."""
    return string_width(join_letters(text) if is_arabic(text) else text, font, size)


def shape(text: str, font: str, size: float, *, turned: bool) -> tuple[GlyphRun, ...] | None:
    """Give the strokes of a run, or nothing if it is drawn as it stands; ``turned`` from right to left.

    They go from left to right, and marks on turned letters before them: so readers that look at places, and
    take from the right what runs from there, find letter and mark in their order.
    """
    clusters = [_one_sign(each, font) for each in _clusters(join_letters(text) if is_arabic(text) else text)]
    if turned:
        clusters = [_mirrored(cluster, font) for cluster in reversed(clusters)]
    if len(clusters) == len(text) and "".join(clusters) == text:
        return None
    if all(len(each) == 1 for each in clusters):
        return (GlyphRun("".join(clusters)),)
    return tuple(_strokes(clusters, font, size, turned=turned))


def _strokes(clusters: Sequence[str], font: str, size: float, *, turned: bool) -> Iterator[GlyphRun]:
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
    """Part a text into letters with their marks; a mark without a letter stands alone."""
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
    """Return a bracket or similar sign mirrored, with its marks, if the font has the mirror image."""
    base = mirror(cluster[0])
    return base + cluster[1:] if font_has_glyph(font, base) else cluster


def _one_sign(cluster: str, font: str) -> str:
    """Replace a Hebrew letter and a point by the sign for both, which Unicode’s normal form takes apart."""
    for point in cluster[1:]:
        sign = _signs().get(cluster[0] + point)
        if sign and font_has_glyph(font, sign):
            return sign + cluster[1:].replace(point, "", 1)
    return cluster


@cache
def _signs() -> dict[str, str]:
    return {unicodedata.normalize("NFD", chr(code)): chr(code) for code in _HEBREW}


def _marks(cluster: str, left: float, font: str, size: float) -> Iterator[GlyphRun]:
    """Centre each mark over or under its letter, clear of it and of the marks before."""
    base = cluster[0]
    advance = string_width(base, font, 1000)
    _, lowest, _, highest = glyph_bounds(base, font) or (0, 0, advance, 0)
    for number, mark in enumerate(cluster[1:]):
        x_min, y_min, x_max, y_max = glyph_bounds(mark, font) or (0, 0, 0, 0)
        up = _shift(mark, (y_min, y_max), (lowest, highest))
        if number < _STACKED:
            lowest, highest = min(lowest, y_min + up), max(highest, y_max + up)
        yield GlyphRun(mark, left + (advance - x_min - x_max) / 2 * size / 1000, up * size / 1000)


def _shift(mark: str, mark_reach: tuple[float, float], reach: tuple[float, float]) -> float:
    kind = unicodedata.combining(mark)
    (y_min, y_max), (lowest, highest) = mark_reach, reach
    if kind in _ABOVE:
        return max(0.0, highest + _AIR - y_min)
    if kind in _BELOW:
        return min(0.0, lowest - _AIR - y_max)
    return 0.0


# Canonical combining classes: those of position, of Hebrew points, and of Arabic marks.
_ABOVE = (214, 216, 228, 230, 232, 26, 19, 27, 28, 30, 31, 33, 34, 35)
_BELOW = (202, 218, 220, 222, 29, 32, *range(10, 19), 20)
