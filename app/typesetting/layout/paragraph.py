"""A paragraph set from plain spans of text: what people typed never passes through a markup parser."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from app.typesetting.layout.block import StyledBlock
from app.typesetting.tagged.canvas import TaggedCanvas
from app.typesetting.tagged.tags import PARAGRAPH, Tag
from app.typesetting.text.runs import Span, TextLine
from app.typesetting.text.set_paragraph import SetParagraph, cached_paragraph, line_operators
from app.typesetting.text.style import BODY, Style

__all__ = ["Paragraph", "RichText", "Span"]

# A paragraph leaves at least this many lines on either side of a page's end.
_TOGETHER = 2
_WHOLE = 3
# A jump to a paragraph leaves this much above it.
_JUMP = 20.0


RichText = str | Sequence[Span]


@dataclass(frozen=True)
class Paragraph(StyledBlock):
    """A left- or right-aligned paragraph that parts between lines.

    What the questionnaire says is broken into lines once for all documents; ``private`` words are what
    somebody typed, and nothing of them is kept. ``path`` leads to the element that they make, ``within`` to
    one that was drawn before and holds it; ``goes_on`` marks the part on the next page; ``key`` is what links
    name the paragraph by.
    """

    words: RichText
    style: Style = BODY
    wording_only: bool = False
    lines: tuple[TextLine, ...] | None = None
    path: tuple[Tag, ...] = (PARAGRAPH,)
    within: tuple[Tag, ...] = ()
    continued: bool = False
    key: str | None = None

    @property
    def plain_text(self) -> str:
        """Give the words without their looks."""
        return self.words if isinstance(self.words, str) else "".join(span.text for span in self.words)

    @cached_property
    def _set_at(self) -> dict[float, SetParagraph]:
        return {}

    def _paragraph(self, width: float) -> SetParagraph:
        if width not in self._set_at:
            words = self.words if isinstance(self.words, str) else tuple(self.words)
            self._set_at[width] = (cached_paragraph if self.wording_only else SetParagraph)(
                words, self.style, width
            )
        return self._set_at[width]

    def _lines(self, width: float) -> tuple[TextLine, ...]:
        # The rest of a parted paragraph keeps the lines it was given.
        return self._paragraph(width).lines if self.lines is None else self.lines

    def height(self, width: float) -> float:
        """Give the height of all lines."""
        return len(self._lines(width)) * self.style.leading

    def min_height(self, width: float) -> float:
        """Give the height of the fewest lines that may stand alone."""
        count = len(self._lines(width))
        return (count if count <= _WHOLE else _TOGETHER) * self.style.leading

    def split(self, width: float, room: float) -> "tuple[Paragraph, Paragraph] | None":
        """Part the paragraph at the page's end, unless too few lines would stand alone."""
        lines = self._lines(width)
        fitting = min(int(room / self.style.leading), len(lines) - _TOGETHER)
        if len(lines) <= _WHOLE or fitting < _TOGETHER:
            return None
        return replace(self, lines=lines[:fitting]), replace(
            self, lines=lines[fitting:], continued=True, key=None
        )

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Write the lines on the page."""
        self._draw(canvas, self.path, x, top, width)

    def draw_inside(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Write the lines on the page as words of the open element."""
        self._draw(canvas, (), x, top, width)

    def _draw(self, canvas: TaggedCanvas, path: tuple[Tag, ...], x: float, top: float, width: float) -> None:
        if self.lines is None:
            words = self._paragraph(width).operators(canvas.text_writer)
        else:
            words = line_operators(self.lines, self.style, width, canvas.text_writer())
        with canvas.element(*self.within, reopen=True), canvas.element(*path, reopen=self.continued):
            if self.key:
                canvas.add_destination(self.key, top + _JUMP)
            canvas.write(words, x, top)
