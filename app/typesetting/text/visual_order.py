"""Lines that are not drawn in reading order: text from right to left, joined letters, marks."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from app.typesetting.text import bidi
from app.typesetting.text.runs import Piece, TextLine, TextRun, with_final_space
from app.typesetting.text.shaping import shape, shaped_width


def order_lines(lines: Sequence[Sequence[Piece]], size: float) -> Iterator[TextLine]:
    """Yield the broken lines of one paragraph, with each piece at its place in its line."""
    text = "".join(piece.text for line in lines for piece in line)
    base = bidi.base_level(text)
    levels = iter(bidi.embedding_levels(text, base))
    for line in lines:
        levelled = [(piece, [next(levels) for _ in piece.text]) for piece in line]
        visible = list(levelled)
        while visible and visible[-1][0].text == " ":
            visible.pop()
        yield _line(list(_merged(visible)), base, size, has_final_space=len(visible) < len(levelled))


def _merged(levelled: Sequence[tuple[Piece, list[int]]]) -> Iterator[tuple[Piece, int]]:
    """Join neighbours of one appearance and level, and split pieces of several levels."""
    last: tuple[Piece, int] | None = None
    for piece, level in _split_by_level(levelled):
        if last and last[1] == level and last[0].appearance() == piece.appearance():
            last = (replace(piece, text=last[0].text + piece.text), level)
            continue
        if last:
            yield last
        last = (piece, level)
    if last:
        yield last


def _split_by_level(levelled: Sequence[tuple[Piece, list[int]]]) -> Iterator[tuple[Piece, int]]:
    for piece, levels in levelled:
        if len(set(levels)) == 1:
            yield piece, levels[0]
            continue
        for level, group in groupby(zip(levels, piece.text, strict=True), lambda pair: pair[0]):
            yield replace(piece, text="".join(character for _, character in group)), level


def _line(pieces: Sequence[tuple[Piece, int]], base: int, size: float, *, has_final_space: bool) -> TextLine:
    widths = [shaped_width(piece.text, piece.font, size) for piece, _ in pieces]
    lefts, used = [0.0] * len(pieces), 0.0
    for place in bidi.reorder([level for _, level in pieces]):
        lefts[place] = used
        used += widths[place]
    runs = [
        _run(piece, level, width, left, size)
        for (piece, level), width, left in zip(pieces, widths, lefts, strict=True)
    ]
    line = TextLine(tuple(runs), used, right_to_left=base == 1)
    return with_final_space(line) if has_final_space else line


def _run(piece: Piece, level: int, width: float, left: float, size: float) -> TextRun:
    turned = bool(level % 2)
    glyph_runs = shape(piece.text, piece.font, size, turned=turned)
    return TextRun(
        text=piece.text,
        font=piece.font,
        colour=piece.colour,
        target=piece.target,
        width=width,
        left=left,
        glyph_runs=glyph_runs,
        actual_text=piece.text if turned and glyph_runs else None,
        language=piece.language,
    )
