"""Headings, paragraphs and notes of a PDF by their look, where it has no tags."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise

from app.exchange.policy.block_list import BlockList, begins_item, clean
from app.exchange.policy.hyphens import Hyphens
from app.exchange.policy.pdf.pdf_lines import PdfLine, main_size
from app.exchange.policy.pdf.pdf_paragraph import add_paragraph
from app.exchange.policy.text_lines import WrittenLine, is_numbered_heading, paragraphs

# Letters are larger or smaller than those of the text from here on.
_LARGER, _SMALLER = 1.1, 0.93
# More room than this part of the usual distance between two lines ends a paragraph.
_GAP = 1.3
# Distances between lines, in parts of their letters’ size.
_DISTANCES = (0.9, 3.0)
_LONGEST_HEADING = 160
_UNFINISHED = (".", ";", ",", ":")
_NOTE_NUMBER = re.compile(r"\s*(\d{1,3})\s*(?=[^\W\d])")
# If more of the text is bold, bold is no sign of a heading.
_MOST_BOLD = 0.3


class Emphasis:
    """Tells headings by letters that are larger than those of the text, or bold."""

    def __init__(self, lines: Sequence[PdfLine]) -> None:
        self.size = main_size(list(lines))
        bold = sum(len(line.text) for line in lines if line.is_bold)
        self._bold_counts = bold < _MOST_BOLD * sum(len(line.text) for line in lines)

    def is_heading(self, text: str, sizes: Sequence[float], *, is_bold: bool) -> bool:
        """Return whether a paragraph stands out as a heading does."""
        if not text or len(text) > _LONGEST_HEADING or text.endswith(_UNFINISHED):
            return False
        if min(sizes) >= _LARGER * self.size:
            return True
        return is_bold and self._bold_counts and min(sizes) >= _SMALLER * self.size


def add_blocks(found: BlockList, pages: Sequence[list[PdfLine]], hyphens: Hyphens) -> None:
    """Add the paragraphs of all pages; the notes of a page follow the paragraph with which it ends."""
    emphasis = Emphasis([line for lines in pages for line in lines])
    split = [_split_notes(lines, emphasis.size) for lines in pages]
    notes = {lines[0].page: lines for _, lines in split if lines}
    body = [line for lines, _ in split for line in lines]
    marks = {page: _note_marks(lines) for page, lines in notes.items()}
    for group in paragraphs(list(_text_lines(body, _usual_leading(body), marks))):
        _add_group(found, group, emphasis, hyphens)
        for page in {line.page for line in group}:
            # Notes are added once the body of their page is: only its last paragraph ends there.
            if page in notes and _is_last(group[-1], body, page):
                _add_notes(found, notes.pop(page), hyphens)
    for lines in notes.values():
        _add_notes(found, lines, hyphens)


def _split_notes(lines: list[PdfLine], size: float) -> tuple[list[PdfLine], list[PdfLine]]:
    """Return the lines of a page without its notes, and its notes: small letters at the end of a column."""
    body: list[PdfLine] = []
    notes: list[PdfLine] = []
    runs = [list(run) for _, run in groupby(lines, lambda line: line.size < _SMALLER * size)]
    for run, following in zip(runs, [*runs[1:], []], strict=True):
        is_small = run[0].size < _SMALLER * size
        is_below = bool(body) and run[0].y < body[-1].y
        is_last = not following or following[0].y > run[0].y
        (notes if is_small and is_below and is_last else body).extend(run)
    return body, notes


def _usual_leading(lines: Sequence[PdfLine]) -> float:
    """Return the distance between two lines in parts of their size, as most lines have it."""
    distances: Counter[float] = Counter()
    for before, line in pairwise(lines):
        part = (before.y - line.y) / (line.size or 1)
        if before.page == line.page and _DISTANCES[0] < part < _DISTANCES[1]:
            distances[round(part, 1)] += 1
    return distances.most_common(1)[0][0] if distances else _DISTANCES[1]


def _note_marks(notes: Sequence[PdfLine]) -> re.Pattern[str]:
    """Return what finds the numbers of the notes of a page where they stick to the words of its text."""
    numbers = [found[1] for note in notes if (found := _NOTE_NUMBER.match(note.text))]
    return re.compile(rf"(?<=[^\W\d_])([.,;:!?»”)]?)(?:{'|'.join(numbers) or '(?!)'})(?!\w)")


def _text_lines(
    lines: Sequence[PdfLine], leading: float, marks: Mapping[int, re.Pattern[str]]
) -> Iterator[WrittenLine]:
    for before, line in zip([None, *lines], lines, strict=False):
        distance = before.y - line.y if before and before.page == line.page else 0
        has_gap = distance > _GAP * leading * line.size
        text = marks[line.page].sub(r"\1", line.text) if line.page in marks else line.text
        yield WrittenLine(text, line.page, line.size, line.is_bold, has_gap, line.is_row)


def _add_group(found: BlockList, group: list[WrittenLine], emphasis: Emphasis, hyphens: Hyphens) -> None:
    lines = [(line.page or 0, line.text) for line in group]
    text = clean(hyphens.join(text for _, text in lines))
    stands_out = emphasis.is_heading(
        text, [line.size for line in group], is_bold=all(line.is_bold for line in group)
    )
    is_row = any(line.is_row for line in group)
    if (stands_out and not is_row and not _is_bullet(text)) or is_numbered_heading(text, alone=False):
        add_paragraph(found, "heading", lines, hyphens)
    else:
        add_paragraph(found, "paragraph", lines, hyphens)


def _is_bullet(text: str) -> bool:
    return begins_item(text) and not text[:1].isdigit()


def _add_notes(found: BlockList, lines: list[PdfLine], hyphens: Hyphens) -> None:
    for group in paragraphs([WrittenLine(line.text, line.page, line.size) for line in lines]):
        first, *others = [(line.page or 0, line.text) for line in group]
        unnumbered = (first[0], _NOTE_NUMBER.sub("", first[1], count=1))
        add_paragraph(found, "note", [unnumbered, *others], hyphens)


def _is_last(line: WrittenLine, body: Sequence[PdfLine], page: int) -> bool:
    """Return whether no line of a page follows one that ends a paragraph."""
    return line.page != page or line.text == next(each.text for each in reversed(body) if each.page == page)
