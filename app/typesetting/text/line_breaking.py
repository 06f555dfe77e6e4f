"""Text broken into lines: at spaces, between Chinese and Japanese characters, or anywhere if need be."""

import re
from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from math import inf

from app.figures.palette import ACCENT
from app.typesetting.text.fonts import REGULAR, STRONG, needs_no_shaping, split_by_font, string_width
from app.typesetting.text.plain_lines import break_plain_lines
from app.typesetting.text.runs import Piece, Span, TextLine, TextRun, with_final_space
from app.typesetting.text.shaping import shaped_width
from app.typesetting.text.style import Style
from app.typesetting.text.visual_order import order_lines

_BREAKS = re.compile("([ \n])")

# No line may begin with a closing sign or a small kana, or end with an opening sign.
_CLOSING = (
    "、。，．：；？！）］｝」』】〉》〕〗〙”…‥・,.:;?!)%\\]}"
    "ー々〻ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ"
)
_OPENING = "（［｛「『【〈《〔〖〘“"
_CJK = "\u2e80-\u2fdf\u3003-\u3007\u3021-\u30ff\u3105-\u312f\u31a0-\u9fff\uf900-\ufaff\uff01-\uff60"
_UNITS = re.compile(
    f"[{_OPENING}]*(?:(?![{_OPENING}{_CLOSING}])[{_CJK}]|[^{_OPENING}{_CLOSING}{_CJK}]+)?[{_CLOSING}]*"
)
_HAS_CJK = re.compile(f"[{_CJK}]")


def break_lines(words: str | tuple[Span, ...], style: Style, room: float) -> tuple[TextLine, ...]:
    """Break text into lines of at most ``room`` points; a line end in the text always breaks it."""
    spans = (Span(words),) if isinstance(words, str) else words
    *paragraphs, last = [tuple(_set_lines(paragraph, style, room)) for paragraph in _paragraphs(spans)]
    return (
        tuple(line for paragraph in paragraphs for line in (*paragraph[:-1], with_final_space(paragraph[-1])))
        + last
    )


def fit_one_line(text: str, style: Style, room: float) -> TextLine:
    """Return a text on one line, cut with “…” if it is wider than ``room`` points."""
    whole = _set_one_line(text, style)
    if whole.width <= room:
        return whole
    kept = bisect(
        range(1, len(text)), room, key=lambda length: _set_one_line(_cut(text, length), style).width
    )
    return _set_one_line(_cut(text, kept), style)


def _set_one_line(text: str, style: Style) -> TextLine:
    (line,) = _set_lines([Span(text)], style, inf)
    return line


def _cut(text: str, length: int) -> str:
    return f"{text[:length].rstrip()}…"


def _paragraphs(spans: Sequence[Span]) -> Iterator[list[Span]]:
    """Split the text at line ends; each paragraph has a direction of its own."""
    paragraph: list[Span] = []
    for span in spans:
        first, *others = span.text.split("\n")
        paragraph.append(replace(span, text=first) if others else span)
        for text in others:
            yield paragraph
            paragraph = [replace(span, text=text)]
    yield paragraph


def _set_lines(spans: Sequence[Span], style: Style, room: float) -> Iterable[TextLine]:
    if all(_breaks_at_spaces_only(span.text) for span in spans):
        plain_lines = break_plain_lines(spans, style, room)
        if plain_lines is not None:
            return plain_lines
    lines = list(_fill_lines(spans, style, room))
    if all(piece.needs_no_shaping for line in lines for piece in line):
        return map(_join_pieces, lines)
    return order_lines(lines, style.size)


def _breaks_at_spaces_only(text: str) -> bool:
    return text.isascii() or (needs_no_shaping(text) and not _HAS_CJK.search(text))


def _fill_lines(spans: Sequence[Span], style: Style, room: float) -> Iterator[list[Piece]]:
    line: list[Piece] = []
    used = 0.0
    for word in _words(spans, style):
        for part in _fit_word(word, room, style):
            size = sum(piece.width for piece in part)
            if line and part[0].text != " " and used + size > room:
                yield line
                line, used = [], 0.0
            line.extend(part)
            used += size
    yield line


def _words(spans: Sequence[Span], style: Style) -> Iterator[list[Piece]]:
    """Yield words and spaces; a word may run over several spans."""
    word: list[Piece] = []
    last: Piece | None = None
    for span in spans:
        (plain_space,) = _pieces(" ", span, style)
        for text in _BREAKS.split(span.text):
            if text == " ":
                yield from ([word] if word else [])
                word = []
                yield [_space(plain_space, style, last)]
                continue
            for number, unit in enumerate(_units(text)):
                if number:
                    yield word
                    word = []
                word.extend(_pieces(unit, span, style))
                last = word[-1]
    if word:
        yield word


def _units(text: str) -> list[str]:
    """Split a word where a line may break in it: between the characters of scripts without spaces."""
    if text.isascii() or not _HAS_CJK.search(text):
        return [text] if text else []
    return [unit for unit in _UNITS.findall(text) if unit]


def _pieces(text: str, span: Span, style: Style) -> list[Piece]:
    strong = span.strong or style.strong
    colour = span.colour or (ACCENT if span.target else style.colour)
    if needs_no_shaping(text):
        font = STRONG if strong else REGULAR
        size = string_width(text, font, style.size)
        return [Piece(text, font, colour, span.target, size, language=span.language)]
    return [
        Piece(part, font, colour, span.target, shaped_width(part, font, style.size), False, span.language)
        for part, font in split_by_font(text, strong=strong)
    ]


def _space(space: Piece, style: Style, before: Piece | None) -> Piece:
    """Return a space in the font of the word before, so that text from right to left stays one run."""
    if before is None or before.needs_no_shaping:
        return space
    return replace(
        space, font=before.font, width=string_width(" ", before.font, style.size), needs_no_shaping=False
    )


def _fit_word(word: list[Piece], room: float, style: Style) -> Iterator[list[Piece]]:
    """Yield a word whole, or in parts that fit a line if it is wider than one."""
    if sum(piece.width for piece in word) <= room:
        yield word
        return
    for piece in word:
        start, used = 0, 0.0
        for place, character in enumerate(piece.text):
            size = string_width(character, piece.font, style.size)
            if used + size > room and place > start:
                yield [_part(piece, start, place, style)]
                start, used = place, 0.0
            used += size
        yield [_part(piece, start, len(piece.text), style)]


def _part(piece: Piece, start: int, end: int, style: Style) -> Piece:
    text = piece.text[start:end]
    return replace(piece, text=text, width=shaped_width(text, piece.font, style.size))


def _join_pieces(pieces: list[Piece]) -> TextLine:
    """Merge neighbours of one appearance; spaces at the end of the line take no room."""
    whole = len(pieces)
    while pieces and pieces[-1].text == " ":
        pieces.pop()
    runs: list[TextRun] = []
    left = 0.0
    for _, group in groupby(pieces, Piece.appearance):
        alike = list(group)
        first, size = alike[0], sum(piece.width for piece in alike)
        text = "".join(piece.text for piece in alike)
        runs.append(
            TextRun(
                text=text,
                font=first.font,
                colour=first.colour,
                target=first.target,
                width=size,
                left=left,
                language=first.language,
            )
        )
        left += size
    line = TextLine(tuple(runs), left)
    return with_final_space(line) if len(pieces) < whole else line
