"""The running heads and feet of the pages of a PDF, which are no part of its text."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import takewhile

from app.exchange.policy.pdf.pdf_lines import PdfLine, main_size

# The numbers in a head that differ from page to page.
_NUMBERS = re.compile(r"^\d+\b|\b\d+$|(?<=\bpage )\d+|\d+ ?(?:/|of|sur|de) ?\d+", re.IGNORECASE)
_PAGE_NUMBER = re.compile(
    r"(?:page|p\.)?\s*[-–—|]?\s*(?:\d{1,4}|[ivxlc]{1,6})\s*[-–—|]?(?:\s*(?:/|of|sur|de)\s*\d{1,4})?",
    re.IGNORECASE,
)
# A page number before or after a title of at least three words.
_WITH_NUMBER = re.compile(r"(?:(\d{1,4}) (?:\S+ ){2,}\S+|(?:\S+ ){3,}(\d{1,4}))")
# Lines this close to the upper or lower end of what is on a page may be a head or a foot.
_EDGE = 3
# It is one on this part of the pages, or on this many of them at the same height.
_MOST_PAGES, _SAME_HEIGHT = 0.6, 3
# On a single page nothing repeats: there a head stands apart, near the edge, and is no sentence.
_OUTER = 0.12
_APART = 1.9
_SENTENCE = re.compile(r"(?:\S+\s+){4,}\S*[.;:]")


def without_margins(pages: Sequence[list[PdfLine]], heights: Sequence[float]) -> list[list[PdfLine]]:
    """Return the lines of each page without heads, feet, page numbers and what is marked as decoration."""
    marked = [[line for line in lines if not line.is_artifact] for lines in pages]
    # Some programs mark everything as decoration.
    shown = marked if any(marked) else [list(lines) for lines in pages]
    size = main_size([line for lines in shown for line in lines])
    repeated = _repeated(shown, size)
    kept = []
    for lines, height in zip(shown, heights, strict=True):
        left_out = {id(line) for line in _margins(lines, repeated)}
        rest = [line for line in lines if id(line) not in left_out]
        if len(pages) == 1:
            apart = {id(line) for line in _apart(rest, size, height)}
            rest = [line for line in rest if id(line) not in apart]
        kept.append(rest)
    # Where every page says the same, that is the text.
    return kept if any(kept) else shown


def _margins(lines: list[PdfLine], repeated: set[str]) -> Iterator[PdfLine]:
    """Yield the heads and feet of a page, from outside as far as they go."""
    by_height = sorted(lines, key=lambda line: line.y)
    for outer in (by_height[:_EDGE], by_height[::-1][:_EDGE]):
        yield from takewhile(lambda line: _is_margin(line, repeated), outer)


def _edge_lines(lines: list[PdfLine]) -> list[PdfLine]:
    by_height = sorted(lines, key=lambda line: line.y)
    return by_height[:_EDGE] + by_height[_EDGE:][-_EDGE:]


def _masked(line: PdfLine) -> str:
    return _NUMBERS.sub("#", " ".join(line.text.split()))


def _repeated(pages: Sequence[list[PdfLine]], size: float) -> set[str]:
    """Return the lines at the edges, without their numbers, that repeat from page to page."""
    texts: Counter[str] = Counter()
    places: Counter[tuple[str, int]] = Counter()
    numbered: Counter[tuple[str, int]] = Counter()
    for lines in pages:
        edges = _edge_lines(lines)
        texts.update({_masked(line) for line in edges})
        # “Annex 1” and “Annex 2” at the top of pages are headings.
        plain = [line for line in edges if line.size <= size and not line.is_bold]
        places.update({(_masked(line), round(line.y)) for line in plain})
        numbered.update({found for line in edges for found in _counted_on(line)})
    least = max(2, _MOST_PAGES * len(pages))
    return (
        {text for text, count in texts.items() if count >= least}
        | {text for (text, _), count in places.items() if count >= _SAME_HEIGHT}
        | {text for (text, _), count in numbered.items() if count > 1}
    )


def _counted_on(line: PdfLine) -> Iterator[tuple[str, int]]:
    """Yield a head with a page number, and how far that number is ahead of the page."""
    found = _WITH_NUMBER.fullmatch(" ".join(line.text.split()))
    if found:
        yield _masked(line), int(found[1] or found[2]) - line.page


def _is_margin(line: PdfLine, repeated: set[str]) -> bool:
    return _masked(line) in repeated or _PAGE_NUMBER.fullmatch(line.text.strip()) is not None


def _apart(lines: list[PdfLine], size: float, height: float) -> Iterator[PdfLine]:
    """Yield the head and the foot of a single page: lines near its edge, apart from the text."""
    by_height = sorted(lines, key=lambda line: line.y)
    for outer in (by_height, by_height[::-1]):
        for count in range(1, min(_EDGE, len(outer) - 1) + 1):
            last, inner = outer[count - 1], outer[count]
            if not _is_plain_edge(last, size, height):
                break
            if abs(last.y - inner.y) > _APART * max(last.size, inner.size):
                yield from outer[:count]
                break


def _is_plain_edge(line: PdfLine, size: float, height: float) -> bool:
    is_outer = not _OUTER * height < line.y < (1 - _OUTER) * height
    is_plain = line.size <= size and not line.is_bold
    return is_outer and is_plain and not _SENTENCE.fullmatch(line.text.strip())
