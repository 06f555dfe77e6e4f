"""Headings, paragraphs and notes of a PDF by their look, where it has no tags."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from app.exchange.policy.block_list import BlockList, begins_item, clean
from app.exchange.policy.hyphens import Hyphens
from app.exchange.policy.pdf.pdf_lines import PdfLine, main_size
from app.exchange.policy.pdf.pdf_notes import GAP, LARGER, SMALLER, PageNotes, split_notes
from app.exchange.policy.pdf.pdf_paragraph import add_paragraph
from app.exchange.policy.text_lines import WrittenLine, is_numbered_heading, paragraphs
from app.maturity.policy.policy_text import BlockKind

# Distances between lines, in parts of their letters’ size.
_DISTANCES = (0.9, 3.0)
_LONGEST_HEADING = 160
_UNFINISHED = (".", ";", ",", ":")
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
        if min(sizes) >= LARGER * self.size:
            return True
        return is_bold and self._bold_counts and min(sizes) >= SMALLER * self.size


def add_blocks(found: BlockList, pages: Sequence[list[PdfLine]], hyphens: Hyphens) -> None:
    """Add the paragraphs of all pages; a note follows what refers to it, or else the last one of its page."""
    everything = [line for lines in pages for line in lines]
    emphasis, leading = Emphasis(everything), _usual_leading(everything)
    split = [split_notes(lines, emphasis.size, leading) for lines in pages]
    notes = {lines[0].page: PageNotes(lines) for _, lines in split if lines}
    body = [line for lines, _ in split for line in lines]
    stuck = {page: _stuck_marks(waiting.numbers()) for page, waiting in notes.items()}
    for group in paragraphs(list(_text_lines(body, _usual_leading(body), stuck))):
        _add_group(found, group, emphasis, hyphens)
        for line in group:
            if line.page in notes:
                _add_notes(found, "note", notes[line.page].take(line.marks), hyphens)
        for page in {line.page for line in group}:
            # Only the last paragraph of a page ends there.
            if page in notes and _is_last(group[-1], body, page):
                _add_notes(found, "endnote", notes[page].rest(), hyphens)
    for waiting in notes.values():
        _add_notes(found, "endnote", waiting.rest(), hyphens)


def _usual_leading(lines: Sequence[PdfLine]) -> float:
    """Return the distance between two lines in parts of their size, as most lines have it."""
    distances: Counter[float] = Counter()
    for before, line in pairwise(lines):
        part = (before.y - line.y) / (line.size or 1)
        if before.page == line.page and _DISTANCES[0] < part < _DISTANCES[1]:
            distances[round(part, 1)] += 1
    return distances.most_common(1)[0][0] if distances else _DISTANCES[1]


def _stuck_marks(numbers: Iterable[str]) -> re.Pattern[str]:
    """Return what finds the numbers of the notes of a page where they stick to the words of its text."""
    alternatives = "|".join(sorted(map(re.escape, numbers))) or "(?!)"
    return re.compile(rf"(?<=[^\W\d_])([.,;:!?»”)]?)({alternatives})(?!\w)")


def _text_lines(
    lines: Sequence[PdfLine], leading: float, stuck: Mapping[int, re.Pattern[str]]
) -> Iterator[WrittenLine]:
    for before, line in zip([None, *lines], lines, strict=False):
        distance = before.y - line.y if before and before.page == line.page else 0
        has_gap = distance > GAP * leading * line.size
        text, marks = line.text, line.references
        if pattern := stuck.get(line.page):
            marks += tuple(found[2] for found in pattern.finditer(text))
            text = pattern.sub(r"\1", text)
        yield WrittenLine(text, line.page, line.size, line.is_bold, has_gap, line.is_row, marks)


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


def _add_notes(
    found: BlockList, kind: BlockKind, notes: Iterable[list[WrittenLine]], hyphens: Hyphens
) -> None:
    for group in notes:
        add_paragraph(found, kind, [(line.page or 0, line.text) for line in group], hyphens)


def _is_last(line: WrittenLine, body: Sequence[PdfLine], page: int) -> bool:
    """Return whether no line of a page follows one that ends a paragraph."""
    return line.page != page or line.text == next(each.text for each in reversed(body) if each.page == page)
