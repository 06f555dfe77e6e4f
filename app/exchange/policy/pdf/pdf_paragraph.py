"""A paragraph of a PDF, which may run over the end of a page."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from app.exchange.policy.block_list import BlockList
from app.exchange.policy.hyphens import Hyphens
from app.maturity.policy.policy_text import BlockKind

# The end of a sentence, before the beginning of another one.
_END = re.compile(r"[.!?][\"”’»)\]]*\s+(?=[«“\"(]?\s*[A-ZÀ-ÖØ-Þ0-9])")

# A line: its page and its text.
Line = tuple[int, str]


def add_paragraph(found: BlockList, kind: BlockKind, lines: Sequence[Line], hyphens: Hyphens) -> None:
    """Add a paragraph; what follows the sentence in which a page ends is a block of the next page."""
    for page, text in _by_page(lines, hyphens):
        found.add(kind, text, page)
        kind = "paragraph" if kind == "item" else kind


def _by_page(lines: Sequence[Line], hyphens: Hyphens) -> Iterator[Line]:
    pages = [
        (page, hyphens.join(text for _, text in group))
        for page, group in groupby(lines, lambda each: each[0])
    ]
    if not pages:
        return
    page, text = pages[0]
    for next_page, next_text in pages[1:]:
        whole = hyphens.join((text, next_text))
        # The first letters of the next page may complete a word.
        end = _END.search(whole, max(0, len(text) - 1))
        if end is None:
            text = whole
            continue
        yield page, whole[: end.end()]
        page, text = next_page, whole[end.end() :]
    yield page, text
