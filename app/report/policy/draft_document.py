"""A text document as plain blocks, which both writers turn into their format.

Every run says its language, so that a spell checker and a screen reader know it even within a line.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from app.maturity.text import Language

DraftStyle = Literal[
    "title",
    "subtitle",
    "heading1",
    "heading2",
    "body",
    "item",
    "clause",
    "note",
    "note_item",
    "cell",
    "cell_heading",
]
# How a run looks: a placeholder is bold, in brackets and shaded.
Look = Literal["plain", "strong", "placeholder"]
# What a program fills in on each page.
PageField = Literal["page", "pages"]


@dataclass(frozen=True, slots=True)
class DraftRun:
    """A part of a line, in one language; with a ``field`` its text is what stands before the first update."""

    text: str
    language: Language
    look: Look = "plain"
    field: PageField | None = None


Runs = tuple[DraftRun, ...]


@dataclass(frozen=True, slots=True)
class DraftParagraph:
    """A paragraph; one in the style ``clause`` is numbered on from the last one in its language."""

    style: DraftStyle
    runs: Runs

    @property
    def language(self) -> Language:
        """Return the language that it begins in."""
        return self.runs[0].language


DraftCell = tuple[DraftParagraph, ...]

# A cell to write in.
EMPTY_CELL: DraftCell = (DraftParagraph("cell", ()),)


@dataclass(frozen=True, slots=True)
class DraftTable:
    """A table with a heading row; ``shares`` are the widths of its columns in percent.

    The cells of the first column name their rows if ``named_rows`` says so.
    """

    title: str
    head: tuple[DraftParagraph, ...]
    rows: tuple[tuple[DraftCell, ...], ...]
    shares: tuple[int, ...]
    named_rows: bool = False


DraftBlock = DraftParagraph | DraftTable


@dataclass(frozen=True, slots=True)
class DraftDocument:
    """A document with its title, its languages, the first one leading, and the line at the foot of a page."""

    title: str
    languages: tuple[Language, ...]
    blocks: tuple[DraftBlock, ...]
    footer: Runs

    @property
    def paragraphs(self) -> Iterator[DraftParagraph]:
        """Yield every paragraph in reading order, those of tables row by row."""
        for block in self.blocks:
            if isinstance(block, DraftParagraph):
                yield block
            else:
                yield from block.head
                yield from (each for row in block.rows for cell in row for each in cell)
