"""A paragraph's lines and what draws them, worked out once: for all documents where they say the same."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from app.typesetting.tagged.text_operators import Kind, Setting, UnsettledError, Words
from app.typesetting.text.colours import ink
from app.typesetting.text.fonts import font
from app.typesetting.text.line_breaking import Span, broken
from app.typesetting.text.runs import Line, Run
from app.typesetting.text.style import Style

_ASCENT = 0.76
# Of a link's box: below the line that the letters stand on.
_BELOW = 2.0


@dataclass(frozen=True)
class Paragraph:
    """Words broken into lines that fit a width in points."""

    words: str | tuple[Span, ...]
    style: Style
    width: float

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Give the lines."""
        return broken(self.words, self.style, self.width - self.style.indent)

    @cached_property
    def _for_all(self) -> Words | None:
        try:
            return written(self.lines, self.style, self.width, Setting())
        except UnsettledError:
            return None

    def drawn(self, setting: Callable[[], Setting]) -> Words:
        """Give what draws the lines; in a document's own ``setting`` only if it has to be."""
        return self._for_all or written(self.lines, self.style, self.width, setting())


# What the questionnaire says is broken and put into operators once for all documents.
paragraph_for_all = lru_cache(maxsize=10_000)(Paragraph)


def written(lines: Sequence[Line], style: Style, width: float, setting: Setting) -> Words:
    """Put lines into operators, from the top left corner of a column."""
    y = -(style.leading - style.size) / 2 - _ASCENT * style.size
    for line in lines:
        at_end = style.align == "end" or line.turned
        start = width - line.width if at_end else style.indent
        for run in line.runs:
            _write(setting, run, style.size, start + run.left, y)
        y -= style.leading
    return setting.words()


def one_line_written(line: Line, size: float, setting: Setting) -> Words:
    """Put one line into operators, from where its letters stand."""
    for run in line.runs:
        _write(setting, run, size, run.left, 0.0)
    return setting.words()


def _write(setting: Setting, run: Run, size: float, x: float, y: float) -> None:
    setting.enter(Kind(run.target, run.language, run.actual))
    colour = ink(run.colour)
    if not run.strokes:
        setting.write(run.text, font(run.font), size, colour, x, y, run.width)
    for stroke in run.strokes or ():
        setting.write(stroke.text, font(run.font), size, colour, x + stroke.x, y + stroke.y)
    if run.target:
        setting.link(run.text, (x, y - _BELOW, x + run.width, y + size))
