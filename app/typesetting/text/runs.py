"""The parts of text before and after it is set: spans, measured pieces, runs and lines."""

from dataclasses import dataclass, replace

from app.typesetting.tagged.links import Target


@dataclass(frozen=True, slots=True)
class Span:
    """Text in one style.

    ``target`` makes it a link, and comes from the questionnaire only. ``language`` differs from the
    document’s.
    """

    text: str
    strong: bool = False
    colour: str | None = None
    target: Target | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """Measured text in one font and colour; its width is in points."""

    text: str
    font: str
    colour: str
    target: Target | None
    width: float
    needs_no_shaping: bool = True
    language: str | None = None

    def appearance(self) -> tuple[str, str, Target | None, str | None]:
        """Return what two neighbours must share to become one run."""
        return self.font, self.colour, self.target, self.language


@dataclass(frozen=True, slots=True)
class GlyphRun:
    """Characters drawn from left to right, from a place in points from the start of their run."""

    text: str
    x: float = 0.0
    y: float = 0.0


@dataclass(frozen=True, slots=True)
class TextRun:
    """Text in one font and colour at a place of a line, in points from the start of the line.

    ``text`` is in reading order. ``glyph_runs`` are what is drawn where that differs: letters from right to
    left, Arabic forms, marks placed over their letters. ``actual_text`` is set if the glyphs are not drawn in
    reading order: the structure element that holds the run must state it as /ActualText (ISO 32000-1,
    14.9.4). In the page’s content it would do harm, because poppler reverses it once more.
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
    """Runs in reading order; a line with ``right_to_left`` stands at the right of its column."""

    runs: tuple[TextRun, ...]
    width: float
    right_to_left: bool = False


def with_final_space(line: TextLine) -> TextLine:
    """Return a line with an invisible space at its end, which separates two words for a reader."""
    if not line.runs:
        return line
    *runs, last = line.runs
    if last.actual_text is not None:
        last = replace(last, actual_text=f"{last.actual_text} ")
    else:
        strokes = last.glyph_runs and (*last.glyph_runs, GlyphRun(" ", last.width))
        last = replace(last, text=f"{last.text} ", glyph_runs=strokes)
    return replace(line, runs=(*runs, last))
