"""The PDF operators of text, made once for any number of documents."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from reportlab.lib.colors import Color, toColor

from app.typesetting.tagged.font import EmbeddedFont, NoFixedCodeError
from app.typesetting.tagged.font_embedding import FontUsage
from app.typesetting.tagged.links import Target
from app.typesetting.tagged.tags import Box

__all__ = ["NoFixedCodeError", "Passage", "TextKind", "TextState", "TextWriter", "fill_operator"]

Colour = Color | tuple[float, float, float]


@cache
def fill_operator(colour: Colour) -> str:
    """Return the operator that sets the colour of areas and text."""
    return " ".join(format_number(part, 2) for part in toColor(colour).rgb()) + " rg"


@cache
def _font_operator(resource: str, size: float) -> str:
    return f"/{resource} {format_number(size)} Tf"


def format_number(value: float, digits: int = 1) -> str:
    """Return a number below a million with as few digits as possible, rounded to ``digits`` decimals."""
    # Adding 0.0 turns -0.0 into 0.0; PDF needs no 0 before the point.
    written = f"{round(value, digits) + 0.0:g}"
    return written.replace("0.", ".", 1) if -1 < value < 1 else written


class TextPosition(NamedTuple):
    """A position in points, rounded to a tenth: smaller differences are invisible and take bytes."""

    x: float
    y: float

    def since(self, other: "TextPosition") -> str:
        """Return the operator that moves from another position to this one."""
        return f"{format_number(self.x - other.x)} {format_number(self.y - other.y)} Td"


class TextState(NamedTuple):
    """Font with size, and colour, as operators."""

    font: str
    fill: str


class TextKind(NamedTuple):
    """What text belongs to, besides the element that holds it.

    A link to a ``target``, another ``language``, or the ``actual`` text if the glyphs are not in reading
    order.
    """

    target: Target | None = None
    language: str | None = None
    actual: str | None = None


PLAIN = TextKind()


class Passage(NamedTuple):
    """Text of one kind as operators, from the start of the last line of the passage before.

    ``first`` and ``last`` are font and colour at its beginning and end. ``boxes`` are those of a link, in
    points from the origin of the paragraph, and ``words`` is its text.
    """

    kind: TextKind
    code: str
    first: TextState
    last: TextState
    boxes: tuple[Box, ...] = ()
    words: str = ""


class TextOperators(NamedTuple):
    """The passages of a paragraph, the start of its first and last line, and its characters by font."""

    start: TextPosition
    last_line_start: TextPosition
    passages: tuple[Passage, ...]
    characters: tuple[tuple[EmbeddedFont, frozenset[str]], ...]


class TextWriter:
    """Writes text as PDF operators; positions are in points from the origin of the paragraph.

    Without the ``font_usage`` of a document, a character without a fixed code raises NoFixedCodeError; what
    is written then may be kept for all documents.
    """

    def __init__(self, font_usage: "dict[EmbeddedFont, FontUsage] | None" = None) -> None:
        self._font_usage = font_usage
        self._passages: list[Passage] = []
        self._characters: dict[EmbeddedFont, set[str]] = {}
        self._code: list[str] = []
        self._kind = PLAIN
        self._first = self._state = TextState("", "")
        self._start: TextPosition | None = None
        self._position = TextPosition(0.0, 0.0)
        self._end_position: tuple[float, float] | None = None
        self._boxes: list[Box] = []
        self._words: list[str] = []

    def begin_kind(self, kind: TextKind) -> None:
        """Begin text of a kind; neighbours of one kind share a passage."""
        if kind != self._kind or kind.actual is not None:
            self._end()
            self._kind = kind

    def link(self, words: str, box: Box) -> None:
        """Add the text of a link on one line, with its box."""
        self._words.append(words)
        self._boxes.append(box)

    def write(
        self,
        text: str,
        font: EmbeddedFont,
        size: float,
        colour: Colour,
        x: float,
        y: float,
        width: float | None = None,
    ) -> None:
        """Write a text in one font and colour at a position, which is left out after a known ``width``."""
        if self._end_position != (round(x, 1), y):
            self._move_to(x, y)
        self._end_position = None if width is None else (round(x + width, 1), y)
        for resource, codes in self._coded(text, font):
            self._set_state(TextState(_font_operator(resource, size), fill_operator(colour)))
            self._code.append(f"({codes})Tj")

    def _move_to(self, x: float, y: float) -> None:
        # Rounded as written, so that errors do not add up from line to line.
        position = TextPosition(round(x, 1), round(y, 1))
        if self._start is None:
            self._start = position
        elif position != self._position:
            self._code.append(position.since(self._position))
        self._position = position

    def _coded(self, text: str, font: EmbeddedFont) -> Iterator[tuple[str, str]]:
        try:
            yield font.resource, font.encode(text)
            self._characters.setdefault(font, set()).update(text)
        except NoFixedCodeError:
            if self._font_usage is None:
                raise
            # The whole text with its spaces: readers reorder the parts of text from right to left wrongly.
            yield from self._font_usage.setdefault(font, FontUsage(font)).document_encoding().encode(text)

    def _set_state(self, state: TextState) -> None:
        if not self._state.font:
            self._first = state
        elif state != self._state:
            if state.font != self._state.font:
                self._code.append(state.font)
            if state.fill != self._state.fill:
                self._code.append(state.fill)
        self._state = state

    def _end(self) -> None:
        if self._code:
            passage = Passage(
                self._kind,
                "\n".join(self._code),
                self._first,
                self._state,
                tuple(self._boxes),
                "".join(self._words).strip(),
            )
            self._passages.append(passage)
        self._code, self._boxes, self._words = [], [], []
        self._state = TextState("", "")

    def finish(self) -> TextOperators:
        """Return what was written."""
        self._end()
        characters_by_font = {font: frozenset(characters) for font, characters in self._characters.items()}
        return TextOperators(
            self._start or self._position,
            self._position,
            tuple(self._passages),
            tuple(characters_by_font.items()),
        )
