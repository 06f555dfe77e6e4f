"""The blocks of a page: each knows its height, where it may be split, and how to draw itself.

ReportLab’s platypus was measured and rejected: it wraps blocks that are kept together several times, reads
markup in every paragraph, and knows page numbers only after building twice.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from typing import Protocol

from app.typesetting.tagged.canvas import TaggedCanvas
from app.typesetting.text.style import Style


class Block(Protocol):
    """A part of a chapter; all measures are in points."""

    @property
    def before(self) -> float:
        """Return the space above; between two blocks the larger space counts, at a page’s top none."""

    @property
    def after(self) -> float:
        """Return the space below."""

    @property
    def keep_with_next(self) -> bool:
        """Return whether the block may not stand last on a page."""

    def height(self, width: float) -> float:
        """Return the height of the block in a column."""

    def min_height(self, width: float) -> float:
        """Return the height that the block’s first part needs at the end of a page."""

    def split(self, width: float, room: float) -> "tuple[Block, Block] | None":
        """Split the block so that the first part fits the room, or return None."""

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw the block with its top left corner at a place of the page."""


def with_spaces(blocks: Iterable[Block]) -> Iterator[tuple[Block, float]]:
    """Yield each block of a stack with the space above it."""
    after: float | None = None
    for block in blocks:
        yield block, 0.0 if after is None else max(after, block.before)
        after = block.after


class UnsplittableBlock(ABC):
    """A block that is never split."""

    @abstractmethod
    def height(self, width: float) -> float:
        """Return the height of the block in a column."""

    def min_height(self, width: float) -> float:
        """Return the whole height."""
        return self.height(width)

    def split(self, width: float, room: float) -> None:
        """Return None: the block cannot be split."""
        return None


class StyledBlock:
    """A block that takes its spaces, and whether it stays with the next block, from its style."""

    style: Style

    @property
    def before(self) -> float:
        """Return the space above."""
        return self.style.before

    @property
    def after(self) -> float:
        """Return the space below."""
        return self.style.after

    @property
    def keep_with_next(self) -> bool:
        """Return whether the block may not stand last on a page."""
        return self.style.keep_with_next
