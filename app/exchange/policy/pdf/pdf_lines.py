"""The lines of the pages of a PDF: their text, where they stand, and how their letters look."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, NamedTuple

from pypdf import PageObject

_BOLD = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
_BOLD_WEIGHT = 600
_SHOWING = (b"Tj", b"TJ", b"'", b'"')
_MARKING = (b"BDC", b"BMC")
_SOFT_WITHIN = re.compile("\u00ad(?=\\S)")
# The number of a note, in letters of this part of the line’s size, or raised by the other part.
_NOTE_MARK = re.compile(r"\s*[\[(]?(?:\d{1,3}|[*†‡])[\])]?\s*")
_SMALL, _RAISED, _HIGHEST = 0.8, 0.1, 0.6
_NO_SPACE_BEFORE = re.compile(r"\s|[.,;:!?)\]»”]")
# The number of a heading stands apart from it.
_NUMBER = re.compile(r"[\dIVXivx.()a-z]{1,8}")
# An average letter is this part of its size wide; between cells there is at least the other part.
_LETTER, _CELL_GAP = 0.5, 1.5
_SAME_LINE = 0.2


class Mark(NamedTuple):
    """What a page says of its content: the number that its tags know, and whether it is decoration."""

    number: int | None = None
    is_artifact: bool = False


class Fragment(NamedTuple):
    """Text in one font and size that is shown at once."""

    text: str
    mark: Mark
    x: float
    y: float
    size: float
    is_bold: bool


@dataclass(slots=True)
class PdfLine:
    """The fragments of one line of a page; ``page`` counts from 1, ``y`` in points from the lower edge.

    ``note_marks`` are the raised numbers of notes, which are no part of its text.
    """

    page: int
    fragments: list[Fragment] = field(default_factory=list)
    note_marks: list[Fragment] = field(default_factory=list)
    begins_note: bool = False

    @property
    def text(self) -> str:
        """Return the text."""
        text = "".join(each.text for each in self.fragments)
        # What a page shows within a line is a hyphen, whatever character its font takes it for.
        return _SOFT_WITHIN.sub("-", text)

    @property
    def is_row(self) -> bool:
        """Return whether it is a row of a table: its parts stand too far apart for words of a sentence."""
        parts = [
            each for each in self.fragments if each.text.strip() and not _NUMBER.fullmatch(each.text.strip())
        ]
        return any(
            after.x - before.x - len(before.text.rstrip()) * _LETTER * before.size > _CELL_GAP * before.size
            for before, after in pairwise(parts)
        )

    @property
    def y(self) -> float:
        """Return the height of the line’s main letters."""
        return self._main.y

    @property
    def size(self) -> float:
        """Return the size of most of its letters."""
        return self._main.size

    @property
    def is_bold(self) -> bool:
        """Return whether all its letters are bold."""
        return all(each.is_bold for each in self.fragments if each.text.strip())

    @property
    def is_artifact(self) -> bool:
        """Return whether the page calls it decoration."""
        return all(each.mark.is_artifact for each in self.fragments if each.text.strip())

    @property
    def note(self) -> str:
        """Return the number of the note that the line begins, or nothing."""
        return self.note_marks[0].text.strip() if self.begins_note else ""

    @property
    def references(self) -> tuple[str, ...]:
        """Return the numbers of the notes that the line refers to."""
        return tuple(each.text.strip() for each in self.note_marks[self.begins_note :])

    @property
    def _main(self) -> Fragment:
        return max(self.fragments, key=lambda each: len(each.text.strip()))


def read_lines(page: PageObject, number: int) -> list[PdfLine]:
    """Return the lines of a page in the order in which it shows them, without the numbers of notes."""
    visitor = _Visitor(page, number)
    page.extract_text(visitor_operand_before=visitor.take_operation, visitor_text=visitor.take_text)
    lines = [line for line in visitor.lines if any(each.text.strip() for each in line.fragments)]
    return [_without_note_marks(line) for line in _joined(lines)]


def _joined(lines: Iterable[PdfLine]) -> Iterator[PdfLine]:
    """Yield lines; parts side by side, each written as a line of its own, make one."""
    row: PdfLine | None = None
    for line in lines:
        first = line.fragments[0]
        last = row.fragments[-1] if row else first
        if row and abs(last.y - first.y) < _SAME_LINE * first.size and last.x < first.x:
            row.fragments += [first._replace(text=f" {first.text}"), *line.fragments[1:]]
            continue
        if row and last.x < first.x and (_is_raised_above(first, last) or _is_raised_above(last, first)):
            between = "" if _NO_SPACE_BEFORE.match(first.text) else " "
            row.fragments += [first._replace(text=between + first.text), *line.fragments[1:]]
            continue
        if row:
            yield row
        row = line
    if row:
        yield row


def _is_raised_above(mark: Fragment, text: Fragment) -> bool:
    """Return whether a fragment is the number of a note in the line of another one."""
    is_near = _RAISED * text.size < mark.y - text.y < _HIGHEST * text.size
    return is_near and mark.size < _SMALL * text.size and _NOTE_MARK.fullmatch(mark.text) is not None


def main_size(lines: list[PdfLine]) -> float:
    """Return the size of most letters of a document."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _without_note_marks(line: PdfLine) -> PdfLine:
    main = max(line.fragments, key=lambda each: len(each.text.strip()))
    marks: list[Fragment] = []
    kept: list[Fragment] = []
    for each in line.fragments:
        (marks if _is_note_mark(each, main) else kept).append(each)
    first = next(each for each in line.fragments if each.text.strip())
    return PdfLine(line.page, kept, marks, begins_note=_is_note_mark(first, main))


def _is_note_mark(fragment: Fragment, main: Fragment) -> bool:
    is_raised = fragment.size < main.size and fragment.y > main.y + _RAISED * main.size
    is_small = fragment.size < _SMALL * main.size
    return (is_raised or is_small) and _NOTE_MARK.fullmatch(fragment.text) is not None


class _Visitor:
    """Takes what pypdf finds on a page."""

    def __init__(self, page: PageObject, number: int) -> None:
        self.lines = [PdfLine(number)]
        self._number = number
        self._properties = _properties(page)
        self._marks: list[Mark] = [Mark()]
        self._mark = Mark()
        self._is_showing = False
        self._bold: dict[int, bool] = {}

    def take_operation(self, operator: bytes, operands: list[Any], _cm: Any, _tm: Any) -> None:  # noqa: ANN401  # pypdf's matrices are any
        """Follow the marks; text counts by the mark under which its first letter is shown."""
        if operator in _SHOWING:
            if not self._is_showing:
                self._mark, self._is_showing = self._marks[-1], True
        elif operator in _MARKING:
            self._marks.append(self._read_mark(operands))
        elif operator == b"EMC" and len(self._marks) > 1:
            self._marks.pop()

    def take_text(self, text: str, cm: list[float], tm: list[float], font: Any, size: float) -> None:  # noqa: ANN401  # pypdf's objects are any
        """Add text to the line, or end the line."""
        self._is_showing = False
        shown = text.rstrip("\n")
        if shown:
            # The product of both matrices, as far as it is needed.
            x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
            y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            height = math.hypot(tm[2] * cm[0] + tm[3] * cm[2], tm[2] * cm[1] + tm[3] * cm[3])
            fragment = Fragment(shown, self._mark, x, y, size * height, self._is_bold(font))
            self.lines[-1].fragments.append(fragment)
        if len(shown) < len(text):
            self.lines.append(PdfLine(self._number))

    def _read_mark(self, operands: list[Any]) -> Mark:
        around = self._marks[-1]
        properties = operands[1] if len(operands) > 1 else {}
        if isinstance(properties, str):
            properties = self._properties.get(properties, {})
        number = properties.get("/MCID") if hasattr(properties, "get") else None
        is_artifact = around.is_artifact or operands[:1] == ["/Artifact"]
        return Mark(number if isinstance(number, int) else around.number, is_artifact)

    def _is_bold(self, font: Any) -> bool:  # noqa: ANN401  # pypdf's objects are any
        if font is None:
            return False
        known = self._bold.get(id(font))
        if known is None:
            known = self._bold[id(font)] = _is_bold_font(font)
        return known


def _is_bold_font(font: Any) -> bool:  # noqa: ANN401  # pypdf's objects are any
    if _BOLD.search(str(font.get("/BaseFont", ""))):
        return True
    descendants = font.get("/DescendantFonts")
    holder = descendants[0].get_object() if descendants else font
    weight = holder.get("/FontDescriptor", {}).get("/FontWeight", 0)
    return isinstance(weight, int | float) and weight >= _BOLD_WEIGHT


def _properties(page: PageObject) -> dict[str, Any]:
    """Return what the page’s marks refer to by name."""
    resources: Any = page.get("/Resources")
    named: Any = resources.get_object().get("/Properties") if resources else None
    return {name: named.get_object()[name] for name in named.get_object()} if named else {}
