"""A paragraph set from plain spans of text: what people typed never passes through a markup parser."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from app.report.block import Styled
from app.report.inks import ink
from app.report.lines import Span, broken, broken_for_all
from app.report.runs import Line, write
from app.report.style import BODY, Style
from app.report.tagged.canvas import TaggedCanvas
from app.report.tagged.paragraph import TaggedParagraph
from app.report.tagged.tags import PARAGRAPH, Tag
from app.report.tagged.words import TaggedText

__all__ = ["Prose", "Span", "Words"]

# A paragraph leaves at least this many lines on either side of a page's end.
_TOGETHER = 2
_WHOLE = 3
_ASCENT = 0.76
# A jump to a paragraph leaves this much above it.
_JUMP = 20.0


Words = str | Sequence[Span]


@dataclass(frozen=True)
class Prose(Styled):
    """A left- or right-aligned paragraph that parts between lines.

    What the questionnaire says is broken into lines once for all documents; ``private`` words are what
    somebody typed, and nothing of them is kept. ``path`` leads to the element that they make; ``goes_on``
    marks the part on the next page; ``key`` is what links name the paragraph by.
    """

    words: Words
    style: Style = BODY
    private: bool = False
    lines: tuple[Line, ...] | None = None
    path: tuple[Tag, ...] = (PARAGRAPH,)
    goes_on: bool = False
    key: str | None = None

    @property
    def plain(self) -> str:
        """Give the words without their looks."""
        return self.words if isinstance(self.words, str) else "".join(span.text for span in self.words)

    @cached_property
    def _broken_at(self) -> dict[float, tuple[Line, ...]]:
        return {}

    def _lines(self, width: float) -> tuple[Line, ...]:
        # The rest of a parted paragraph keeps the lines it was given.
        if self.lines is not None:
            return self.lines
        if width not in self._broken_at:
            words = self.words if isinstance(self.words, str) else tuple(self.words)
            break_lines = broken if self.private else broken_for_all
            self._broken_at[width] = break_lines(words, self.style, width - self.style.indent)
        return self._broken_at[width]

    def height(self, width: float) -> float:
        """Give the height of all lines."""
        return len(self._lines(width)) * self.style.leading

    def least(self, width: float) -> float:
        """Give the height of the fewest lines that may stand alone."""
        count = len(self._lines(width))
        return (count if count <= _WHOLE else _TOGETHER) * self.style.leading

    def parted(self, width: float, room: float) -> "tuple[Prose, Prose] | None":
        """Part the paragraph at the page's end, unless too few lines would stand alone."""
        lines = self._lines(width)
        fitting = min(int(room / self.style.leading), len(lines) - _TOGETHER)
        if len(lines) <= _WHOLE or fitting < _TOGETHER:
            return None
        return replace(self, lines=lines[:fitting]), replace(
            self, lines=lines[fitting:], goes_on=True, key=None
        )

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Write the lines on the page."""
        self._draw(canvas, self.path, x, top, width)

    def draw_inside(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Write the lines on the page as words of the open element."""
        self._draw(canvas, (), x, top, width)

    def _draw(self, canvas: TaggedCanvas, path: tuple[Tag, ...], x: float, top: float, width: float) -> None:
        with canvas.element(*path, again=self.goes_on) as element:
            if self.key:
                canvas.bookmarkHorizontal(self.key, 0, top + _JUMP)
            written = canvas.beginText()
            paragraph = TaggedParagraph(canvas, written, element)
            self._write(written, paragraph, x, top, width)
            paragraph.end()
            canvas.drawText(written)

    def _write(
        self, written: TaggedText, paragraph: TaggedParagraph, x: float, top: float, width: float
    ) -> None:
        style = self.style
        y = top - (style.leading - style.size) / 2 - _ASCENT * style.size
        look: tuple[str, str] | None = None
        for line in self._lines(width):
            at_end = style.align == "end" or line.turned
            start = x + (width - line.width if at_end else style.indent)
            for run in line.runs:
                paragraph.enter(run.target, run.language, run.actual)
                if (run.font, run.colour) != look:
                    look = run.font, run.colour
                    written.setFont(run.font, style.size)
                    written.setFillColor(ink(run.colour))
                write(written, run, start, y)
                if run.target:
                    left = start + run.left
                    paragraph.link(run.text, (left, y - 2, left + run.width, y + style.size))
            y -= style.leading
