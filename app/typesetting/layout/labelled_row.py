"""A label and what it names: a paragraph that begins with it, or paragraphs and lists below it.

A label in a column of its own is read by many programs before all that the labels name.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from app.typesetting.layout.block import UnsplittableBlock
from app.typesetting.layout.paragraph import Paragraph, RichText, Span
from app.typesetting.tagged.canvas import TaggedCanvas
from app.typesetting.tagged.tags import BODY, ITEM, LABEL, LIST, PARAGRAPH
from app.typesetting.text.style import ENTRY_LABEL, MAIN_BODY, NUMBERED, WIDTH

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
    """Entries that stay together, ``gap`` points apart; a paragraph alone begins with its label."""

    label: str
    entries: Sequence[Entry]
    before: float = 0.0
    after: float = 3.0
    gap: float = 1.0
    keep_with_next: bool = False

    @cached_property
    def _label(self) -> Paragraph | None:
        """Return the label above the entries, or None where the only paragraph begins with it."""
        if len(self.entries) == 1 and not self.entries[0].mark:
            return None
        return Paragraph(self.label, ENTRY_LABEL, wording_only=all(each.kept for each in self.entries))

    @cached_property
    def _rows(self) -> tuple[tuple[Paragraph | None, Paragraph], ...]:
        label = "" if self._label else self.label
        return tuple((_mark(each), _paragraph(each, label)) for each in self.entries)

    @cached_property
    def _label_height(self) -> float:
        return self._label.height(_WIDTH) if self._label else 0.0

    def height(self, width: float) -> float:
        """Return the height of the label and the entries."""
        return self._label_height + self._height

    @cached_property
    def _height(self) -> float:
        return self.gap * (len(self.entries) - 1) + sum(_row_height(*row) for row in self._rows)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw the label, then the entries from the top."""
        left = x + NUMBERED
        if self._label:
            self._label.draw(canvas, left, top, _WIDTH)
            top -= self._label_height
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


def _paragraph(entry: Entry, label: str) -> Paragraph:
    path = (BODY,) if entry.mark else (PARAGRAPH,)
    words = entry.words
    if label:
        own = [Span(words)] if isinstance(words, str) else list(words)
        words = [Span(f"{label}  ", strong=True, colour=ENTRY_LABEL.colour), *own]
    return Paragraph(words, MAIN_BODY, path=path, wording_only=entry.kept)


def _row_height(mark: Paragraph | None, paragraph: Paragraph) -> float:
    if mark is None:
        return paragraph.height(_WIDTH)
    return max(mark.height(_MARK_WIDTH), paragraph.height(_WIDTH - _MARK_WIDTH))
