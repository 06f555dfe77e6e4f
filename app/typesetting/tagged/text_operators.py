"""Words on their way to a page: put into operators once, drawn in any number of documents."""

from collections.abc import Iterator
from dataclasses import dataclass
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
    """Give the operator that sets the colour to fill and to write with."""
    return " ".join(format_number(part, 2) for part in toColor(colour).rgb()) + " rg"


def format_number(value: float, digits: int = 1) -> str:
    """Write a number below a million in as few digits as it takes, and at most so many after the point."""
    # Nought added turns what rounds to -0 into 0; PDF needs none before the point.
    written = f"{round(value, digits) + 0.0:g}"
    return written.replace("0.", ".", 1) if -1 < value < 1 else written


class TextPosition(NamedTuple):
    """A place in points, to a tenth: what no eye sees would fill a file with digits."""

    x: float
    y: float

    def since(self, other: "TextPosition") -> str:
        """Give the operator that goes on here after another place."""
        return f"{format_number(self.x - other.x)} {format_number(self.y - other.y)} Td"


@dataclass(frozen=True, slots=True)
class TextState:
    """How words look, as operators: face and size, colour."""

    font: str
    fill: str


@dataclass(frozen=True, slots=True)
class TextKind:
    """What words belong to, besides the element that holds them.

    A link to a ``target``, another ``language``, or ``actual``: what they say if they are not drawn in the
    order of reading.
    """

    target: Target | None = None
    language: str | None = None
    actual: str | None = None


PLAIN = TextKind()


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of one kind as operators, from where the passage before begins its last line.

    ``first`` and ``last`` are the looks that it begins and ends with; ``boxes`` are those of a link, from the
    paragraph’s origin in points, ``words`` what it says.
    """

    kind: TextKind
    code: str
    first: TextState
    last: TextState
    boxes: tuple[Box, ...] = ()
    words: str = ""


@dataclass(frozen=True, slots=True)
class TextOperators:
    """A paragraph’s passages; where the first and the last line begin; the plain characters of each face."""

    start: TextPosition
    last_line_start: TextPosition
    passages: tuple[Passage, ...]
    characters: tuple[tuple[EmbeddedFont, frozenset[str]], ...]


class TextWriter:
    """Writes a paragraph’s words as PDF operators; positions are from its origin, in points.

    Without the document’s ``font_usage`` a character whose code differs from document to document raises
    NoFixedCodeError; what is written then may be kept for all documents.
    """

    def __init__(self, shown: "dict[EmbeddedFont, FontUsage] | None" = None) -> None:
        self._document = shown
        self._passages: list[Passage] = []
        self._characters: dict[EmbeddedFont, set[str]] = {}
        self._code: list[str] = []
        self._kind = PLAIN
        self._first = self._look = TextState("", "")
        self._begins: TextPosition | None = None
        self._spot = TextPosition(0.0, 0.0)
        self._reached: tuple[float, float] | None = None
        self._boxes: list[Box] = []
        self._words: list[str] = []

    def begin_kind(self, kind: TextKind) -> None:
        """Say of what kind the next words are; neighbours of one kind share a passage."""
        if kind != self._kind or kind.actual is not None:
            self._end()
            self._kind = kind

    def link(self, words: str, box: Box) -> None:
        """Take a link’s words on one line with the box that they fill."""
        self._words.append(words)
        self._boxes.append(box)

    def write(
        self,
        text: str,
        face: EmbeddedFont,
        size: float,
        colour: Colour,
        x: float,
        y: float,
        width: float | None = None,
    ) -> None:
        """Write a text of one look at a place; after one of known ``width`` the place is not said again."""
        if self._reached != (round(x, 1), y):
            self._move_to(x, y)
        self._reached = None if width is None else (round(x + width, 1), y)
        for resource, codes in self._coded(text, face):
            self._set_state(TextState(f"/{resource} {format_number(size)} Tf", fill_operator(colour)))
            self._code.append(f"({codes})Tj")

    def _move_to(self, x: float, y: float) -> None:
        # Rounded as it is written, so that no error grows from line to line.
        spot = TextPosition(round(x, 1), round(y, 1))
        if self._begins is None:
            self._begins = spot
        elif spot != self._spot:
            self._code.append(spot.since(self._spot))
        self._spot = spot

    def _coded(self, text: str, face: EmbeddedFont) -> Iterator[tuple[str, str]]:
        try:
            yield face.resource, face.encode(text)
            self._characters.setdefault(face, set()).update(text)
        except NoFixedCodeError:
            if self._document is None:
                raise
            # Whole, with its spaces: readers put the parts of a text from right to left in the wrong order.
            yield from self._document.setdefault(face, FontUsage(face)).document_encoding().encode(text)

    def _set_state(self, look: TextState) -> None:
        if not self._look.font:
            self._first = look
        elif look != self._look:
            if look.font != self._look.font:
                self._code.append(look.font)
            if look.fill != self._look.fill:
                self._code.append(look.fill)
        self._look = look

    def _end(self) -> None:
        if self._code:
            passage = Passage(
                self._kind,
                "\n".join(self._code),
                self._first,
                self._look,
                tuple(self._boxes),
                "".join(self._words).strip(),
            )
            self._passages.append(passage)
        self._code, self._boxes, self._words = [], [], []
        self._look = TextState("", "")

    def finish(self) -> TextOperators:
        """Give what was written."""
        self._end()
        shown = {face: frozenset(characters) for face, characters in self._characters.items()}
        return TextOperators(
            self._begins or self._spot, self._spot, tuple(self._passages), tuple(shown.items())
        )
