"""A paragraph set from plain spans of text: what people typed never passes through a markup parser."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from app.figures.palette import ACCENT
from app.report.fonts import REGULAR, STRONG, width
from app.report.inks import ink
from app.report.style import BODY, Style
from app.report.tagged.canvas import TaggedCanvas
from app.report.tagged.paragraph import TaggedParagraph
from app.report.tagged.tags import PARAGRAPH, Tag
from app.report.tagged.words import TaggedText

_BREAKS = re.compile("([ \n])")
# A paragraph leaves at least this many lines on either side of a page's end.
_TOGETHER = 2
_WHOLE = 3
_ASCENT = 0.76


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text; ``address`` makes it a link, and comes from the questionnaire only."""

    text: str
    strong: bool = False
    colour: str | None = None
    address: str | None = None


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    font: str
    colour: str
    address: str | None
    width: float


@dataclass(frozen=True, slots=True)
class _Line:
    pieces: tuple[_Piece, ...]
    width: float


Words = str | Sequence[Span]


@dataclass(frozen=True)
class Prose:
    """A left- or right-aligned paragraph that parts between lines.

    What the questionnaire says is broken into lines once for all documents; ``private`` words are what
    somebody typed, and nothing of them is kept. ``path`` leads to the element that they make; without one
    they belong to the element that is open. ``goes_on`` marks the part on the next page.
    """

    words: Words
    style: Style = BODY
    private: bool = False
    lines: tuple[_Line, ...] | None = None
    path: tuple[Tag, ...] = (PARAGRAPH,)
    goes_on: bool = False

    @property
    def plain(self) -> str:
        """Give the words without their looks."""
        return self.words if isinstance(self.words, str) else "".join(span.text for span in self.words)

    @property
    def before(self) -> float:
        """Give the air above."""
        return self.style.before

    @property
    def after(self) -> float:
        """Give the air below."""
        return self.style.after

    @property
    def with_next(self) -> bool:
        """Say whether the paragraph may not stand last on a page."""
        return self.style.with_next

    @cached_property
    def _broken_at(self) -> dict[float, tuple[_Line, ...]]:
        return {}

    def _lines(self, width: float) -> tuple[_Line, ...]:
        # The rest of a parted paragraph keeps the lines it was given.
        if self.lines is not None:
            return self.lines
        if width not in self._broken_at:
            words = self.words if isinstance(self.words, str) else tuple(self.words)
            break_lines = _broken if self.private else _broken_for_all
            self._broken_at[width] = break_lines(words, self.style, width - self.style.indent)
        return self._broken_at[width]

    def height(self, width: float) -> float:
        """Give the height of all lines."""
        return len(self._lines(width)) * self.style.leading

    def least(self, width: float) -> float:
        """Give the height of the fewest lines that may stand alone."""
        count = len(self._lines(width))
        return (count if count <= _WHOLE else _TOGETHER) * self.style.leading

    def parted(self, width: float, room: float) -> "tuple[Prose, Prose] | None":
        """Part the paragraph at the page's end, unless too few lines would stand alone."""
        lines = self._lines(width)
        fitting = min(int(room / self.style.leading), len(lines) - _TOGETHER)
        if len(lines) <= _WHOLE or fitting < _TOGETHER:
            return None
        return replace(self, lines=lines[:fitting]), replace(self, lines=lines[fitting:], goes_on=True)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Write the lines on the page."""
        with canvas.element(*self.path, again=self.goes_on) as element:
            written = canvas.beginText()
            paragraph = TaggedParagraph(canvas, written, element)
            self._write(written, paragraph, x, top, width)
            paragraph.end()
            canvas.drawText(written)

    def _write(
        self, written: TaggedText, paragraph: TaggedParagraph, x: float, top: float, width: float
    ) -> None:
        style = self.style
        y = top - (style.leading - style.size) / 2 - _ASCENT * style.size
        for line in self._lines(width):
            start = x + (width - line.width if style.align == "end" else style.indent)
            written.setTextOrigin(start, y)
            for piece in line.pieces:
                paragraph.enter(piece.address)
                written.setFont(piece.font, style.size)
                written.setFillColor(ink(piece.colour))
                written.textOut(piece.text)
                if piece.address:
                    paragraph.link(piece.text, (start, y - 2, start + piece.width, y + style.size))
                start += piece.width
            y -= style.leading


def _broken(words: str | tuple[Span, ...], style: Style, room: float) -> tuple[_Line, ...]:
    return tuple(_set((Span(words),) if isinstance(words, str) else words, style, room))


_broken_for_all = lru_cache(maxsize=10_000)(_broken)


def _set(spans: Sequence[Span], style: Style, room: float) -> Iterator[_Line]:
    line: list[_Piece] = []
    used = 0.0
    for word in _words(spans, style):
        if word is None:
            yield _joined(line, style)
            line, used = [], 0.0
            continue
        for part in _fitting(word, room, style):
            size = sum(piece.width for piece in part)
            if line and part[0].text != " " and used + size > room:
                yield _joined(line, style)
                line, used = [], 0.0
            line.extend(part)
            used += size
    yield _joined(line, style)


def _words(spans: Sequence[Span], style: Style) -> Iterator[list[_Piece] | None]:
    """Give words, spaces and, for a forced line end, nothing; a word may run over several spans."""
    word: list[_Piece] = []
    for span in spans:
        for text in _BREAKS.split(span.text):
            if text in (" ", "\n"):
                if word:
                    yield word
                    word = []
                yield [_piece(text, span, style)] if text == " " else None
            elif text:
                word.append(_piece(text, span, style))
    if word:
        yield word


def _piece(text: str, span: Span, style: Style) -> _Piece:
    font = STRONG if span.strong or style.strong else REGULAR
    colour = span.colour or (ACCENT if span.address else style.colour)
    return _Piece(text, font, colour, span.address, width(text, font, style.size))


def _fitting(word: list[_Piece], room: float, style: Style) -> Iterator[list[_Piece]]:
    """Give a word whole, or in pieces that fit a line if it is wider than one."""
    if sum(piece.width for piece in word) <= room:
        yield word
        return
    for piece in word:
        start, used = 0, 0.0
        for place, character in enumerate(piece.text):
            size = width(character, piece.font, style.size)
            if used + size > room and place > start:
                yield [_part(piece, start, place, style)]
                start, used = place, 0.0
            used += size
        yield [_part(piece, start, len(piece.text), style)]


def _part(piece: _Piece, start: int, end: int, style: Style) -> _Piece:
    text = piece.text[start:end]
    return _Piece(text, piece.font, piece.colour, piece.address, width(text, piece.font, style.size))


def _joined(pieces: list[_Piece], style: Style) -> _Line:
    """Merge neighbours that look alike, without the spaces at the line's end."""
    while pieces and pieces[-1].text == " ":
        pieces.pop()
    merged: list[_Piece] = []
    for piece in pieces:
        last = merged[-1] if merged else None
        if last and (last.font, last.colour, last.address) == (piece.font, piece.colour, piece.address):
            merged[-1] = _Piece(
                last.text + piece.text, last.font, last.colour, last.address, last.width + piece.width
            )
        else:
            merged.append(piece)
    return _Line(tuple(merged), sum(piece.width for piece in merged))
