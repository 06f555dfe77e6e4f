"""Blocks laid out on pages: what fits, what is split, and what stays together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from app.typesetting.layout.block import Block
from app.typesetting.text.style import PAGE_HEIGHT, PAGE_ROOM, TOP, WIDTH

# No more blocks than these stay together.
_MAX_TOGETHER = 8


class TooTallError(Exception):
    """A block that cannot be split is taller than a page."""


@dataclass(frozen=True, slots=True)
class BlockPosition:
    """A block and the height of its top above the foot of the page, in points."""

    block: Block
    top: float


@dataclass(slots=True)
class _Page:
    placed: list[BlockPosition] = field(default_factory=list)
    used: float = 0.0
    after: float = 0.0

    def space(self, block: Block) -> float:
        return max(self.after, block.before) if self.placed else 0.0

    def place(self, block: Block) -> None:
        top = self.used + self.space(block)
        self.placed.append(BlockPosition(block, PAGE_HEIGHT - TOP - top))
        self.used = top + block.height(WIDTH)
        self.after = block.after

    def room(self, block: Block) -> float:
        return PAGE_ROOM - self.used - self.space(block)


def paginate(chapters: Iterable[Sequence[Block]]) -> tuple[tuple[BlockPosition, ...], ...]:
    """Lay out the chapters, each from a new page; raise TooTallError for a block that fits no page."""
    pages: list[_Page] = []
    for chapter in chapters:
        pages.append(_Page())
        for number, block in enumerate(chapter):
            if _needed(chapter[number : number + _MAX_TOGETHER]) > pages[-1].room(block) and pages[-1].placed:
                pages.append(_Page())
            _flow(block, pages)
    return tuple(tuple(page.placed) for page in pages)


def _needed(blocks: Sequence[Block]) -> float:
    """Return the room that the first block needs here, with all that must stay with it."""
    needed = above = 0.0
    for block, following in pairwise(blocks):
        needed = max(needed, above + block.min_height(WIDTH))
        if not block.keep_with_next:
            return needed
        above += block.height(WIDTH) + max(block.after, following.before)
    return max(needed, above + blocks[-1].min_height(WIDTH))


def _flow(block: Block, pages: list[_Page]) -> None:
    rest = block
    while rest.height(WIDTH) > pages[-1].room(rest):
        halves = rest.split(WIDTH, pages[-1].room(rest))
        if halves:
            pages[-1].place(halves[0])
            rest = halves[1]
        elif not pages[-1].placed:
            raise TooTallError(type(block).__name__)
        pages.append(_Page())
    pages[-1].place(rest)
