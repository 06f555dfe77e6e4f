"""What a page is made of: blocks that know their height, where they may part, and how to draw themselves.

ReportLab's platypus was measured and left aside: it wraps what is kept together several times, reads markup
in every paragraph, and numbers pages only by building twice.
"""

from abc import ABC, abstractmethod
from typing import Protocol

from app.typesetting.tagged.canvas import TaggedCanvas
from app.typesetting.text.style import Style


class Block(Protocol):
    """A piece of the story; all measures in points."""

    @property
    def before(self) -> float:
        """Give the air above; of two neighbours' airs the larger counts, and none at a page's top."""

    @property
    def after(self) -> float:
        """Give the air below."""

    @property
    def keep_with_next(self) -> bool:
        """Say whether the block may not stand last on a page."""

    def height(self, width: float) -> float:
        """Give the room that the block takes in a column."""

    def min_height(self, width: float) -> float:
        """Give the room that the block's first part needs at a page's end."""

    def split(self, width: float, room: float) -> "tuple[Block, Block] | None":
        """Part the block so that the first part fits the room, or give nothing."""

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw the block with its top left corner at a place of the page."""


class UnsplittableBlock(ABC):
    """A block that never parts."""

    @abstractmethod
    def height(self, width: float) -> float:
        """Give the room that the block takes in a column."""

    def min_height(self, width: float) -> float:
        """Give the whole height."""
        return self.height(width)

    def split(self, width: float, room: float) -> None:
        """Never part."""
        return None


class StyledBlock:
    """A block whose style says what air it wants, and whether it stays with what follows."""

    style: Style

    @property
    def before(self) -> float:
        """Give the air above."""
        return self.style.before

    @property
    def after(self) -> float:
        """Give the air below."""
        return self.style.after

    @property
    def keep_with_next(self) -> bool:
        """Say whether the block may not stand last on a page."""
        return self.style.keep_with_next
