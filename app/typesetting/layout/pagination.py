"""Blocks laid out on pages: what fits, what parts, what stays together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from app.typesetting.layout.block import Block
from app.typesetting.text.style import PAGE_HEIGHT, PAGE_ROOM, TOP, WIDTH

# No chain of blocks that stay together is longer.
_CHAIN = 8


class TooTallError(Exception):
    """A block that cannot part is taller than a page."""


@dataclass(frozen=True, slots=True)
class BlockPosition:
    """A block and the height of its top above the page's foot, in points."""

    block: Block
    top: float


@dataclass(slots=True)
class _Page:
    placed: list[BlockPosition] = field(default_factory=list)
    used: float = 0.0
    after: float = 0.0

    def air(self, block: Block) -> float:
        return max(self.after, block.before) if self.placed else 0.0

    def place(self, block: Block) -> None:
        top = self.used + self.air(block)
        self.placed.append(BlockPosition(block, PAGE_HEIGHT - TOP - top))
        self.used = top + block.height(WIDTH)
        self.after = block.after

    def room(self, block: Block) -> float:
        return PAGE_ROOM - self.used - self.air(block)


def paginate(parts: Iterable[Sequence[Block]]) -> tuple[tuple[BlockPosition, ...], ...]:
    """Lay the parts out, each from a new page, or raise TooTallError."""
    pages: list[_Page] = []
    for part in parts:
        pages.append(_Page())
        for number, block in enumerate(part):
            if _needed(part[number : number + _CHAIN]) > pages[-1].room(block) and pages[-1].placed:
                pages.append(_Page())
            _flow(block, pages)
    return tuple(tuple(page.placed) for page in pages)


def _needed(blocks: Sequence[Block]) -> float:
    """Give the room without which the first block, and what must stay with it, does not begin here."""
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
        parted = rest.split(WIDTH, pages[-1].room(rest))
        if parted:
            pages[-1].place(parted[0])
            rest = parted[1]
        elif not pages[-1].placed:
            raise TooTallError(type(block).__name__)
        pages.append(_Page())
    pages[-1].place(rest)
