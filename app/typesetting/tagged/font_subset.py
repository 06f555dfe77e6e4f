"""The part of a TrueType font that a document needs (ISO 32000-1, 9.9).

ReportLab 5.1 reads composite glyphs with a position that all threads share, so that two documents built at
once get wrong letters without any error. It also embeds names, licence and hints, half of a small file. Here
the font’s data are only read, at computed positions, and only what draws glyphs is kept.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from struct import calcsize, pack, unpack_from
from typing import Any

from reportlab.pdfbase.ttfonts import TTFontMaker

_HEADER = 10
# Flags of a composite glyph’s parts.
_WORDS, _SCALE, _MORE, _TWO_SCALES, _MATRIX, _HINTED = 0x1, 0x8, 0x20, 0x40, 0x80, 0x100
_ALIGNED = 4


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a composite glyph: its flags, its glyph number and its remaining data."""

    flags: int
    glyph: int
    data: bytes


def subset(face: Any, glyphs: Sequence[int]) -> bytes:  # noqa: ANN401  # the stubs leave out what is needed
    """Return a font with these glyphs for the codes from 0; the first stands for missing characters."""
    kept = _with_components(face, glyphs)
    places = {glyph: place for place, glyph in enumerate(kept)}
    drawn = [_renumbered(_without_hints(face, glyph), places) for glyph in kept]
    offsets = [0]
    for data in drawn:
        offsets.append(offsets[-1] + len(data))
    long = offsets[-1] // 2 > 0xFFFF
    made = TTFontMaker()
    made.add("glyf", b"".join(drawn))
    made.add(
        "loca",
        pack(f">{len(offsets)}{'L' if long else 'H'}", *(each if long else each // 2 for each in offsets)),
    )
    made.add("head", _with_number(face.get_table("head"), 50, int(long)))
    made.add("hhea", _with_number(face.get_table("hhea"), 34, len(kept)))
    made.add("hmtx", b"".join(pack(">HH", *map(int, face.hmetrics[glyph])) for glyph in kept))
    made.add("maxp", _unhinted(_with_number(face.get_table("maxp"), 4, len(kept))))
    made.add("cmap", _code_table([places[glyph] for glyph in glyphs]))
    stream: bytes = made.makeStream()
    return stream


def _with_components(face: Any, glyphs: Sequence[int]) -> list[int]:  # noqa: ANN401  ReportLab’s face has no types
    """Return the glyphs with those that composite glyphs consist of."""
    kept = list(dict.fromkeys(glyphs))
    known = set(kept)
    for glyph in kept:
        for part in _parts(_data(face, glyph)):
            if part.glyph not in known:
                known.add(part.glyph)
                kept.append(part.glyph)
    return kept


def _data(face: Any, glyph: int) -> bytes:  # noqa: ANN401  ReportLab’s face has no types
    start = face.get_table_pos("glyf")[0]
    data: bytes = face._ttf_data[start + face.glyphPos[glyph] : start + face.glyphPos[glyph + 1]]
    return data


def _parts(data: bytes) -> Iterator[_Part]:
    if not data or unpack_from(">h", data)[0] >= 0:
        return
    place, flags = _HEADER, _MORE
    while flags & _MORE:
        flags, glyph = unpack_from(">HH", data, place)
        size = 8 if flags & _WORDS else 6
        size += 2 if flags & _SCALE else 4 if flags & _TWO_SCALES else 8 if flags & _MATRIX else 0
        yield _Part(flags, glyph, data[place + 4 : place + size])
        place += size


def _without_hints(face: Any, glyph: int) -> bytes:  # noqa: ANN401  ReportLab’s face has no types
    """Return a glyph’s data without its hints."""
    data = _data(face, glyph)
    if not data:
        return data
    (contours,) = unpack_from(">h", data)
    if contours < 0:
        parts = (pack(">HH", part.flags & ~_HINTED, part.glyph) + part.data for part in _parts(data))
        return data[:_HEADER] + b"".join(parts)
    ends = _HEADER + calcsize(f">{contours}H")
    (hints,) = unpack_from(">H", data, ends)
    return data[:ends] + pack(">H", 0) + data[ends + 2 + hints :]


def _renumbered(data: bytes, places: dict[int, int]) -> bytes:
    parts = list(_parts(data))
    if parts:
        renumbered = (pack(">HH", part.flags, places[part.glyph]) + part.data for part in parts)
        data = data[:_HEADER] + b"".join(renumbered)
    return data + bytes(-len(data) % _ALIGNED)


def _code_table(glyphs: Sequence[int]) -> bytes:
    """Return the table that maps each code from 0 to its glyph, in the font’s own encoding (9.6.6.4)."""
    table = pack(">HHHHH", 6, 10 + 2 * len(glyphs), 0, 0, len(glyphs)) + pack(f">{len(glyphs)}H", *glyphs)
    return pack(">HHHHL", 0, 1, 1, 0, 12) + table


def _unhinted(maxp: bytes) -> bytes:
    # One zone, and no resources for hints.
    return maxp[:14] + pack(">7H", 1, 0, 0, 0, 0, 0, 0) + maxp[28:]


def _with_number(table: bytes, place: int, value: int) -> bytes:
    return table[:place] + pack(">H", value) + table[place + 2 :]
