"""Notes at the end of a column of a PDF without tags, and what on their page refers to them."""

import re
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from itertools import groupby

from app.exchange.policy.pdf.pdf_lines import PdfLine
from app.exchange.policy.text_lines import WrittenLine, paragraphs

# Letters are larger or smaller than those of the text from here on.
LARGER, SMALLER = 1.1, 0.93
# More room than this part of the usual distance between two lines ends a paragraph.
GAP = 1.3

_NUMBER = re.compile(r"\s*(\d{1,3})\s*(?=[^\W\d])")

# The paragraphs of one note.
Note = list[list[WrittenLine]]


def split_notes(lines: Sequence[PdfLine], size: float, leading: float) -> tuple[list[PdfLine], list[PdfLine]]:
    """Return the lines of a page without its notes, and its notes.

    Notes end a column, in small letters or, in letters of the usual size, from a raised number on.
    """
    referred = {mark for line in lines for mark in line.references}
    marked = {
        id(line)
        for column in _columns(lines)
        for line in _from_raised_number(column, referred, size, leading)
    }
    body: list[PdfLine] = []
    notes: list[PdfLine] = []

    def is_note(line: PdfLine) -> bool:
        return line.size < SMALLER * size or id(line) in marked

    runs = [(key, list(run)) for key, run in groupby(lines, is_note)]
    for place, (is_noted, run) in enumerate(runs):
        following = runs[place + 1][1][0] if place + 1 < len(runs) else None
        is_below = bool(body) and run[0].y < body[-1].y
        is_last = following is None or following.y > run[0].y
        (notes if is_noted and is_below and is_last else body).extend(run)
    return body, notes


def _columns(lines: Sequence[PdfLine]) -> Iterator[list[PdfLine]]:
    column: list[PdfLine] = []
    for line in lines:
        if column and line.y > column[-1].y:
            yield column
            column = []
        column.append(line)
    if column:
        yield column


def _from_raised_number(
    column: list[PdfLine], referred: set[str], size: float, leading: float
) -> list[PdfLine]:
    """Return the end of a column from the first note on; a heading or a paragraph ends the search upwards."""
    begins = len(column)
    for place in range(len(column) - 1, 0, -1):
        line, above = column[place], column[place - 1]
        if line.is_bold or line.size >= LARGER * size:
            break
        if line.note in referred:
            begins = place
        elif above.y - line.y > GAP * leading * line.size:
            break
    return column[begins:]


class PageNotes:
    """The notes of a page that no paragraph has taken yet."""

    def __init__(self, lines: Sequence[PdfLine]) -> None:
        self._notes: dict[str, deque[Note]] = defaultdict(deque)
        # A note that goes on from the page before has no number.
        last: Note = []
        self._notes[""].append(last)
        for group in paragraphs(list(_numbered(lines))):
            if group[0].marks:
                last = []
                self._notes[group[0].marks[0]].append(last)
            last.append(group)

    def numbers(self) -> set[str]:
        """Return the numbers of the notes."""
        return {number for number in self._notes if number}

    def take(self, marks: Sequence[str]) -> Iterator[list[WrittenLine]]:
        """Yield the paragraphs of the notes with these numbers; numbers that repeat are taken in order."""
        for mark in marks:
            if self._notes.get(mark):
                yield from self._notes[mark].popleft()

    def rest(self) -> Iterator[list[WrittenLine]]:
        """Yield the paragraphs of the notes that nothing refers to."""
        for notes in self._notes.values():
            while notes:
                yield from notes.popleft()


def _numbered(lines: Sequence[PdfLine]) -> Iterator[WrittenLine]:
    """Yield the lines of notes; a number in letters of their size begins one if it is the next."""
    has_raised = any(line.note for line in lines)
    expected = 0
    for line in lines:
        mark, text = line.note, line.text
        found = None if has_raised else _NUMBER.match(text)
        if found and int(found[1]) == (expected or int(found[1])):
            mark, text = found[1], text[found.end() :]
            expected = int(mark) + 1
        yield WrittenLine(text, line.page, line.size, has_gap=bool(mark), marks=(mark,) if mark else ())
