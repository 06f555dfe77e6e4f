"""ReportLab’s canvas with fewer operators: a state is written when it changes, and pages compress well.

ReportLab writes colour, font and leading for each text, and encodes pages in base 85, which makes them a
quarter larger. Text is drawn in embedded fonts only.
"""

from collections.abc import Callable, Sequence
from typing import Any, NoReturn

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFPage
from reportlab.pdfgen.canvas import Canvas

from app.typesetting.tagged.document import TaggedDocument
from app.typesetting.tagged.errors import StructureError
from app.typesetting.tagged.font import EmbeddedFont
from app.typesetting.tagged.font_embedding import FontUsage
from app.typesetting.tagged.syntax import reference
from app.typesetting.tagged.text_operators import (
    Colour,
    Passage,
    TextOperators,
    TextPosition,
    TextState,
    TextWriter,
    fill_operator,
    format_number,
)

# The operator that paints a path: its line, its area, or both.
_PAINT_OPERATORS = {(True, False): "S", (False, True): "f", (True, True): "B"}


class CompactCanvas(Canvas):
    """A canvas whose text is drawn in registered fonts of the class EmbeddedFont; measures are points."""

    # What the stubs of ReportLab leave out, under ReportLab’s names.
    _code: list[str]
    _fontname: str
    _fontsize: float
    _text_state: TextState
    _position: TextPosition
    _line_states: dict[str, str]
    _rules_by_state: dict[str, list[str]]
    _pagesize: tuple[float, float]
    _fillColorObj: Colour  # noqa: N815  ReportLab’s name

    def __init__(self, *settings: Any, **more: Any) -> None:  # noqa: ANN401  # ReportLab’s own
        """Begin a document."""
        self._repeated: dict[str, int] = {}
        super().__init__(*settings, **more)
        # Replaces the document that ReportLab’s canvas made, which has no content yet.
        self._doc = self._document = TaggedDocument()
        self._font_usage: dict[EmbeddedFont, FontUsage] = {}

    def text_writer(self) -> TextWriter:
        """Return a writer of text operators for this document alone."""
        return TextWriter(self._font_usage)

    def _begin(self, words: TextOperators, x: float, y: float) -> None:
        """Open a text object where the text begins; x and y are its origin on the page."""
        self._code.append("BT")
        self._move(words, x, y, TextPosition(0.0, 0.0))

    def _move(self, words: TextOperators, x: float, y: float, since: TextPosition) -> None:
        begins, ends = words.start, words.last_line_start
        position = TextPosition(round(x + begins.x, 1), round(y + begins.y, 1))
        self._code.append(position.since(since))
        self._position = TextPosition(position.x + ends.x - begins.x, position.y + ends.y - begins.y)
        for face, characters in words.characters:
            usage = self._font_usage
            (usage.get(face) or usage.setdefault(face, FontUsage(face))).fixed_characters |= characters

    def _go_on(self, words: TextOperators, x: float, y: float) -> None:
        """Continue the text object just before, or open one.

        Texts that follow each other share a text object: the move from one to the next is short, and often
        the same.
        """
        if self._code and self._code[-1] == "ET":
            self._code.pop()
            self._move(words, x, y, self._position)
        else:
            self._begin(words, x, y)

    def _write_passage(self, passage: Passage) -> None:
        code, first = self._code, passage.first
        if first.font != self._text_state.font:
            code.append(first.font)
        if first.fill != self._text_state.fill:
            code.append(first.fill)
        code.append(passage.code)
        self._text_state = passage.last

    def setFont(self, name: str, size: float, _leading: float | None = None) -> None:  # noqa: N802  # ReportLab’s
        """Choose a registered font for the strings that follow."""
        self._fontname, self._fontsize = name, size

    def drawString(self, x: float, y: float, text: str, *_: Any, **__: Any) -> None:  # noqa: N802, ANN401  ReportLab’s signature
        """Draw a text that begins at a place."""
        face: Any = pdfmetrics.getFont(self._fontname)
        if not isinstance(face, EmbeddedFont):
            raise StructureError(f"The font {self._fontname} would not be embedded (ISO 14289-1, 7.21.4)")
        setting = self.text_writer()
        setting.write(text, face, self._fontsize, self._fillColorObj, 0, 0)
        words = setting.finish()
        self._go_on(words, x, y)
        for passage in words.passages:
            self._write_passage(passage)
        self._code.append("ET")

    def drawCentredString(self, x: float, y: float, text: str, *_: Any, **__: Any) -> None:  # noqa: N802, ANN401  ReportLab’s signature
        """Draw a text with its middle at a place."""
        self.drawString(x - self._width(text) / 2, y, text)

    def drawRightString(self, x: float, y: float, text: str, *_: Any, **__: Any) -> None:  # noqa: N802, ANN401  ReportLab’s signature
        """Draw a text that ends at a place."""
        self.drawString(x - self._width(text), y, text)

    def _width(self, text: str) -> float:
        return pdfmetrics.stringWidth(text, self._fontname, self._fontsize)

    def beginText(self, *_: Any, **__: Any) -> NoReturn:  # noqa: N802, ANN401  # ReportLab’s name
        """Raise StructureError: ReportLab’s text objects number the characters of a font differently."""
        raise StructureError("Use write() or drawString()")

    def setFillColor(self, colour: Any, _alpha: Any = None) -> None:  # noqa: N802, ANN401  # ReportLab’s
        """Set the colour of areas and of the strings that follow."""
        self._fillColorObj = colour
        operator = fill_operator(colour)
        if operator != self._text_state.fill:
            self._text_state = TextState(self._text_state.font, operator)
            self._code.append(operator)

    def setStrokeColor(self, colour: Any, _alpha: Any = None) -> None:  # noqa: N802, ANN401  # ReportLab’s
        """Set the colour of lines."""
        self._strokeColorObj = colour
        self._set_state("colour", fill_operator(colour).upper())

    def setLineWidth(self, width: float) -> None:  # noqa: N802  # ReportLab’s name
        """Set the thickness of lines."""
        self._set_state("thickness", f"{format_number(width, 2)} w")

    def setDash(self, array: Sequence[float] = (), phase: float = 0) -> None:  # type: ignore[override]  # noqa: N802  # fewer forms
        """Set the dashes of lines: the lengths of dashes and gaps in turn."""
        self._set_state(
            "dash", f"[{' '.join(format_number(each, 2) for each in array)}] {format_number(phase)} d"
        )

    def line(self, x1: float, y1: float, x2: float, y2: float) -> None:
        """Draw a line."""
        self._code.append(
            f"{format_number(x1)} {format_number(y1)} m {format_number(x2)} {format_number(y2)} l S"
        )

    def rect(self, x: float, y: float, width: float, height: float, stroke: int = 1, fill: int = 0) -> None:  # type: ignore[override]  # no rounded corners
        """Draw a rectangle from its lower left corner."""
        sides = " ".join(map(format_number, (x, y, width, height)))
        self._code.append(f"{sides} re {_PAINT_OPERATORS[bool(stroke), bool(fill)]}")

    def polygon(self, points: Sequence[tuple[float, float]], *, stroke: bool, fill: bool) -> None:
        """Draw a closed line through points, an area, or both."""
        self._code.append(f"{_path(points)} h {_PAINT_OPERATORS[stroke, fill]}")

    def polyline(self, points: Sequence[tuple[float, float]]) -> None:
        """Draw a line through points that is not closed."""
        self._code.append(f"{_path(points)} S")

    def dot(self, x: float, y: float, radius: float, colour: Any) -> None:  # noqa: ANN401  ReportLab takes any colour
        """Draw a filled circle as the round end of a line without length: a tenth of four curves."""
        self.setStrokeColor(colour)
        self.setLineWidth(2 * radius)
        self.setDash()
        place = f"{format_number(x)} {format_number(y)}"
        self._code.append(f"1 J {place} m {place} l S 0 J")

    def rule(self, left: float, right: float, y: float, colour: Any, thickness: float) -> None:  # noqa: ANN401  ReportLab takes any colour
        """Draw a horizontal line when the page ends; rules of one colour and thickness are drawn together."""
        state = f"{fill_operator(colour).upper()} {format_number(thickness, 2)} w"
        drawn = f"{format_number(left)} {format_number(y)} m {format_number(right)} {format_number(y)} l"
        self._rules_by_state.setdefault(state, []).append(drawn)

    def _draw_rules(self) -> None:
        for state, drawn in self._rules_by_state.items():
            self._code += [state, *drawn, "S"]
        self._rules_by_state = {}

    def draw_repeated(self, name: str, draw: Callable[[], None]) -> None:
        """Draw content that is the same on many pages: it is written once, as a form (ISO 32000-1, 8.10).

        None of it may belong to an element.
        """
        if name not in self._repeated:
            saved = self._code, self._text_state, self._line_states, self._rules_by_state
            self._code, self._rules_by_state = [], {}
            self._reset_state()
            draw()
            self._draw_rules()
            self._repeated[name] = self._document.add_form("\n".join(self._code), self._pagesize)
            self._code, self._text_state, self._line_states, self._rules_by_state = saved
        self._names.add(name)
        self._code.append(f"/{name} Do")

    def restoreState(self) -> None:  # noqa: N802  # ReportLab’s name
        """Return to the state that was saved."""
        super().restoreState()
        self._reset_state()

    def _set_state(self, what: str, operators: str) -> None:
        if self._line_states.get(what) != operators:
            self._line_states[what] = operators
            self._code.append(operators)

    def _reset_state(self) -> None:
        self._text_state = TextState("", "")
        self._line_states = {}

    def _restartAccumulators(self) -> None:  # noqa: N802  # ReportLab’s name
        super()._restartAccumulators()  # type: ignore[misc]  # the stubs leave it out
        self._reset_state()
        self._rules_by_state = {}
        self._names: set[str] = set()

    def _make_preamble(self) -> None:
        # ReportLab would write a font and an identity matrix on every page, used or not.
        self._preamble = ""

    def _setAnnotations(self, page: PDFPage) -> None:  # noqa: N802  # ReportLab’s name
        super()._setAnnotations(page)  # type: ignore[misc]  # the stubs leave it out
        written: Any = page
        written.Resources = self._document.resources(
            {name: self._repeated[name] for name in sorted(self._names)}
        )
        written.Contents = reference(self._document.add_stream(b"", written.stream.encode("latin-1")))


def _path(points: Sequence[tuple[float, float]]) -> str:
    (x, y), *others = points
    lines = " ".join(f"{format_number(x)} {format_number(y)} l" for x, y in others)
    return f"{format_number(x)} {format_number(y)} m {lines}"
