"""A paragraph of plain spans of text: what people typed never passes through a markup parser."""

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

# A split paragraph has at least this many lines on either page.
_MIN_LINES = 2
_UNSPLIT_LINES = 3
# A link to a paragraph shows this much of the page above it, in points.
_LINK_OFFSET = 20.0


RichText = str | Sequence[Span]


@dataclass(frozen=True)
class Paragraph(StyledBlock):
    """A left- or right-aligned paragraph that may be split between lines.

    With ``wording_only`` the whole text is wording of the questionnaire or the interface: it is set once and
    kept for the whole process. Everything else is forgotten with the document (decision 17).

    ``path`` leads to the structure element of the text, ``within`` to an element drawn before that contains
    it. ``lines`` and ``continued`` belong to the parts of a split paragraph. Links name the paragraph by its
    ``key``.
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
        """Return the text without strength, colours and links."""
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
        # Each part of a split paragraph keeps its lines.
        return self._paragraph(width).lines if self.lines is None else self.lines

    def height(self, width: float) -> float:
        """Return the height of all lines."""
        return len(self._lines(width)) * self.style.leading

    def min_height(self, width: float) -> float:
        """Return the height of the fewest lines that may stand alone."""
        count = len(self._lines(width))
        return (count if count <= _UNSPLIT_LINES else _MIN_LINES) * self.style.leading

    def split(self, width: float, room: float) -> "tuple[Paragraph, Paragraph] | None":
        """Split the paragraph so that the first part fits the room, or return None."""
        lines = self._lines(width)
        fitting = min(int(room / self.style.leading), len(lines) - _MIN_LINES)
        if len(lines) <= _UNSPLIT_LINES or fitting < _MIN_LINES:
            return None
        return replace(self, lines=lines[:fitting]), replace(
            self, lines=lines[fitting:], continued=True, key=None
        )

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw the lines as an element of their own."""
        self._draw(canvas, self.path, x, top, width)

    def draw_inside(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw the lines as text of the open element."""
        self._draw(canvas, (), x, top, width)

    def _draw(self, canvas: TaggedCanvas, path: tuple[Tag, ...], x: float, top: float, width: float) -> None:
        if self.lines is None:
            words = self._paragraph(width).operators(canvas.text_writer)
        else:
            words = line_operators(self.lines, self.style, width, canvas.text_writer())
        with canvas.element(*self.within, reopen=True), canvas.element(*path, reopen=self.continued):
            if self.key:
                canvas.add_destination(self.key, top + _LINK_OFFSET)
            canvas.write(words, x, top)
