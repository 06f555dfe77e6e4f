"""A paragraph’s lines and the PDF operators that draw them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from app.translations.wording_cache import wording_cache
from app.typesetting.tagged.text_operators import NoFixedCodeError, TextKind, TextOperators, TextWriter
from app.typesetting.text.colours import reportlab_colour
from app.typesetting.text.fonts import load_font
from app.typesetting.text.line_breaking import break_lines
from app.typesetting.text.runs import Span, TextLine, TextRun
from app.typesetting.text.style import Style

_ASCENT = 0.76
# How far the box of a link reaches below the base line, in points.
_LINK_DEPTH = 2.0


@dataclass(frozen=True)
class SetParagraph:
    """Text broken into lines that fit a width in points."""

    words: str | tuple[Span, ...]
    style: Style
    width: float

    @cached_property
    def lines(self) -> tuple[TextLine, ...]:
        """Return the lines."""
        return break_lines(self.words, self.style, self.width - self.style.indent)

    @cached_property
    def shared_operators(self) -> TextOperators | None:
        """Return the operators for any document, or None if a character has no fixed code."""
        try:
            return line_operators(self.lines, self.style, self.width, TextWriter())
        except NoFixedCodeError:
            return None

    def operators(self, make_writer: Callable[[], TextWriter]) -> TextOperators:
        """Return the operators, made with the document’s own writer if they cannot be shared."""
        return self.shared_operators or line_operators(self.lines, self.style, self.width, make_writer())


@wording_cache
def cached_paragraph(words: str | tuple[Span, ...], style: Style, width: float) -> SetParagraph:
    """Return a paragraph that is set once in a process: only for wording of a questionnaire."""
    paragraph = SetParagraph(words, style, width)
    # Set at once, so that what is kept does not depend on what was drawn.
    paragraph.shared_operators  # noqa: B018  # a cached property
    return paragraph


def line_operators(
    lines: Sequence[TextLine], style: Style, width: float, writer: TextWriter
) -> TextOperators:
    """Return the operators of lines, from the top left corner of a column."""
    y = -(style.leading - style.size) / 2 - _ASCENT * style.size
    for line in lines:
        at_end = style.align == "end" or line.right_to_left
        start = width - line.width if at_end else style.indent
        for run in line.runs:
            _write(writer, run, style.size, start + run.left, y)
        y -= style.leading
    return writer.finish()


def single_line_operators(line: TextLine, size: float, writer: TextWriter) -> TextOperators:
    """Return the operators of one line, from the start of its base line."""
    for run in line.runs:
        _write(writer, run, size, run.left, 0.0)
    return writer.finish()


def _write(writer: TextWriter, run: TextRun, size: float, x: float, y: float) -> None:
    writer.begin_kind(TextKind(run.target, run.language, run.actual_text))
    colour = reportlab_colour(run.colour)
    if not run.glyph_runs:
        writer.write(run.text, load_font(run.font), size, colour, x, y, run.width)
    for glyph_run in run.glyph_runs or ():
        writer.write(glyph_run.text, load_font(run.font), size, colour, x + glyph_run.x, y + glyph_run.y)
    if run.target:
        writer.link(run.text, (x, y - _LINK_DEPTH, x + run.width, y + size))
