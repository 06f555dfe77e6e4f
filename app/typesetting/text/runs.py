"""Text on its way to a line: pieces as they are measured, runs as they are drawn."""

from dataclasses import dataclass, replace

from app.typesetting.tagged.links import Target


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text; ``target`` makes it a link, and comes from the questionnaire only.

    ``language`` is the run’s own, where it is not the document’s.
    """

    text: str
    strong: bool = False
    colour: str | None = None
    target: Target | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """Text in one face and colour; ``plain`` if it is drawn as it stands, one character after the other."""

    text: str
    font: str
    colour: str
    target: Target | None
    width: float
    needs_no_shaping: bool = True
    language: str | None = None

    def appearance(self) -> tuple[str, str, Target | None, str | None]:
        """Give what neighbours share that may be one run."""
        return self.font, self.colour, self.target, self.language


@dataclass(frozen=True, slots=True)
class GlyphRun:
    """Characters as they are drawn from left to right, from a place in points from their run’s start."""

    text: str
    x: float = 0.0
    y: float = 0.0


@dataclass(frozen=True, slots=True)
class TextRun:
    """Text in one face and colour at a place of a line, in points from the line’s start.

    ``text`` is what it says. ``strokes`` are what is drawn where that differs: letters from right to left,
    Arabic forms, marks set over their letters. ``actual`` is what it says if the strokes do not come in the
    order of reading: a structure element that holds the run must say it as /ActualText (ISO 32000-1, 14.9.4).
    In the page’s content it would do harm: poppler reads it from right to left once more.
    """

    text: str
    font: str
    colour: str
    target: Target | None
    width: float
    left: float = 0.0
    glyph_runs: tuple[GlyphRun, ...] | None = None
    actual_text: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class TextLine:
    """Runs in the order in which they are read; ``turned`` if the line stands at the right."""

    runs: tuple[TextRun, ...]
    width: float
    right_to_left: bool = False


def with_final_space(line: TextLine) -> TextLine:
    """Give a line with a space at its end, which is not seen but parts two words for whoever hears them."""
    if not line.runs:
        return line
    *runs, last = line.runs
    if last.actual_text is not None:
        last = replace(last, actual_text=f"{last.actual_text} ")
    else:
        strokes = last.glyph_runs and (*last.glyph_runs, GlyphRun(" ", last.width))
        last = replace(last, text=f"{last.text} ", glyph_runs=strokes)
    return replace(line, runs=(*runs, last))
