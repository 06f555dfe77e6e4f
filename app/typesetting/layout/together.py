"""Blocks that stay on one page unless they fill more than one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from app.typesetting.layout.block import Block, with_spaces
from app.typesetting.tagged.canvas import TaggedCanvas
from app.typesetting.text.style import PAGE_ROOM


@dataclass(frozen=True)
class Together:
    """Blocks one under the other that are not split over pages, unless no page can hold them all."""

    blocks: Sequence[Block]
    after: float = 10.0

    @property
    def before(self) -> float:
        """Return the space above the first block."""
        return self.blocks[0].before

    @property
    def keep_with_next(self) -> bool:
        """Return whether the last block may not stand last on a page."""
        return self.blocks[-1].keep_with_next

    @cached_property
    def _heights(self) -> dict[float, float]:
        return {}

    def height(self, width: float) -> float:
        """Return the height of the blocks and of the space between them."""
        if width not in self._heights:
            self._heights[width] = sum(
                space + block.height(width) for block, space in with_spaces(self.blocks)
            )
        return self._heights[width]

    def min_height(self, width: float) -> float:
        """Return the whole height, or a page’s where no page can hold it."""
        return min(self.height(width), PAGE_ROOM)

    def split(self, width: float, room: float) -> "tuple[Together, Together] | None":
        """Split blocks that no page can hold so that the first part fits the room, or return None."""
        used = 0.0
        for place, (block, space) in enumerate(with_spaces(self.blocks)):
            used += space + block.height(width)
            if used > room:
                return self._split_at(place, width, room - (used - block.height(width)))
        return None

    def _split_at(self, place: int, width: float, room: float) -> "tuple[Together, Together] | None":
        first, rest = list(self.blocks[:place]), list(self.blocks[place:])
        if halves := rest[0].split(width, room):
            first, rest = [*first, halves[0]], [halves[1], *rest[1:]]
        else:
            # What must stay with the next block goes with it.
            while first and first[-1].keep_with_next:
                rest.insert(0, first.pop())
        return (replace(self, blocks=first), replace(self, blocks=rest)) if first else None

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw the blocks from the top."""
        for block, space in with_spaces(self.blocks):
            top -= space
            block.draw(canvas, x, top, width)
            top -= block.height(width)
