"""Lines of text, joined to paragraphs where nothing but their look tells where one ends."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from app.exchange.policy.block_list import begins_item, clean

_LONGEST_HEADING = 90
_NUMBERED = re.compile(
    r"(?:\d{1,2}(?:\.\d{1,2})+\.?|[IVX]{1,5}\.|(?:Article|Annex|Annexe|Appendix|Chapter|Chapitre|Section|Part"
    r"|Partie|Titre|Schedule) (?:\d{1,2}|[IVXA-H]{1,4}))(?:er)?(?:\s*[:.–—-])?\s+\S",
    re.IGNORECASE,
)
_NUMBERED_ONCE = re.compile(r"\d{1,2}\.?\s+[^\W\d_]")
_UNFINISHED = (".", ";", ":", ",", "!", "?")
# Sizes within this part of each other are one.
_SAME_SIZE = 0.06
# Names and code within a sentence may be set in letters that differ this much.
_NEAR_SIZE = 0.2
# No paragraph ends with these.
_UNENDED = re.compile(
    r"(?:,|\b(?:and|or|the|of|to|in|an?|for|by|with|et|ou|de|du|des|la|les?|à|en|par|pour|sur|une?))$"
)
# A word that would have fitted on the line before was put on the next one on purpose.
_FULL = 0.9
_AROUND = 5


class WrittenLine(NamedTuple):
    """One line: its text and page, the size of its letters, and whether more room than usual is above it.

    ``is_row`` is true of a row of a table; ``marks`` are the numbers of notes that it refers to or begins.
    """

    text: str
    page: int | None = None
    size: float = 0.0
    is_bold: bool = False
    has_gap: bool = False
    is_row: bool = False
    marks: tuple[str, ...] = ()


def paragraphs(lines: Sequence[WrittenLine]) -> Iterator[list[WrittenLine]]:
    """Yield the lines of each paragraph."""
    current: list[WrittenLine] = []
    for place, line in enumerate(lines):
        if current and _begins(current[-1], line, _widest(lines, place)):
            yield current
            current = []
        current.append(line)
    if current:
        yield current


def is_same_size(one: float, other: float) -> bool:
    """Return whether two sizes of letters are the same to a reader."""
    return abs(one - other) <= _SAME_SIZE * max(one, other)


def is_numbered_heading(text: str, *, alone: bool) -> bool:
    """Return whether a paragraph is a heading by its number, or by its capitals alone.

    A number of one part also begins the items of lists; ``alone`` tells that the line has room around it.
    """
    if len(text) > _LONGEST_HEADING or text.endswith(_UNFINISHED):
        return False
    if _NUMBERED.match(text):
        return True
    return alone and bool(_NUMBERED_ONCE.match(text) or (text.isupper() and len(text) > 3))


def _begins(before: WrittenLine, line: WrittenLine, widest: int) -> bool:
    """Return whether a line begins a paragraph."""
    if line.has_gap or line.is_row or before.is_row or before.is_bold != line.is_bold:
        return True
    text, ended = clean(line.text), before.text.rstrip()
    if begins_item(text) or is_numbered_heading(text, alone=False):
        return True
    fits = len(ended) + 1 + len(text.partition(" ")[0]) < _FULL * widest
    if not is_same_size(before.size, line.size):
        is_near = abs(before.size - line.size) <= _NEAR_SIZE * max(before.size, line.size)
        return fits or not is_near or ended.endswith(_UNFINISHED)
    if ended.endswith(("-", "\u00ad")) or _UNENDED.search(ended):
        return False
    return fits and (ended.endswith(":") or not text[:1].islower())


def _widest(lines: Sequence[WrittenLine], place: int) -> int:
    """Return the characters of the widest line around a place, which shows how wide the text is set."""
    around = lines[max(0, place - _AROUND) : place + _AROUND]
    return max(len(line.text) for line in around if is_same_size(line.size, lines[place].size))
