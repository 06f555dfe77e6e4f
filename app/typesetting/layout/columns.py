"""Stacks of blocks side by side, for a page that is laid out as a whole."""

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace

from app.figures.palette import GREY_LINE
from app.typesetting.layout.block import Block, UnsplittableBlock, with_spaces
from app.typesetting.layout.ellipsis import truncate
from app.typesetting.layout.paragraph import Paragraph
from app.typesetting.layout.rule import draw_rule
from app.typesetting.tagged.canvas import TaggedCanvas
from app.typesetting.tagged.tags import BODY, ITEM, LIST

_RULE_SPACE = 5.0


@dataclass(frozen=True, slots=True)
class Stack:
    """Blocks one under the other; width and distance from the row’s left edge are in points."""

    blocks: Sequence[Block]
    width: float
    left: float = 0.0

    def truncate_lines(self, lines: int) -> "Stack":
        """Return the stack with each paragraph cut to a number of lines."""
        kept = (
            truncate(each, self.width, lines) if isinstance(each, Paragraph) else each for each in self.blocks
        )
        return replace(self, blocks=tuple(kept))

    @property
    def height(self) -> float:
        """Return the height of the blocks and of the space between them."""
        return sum(space + block.height(self.width) for block, space in with_spaces(self.blocks))

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """Draw the blocks from the top."""
        for block, space in with_spaces(self.blocks):
            top -= space
            block.draw(canvas, x + self.left, top, self.width)
            top -= block.height(self.width)


@dataclass(frozen=True)
class Columns(UnsplittableBlock):
    """Stacks from a common top, under a rule if ``ruled``; they stay together.

    They are read stack by stack. With ``item`` the first stack is the label of a list item and the others are
    its body.
    """

    stacks: tuple[Stack, ...]
    ruled: bool = False
    item: bool = False
    before: float = 0.0
    after: float = 0.0
    keep_with_next: bool = False

    def height(self, width: float) -> float:
        """Return the height of the tallest stack, and of the space under the rule."""
        return max(stack.height for stack in self.stacks) + (_RULE_SPACE if self.ruled else 0.0)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw the rule, then each stack from the top."""
        if self.ruled:
            draw_rule(canvas, x, x + width, top, GREY_LINE, 0.6)
            top -= _RULE_SPACE
        first, *others = self.stacks
        with canvas.element(LIST, ITEM) if self.item else nullcontext():
            first.draw(canvas, x, top)
            with canvas.element(BODY) if self.item else nullcontext():
                for stack in others:
                    stack.draw(canvas, x, top)
