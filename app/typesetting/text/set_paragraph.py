"""A paragraph's lines and what draws them, worked out once: for all documents where they say the same."""

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
# Of a link's box: below the line that the letters stand on.
_BELOW = 2.0


@dataclass(frozen=True)
class SetParagraph:
    """Words broken into lines that fit a width in points."""

    words: str | tuple[Span, ...]
    style: Style
    width: float

    @cached_property
    def lines(self) -> tuple[TextLine, ...]:
        """Give the lines."""
        return break_lines(self.words, self.style, self.width - self.style.indent)

    @cached_property
    def shared_operators(self) -> TextOperators | None:
        """Return what draws the lines in any document, or nothing if a character has no fixed code."""
        try:
            return line_operators(self.lines, self.style, self.width, TextWriter())
        except NoFixedCodeError:
            return None

    def operators(self, setting: Callable[[], TextWriter]) -> TextOperators:
        """Give what draws the lines; in a document's own ``setting`` only if it has to be."""
        return self.shared_operators or line_operators(self.lines, self.style, self.width, setting())


@wording_cache
def cached_paragraph(words: str | tuple[Span, ...], style: Style, width: float) -> SetParagraph:
    """Return a paragraph that is set once in a process: only for the wording of a questionnaire."""
    paragraph = SetParagraph(words, style, width)
    # Set at once, so that what is kept does not depend on what was drawn.
    paragraph.shared_operators  # noqa: B018  # a cached property
    return paragraph


def line_operators(
    lines: Sequence[TextLine], style: Style, width: float, setting: TextWriter
) -> TextOperators:
    """Put lines into operators, from the top left corner of a column."""
    y = -(style.leading - style.size) / 2 - _ASCENT * style.size
    for line in lines:
        at_end = style.align == "end" or line.right_to_left
        start = width - line.width if at_end else style.indent
        for run in line.runs:
            _write(setting, run, style.size, start + run.left, y)
        y -= style.leading
    return setting.finish()


def single_line_operators(line: TextLine, size: float, setting: TextWriter) -> TextOperators:
    """Put one line into operators, from where its letters stand."""
    for run in line.runs:
        _write(setting, run, size, run.left, 0.0)
    return setting.finish()


def _write(setting: TextWriter, run: TextRun, size: float, x: float, y: float) -> None:
    setting.begin_kind(TextKind(run.target, run.language, run.actual_text))
    colour = reportlab_colour(run.colour)
    if not run.glyph_runs:
        setting.write(run.text, load_font(run.font), size, colour, x, y, run.width)
    for stroke in run.glyph_runs or ():
        setting.write(stroke.text, load_font(run.font), size, colour, x + stroke.x, y + stroke.y)
    if run.target:
        setting.link(run.text, (x, y - _BELOW, x + run.width, y + size))
