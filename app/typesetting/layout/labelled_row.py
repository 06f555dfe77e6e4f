"""A label in the rail at the left, and what it names at the right: paragraphs or a list."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from app.typesetting.layout.block import UnsplittableBlock
from app.typesetting.layout.paragraph import Paragraph, RichText
from app.typesetting.tagged.canvas import TaggedCanvas
from app.typesetting.tagged.tags import BODY, ITEM, LABEL, LIST, PARAGRAPH
from app.typesetting.text.style import GUTTER, MAIN_BODY, NUMBERED, RAIL_LABEL, WIDTH

_MARK_WIDTH = 14.0
_WIDTH = WIDTH - NUMBERED


@dataclass(frozen=True, slots=True)
class Entry:
    """A paragraph, or with a number or bullet as ``mark`` an item of a list.

    Wording of the questionnaire or the interface is ``kept`` for the whole process.
    """

    words: RichText
    mark: str = ""
    kept: bool = True


@dataclass(frozen=True)
class LabelledRow(UnsplittableBlock):
    """Entries beside their label, ``gap`` points apart; they stay together."""

    label: str
    entries: Sequence[Entry]
    before: float = 0.0
    after: float = 3.0
    gap: float = 1.0
    keep_with_next: bool = False

    @cached_property
    def _label(self) -> Paragraph:
        return Paragraph(self.label, RAIL_LABEL, wording_only=True)

    @cached_property
    def _rows(self) -> tuple[tuple[Paragraph | None, Paragraph], ...]:
        return tuple((_mark(each), _paragraph(each)) for each in self.entries)

    def height(self, width: float) -> float:
        """Return the height of the label or of the entries, whichever is taller."""
        return max(self._label.height(NUMBERED - GUTTER), self._height)

    @cached_property
    def _height(self) -> float:
        return self.gap * (len(self.entries) - 1) + sum(_row_height(*row) for row in self._rows)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw the label, then the entries from the top."""
        self._label.draw(canvas, x, top, NUMBERED - GUTTER)
        left = x + NUMBERED
        for mark, paragraph in self._rows:
            if mark:
                with canvas.element(LIST, ITEM):
                    mark.draw(canvas, left, top, _MARK_WIDTH)
                    paragraph.draw(canvas, left + _MARK_WIDTH, top, _WIDTH - _MARK_WIDTH)
            else:
                paragraph.draw(canvas, left, top, _WIDTH)
            top -= _row_height(mark, paragraph) + self.gap


def _mark(entry: Entry) -> Paragraph | None:
    return Paragraph(entry.mark, MAIN_BODY, path=(LABEL,), wording_only=True) if entry.mark else None


def _paragraph(entry: Entry) -> Paragraph:
    path = (BODY,) if entry.mark else (PARAGRAPH,)
    return Paragraph(entry.words, MAIN_BODY, path=path, wording_only=entry.kept)


def _row_height(mark: Paragraph | None, paragraph: Paragraph) -> float:
    if mark is None:
        return paragraph.height(_WIDTH)
    return max(mark.height(_MARK_WIDTH), paragraph.height(_WIDTH - _MARK_WIDTH))
