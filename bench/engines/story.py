"""A document as plain pieces that any engine can lay out.

This module imports nothing of the application: the import would cost the other engines' processes time.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
FONTS = ROOT / "app" / "typesetting" / "fonts"


@dataclass(frozen=True, slots=True, order=True)
class Look:
    """The look of a paragraph: sizes and spaces in points."""

    size: float
    leading: float
    strong: bool
    colour: str
    before: float
    after: float
    indent: float
    at_end: bool
    keep_with_next: bool


@dataclass(frozen=True, slots=True)
class Run:
    """Words with the same look; with an address they are a link."""

    text: str
    strong: bool = False
    address: str | None = None


@dataclass(frozen=True, slots=True)
class StoryParagraph:
    """A paragraph; with ``listed`` an item of a list, with a ``level`` a heading with its ``key``."""

    runs: tuple[Run, ...]
    look: Look
    listed: bool = False
    level: int | None = None
    key: str | None = None

    @property
    def plain(self) -> str:
        """Return the words without their looks."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Contents:
    """The sections with their keys, titles and pages."""

    entries: tuple[tuple[str, str], ...]
    look: Look
    line: float


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart with its width in points: as SVG, in words, and as shapes in their own units."""

    svg: str
    words: str
    shapes: tuple[tuple[str, dict[str, Any]], ...]
    size: tuple[float, float]
    width: float
    after: float


@dataclass(frozen=True, slots=True)
class Columns:
    """Two stacks side by side that stay together; the widths are in points."""

    left: "tuple[Piece, ...]"
    right: "tuple[Piece, ...]"
    widths: tuple[float, float]
    ruled: bool
    after: float
    keep_with_next: bool


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a repeated header; the columns in ``at_end`` are aligned right."""

    header: tuple[StoryParagraph, ...]
    rows: tuple[tuple[StoryParagraph, ...], ...]
    widths: tuple[float, ...]
    about: int
    after: float


Piece = StoryParagraph | Contents | Picture | Columns | Table


@dataclass(frozen=True, slots=True)
class Story:
    """A document: each part begins a page, and every page has the running title and the footer.

    ``link`` is the colour of links, ``line`` that of rules.
    """

    title: str
    running: str
    footer: str
    page_of: str
    language: str
    link: str
    line: str
    parts: tuple[tuple[Piece, ...], ...]

    def looks(self) -> tuple[Look, ...]:
        """Return every look once, in an order that does not depend on the words."""
        return tuple(sorted({each.look for part in self.parts for each in _all(part)}))


def _all(pieces: tuple[Piece, ...]) -> "Iterator[StoryParagraph | Contents]":
    for piece in pieces:
        if isinstance(piece, StoryParagraph | Contents):
            yield piece
        elif isinstance(piece, Columns):
            yield from _all((*piece.left, *piece.right))
        elif isinstance(piece, Table):
            yield from _all((*piece.header, *(cell for row in piece.rows for cell in row)))
