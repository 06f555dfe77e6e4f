"""The notes of a tagged PDF, put after the paragraphs that refer to them."""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from app.exchange.policy.pdf.pdf_lines import PdfLine
from app.exchange.policy.pdf.pdf_structure import Content, TaggedBlock

# Browsers print the arrow that leads from the end of a note back to the text.
_BACK = "↩"

Contents = Mapping[Content, Sequence[PdfLine]]
Marks = Mapping[Content, Sequence[str]]


def placed(blocks: Sequence[TaggedBlock], contents: Contents, marks: Marks) -> list[TaggedBlock]:
    """Return the blocks with each note after what refers to it; it is an endnote if that is unknown."""
    notes = list(_notes(blocks, contents))
    apart = {id(block) for note in notes for block in note}
    text = [block for block in blocks if id(block) not in apart]
    following = _by_number(notes, text, marks) or _by_order(notes, text, marks)
    for note in notes:
        for block in note:
            block.kind = "note" if id(note) in following else "endnote"
    after: dict[int, list[TaggedBlock]] = defaultdict(list)
    for note in notes:
        if id(note) in following:
            after[id(following[id(note)])] += note
    kept = [block for block in blocks if id(block) not in apart or block.kind == "endnote"]
    return [each for block in kept for each in (block, *after[id(block)])]


def _notes(blocks: Iterable[TaggedBlock], contents: Contents) -> Iterator[list[TaggedBlock]]:
    """Yield the blocks of each note that stands apart from the paragraph that refers to it."""
    for number, group in groupby(blocks, lambda block: block.note if block.is_apart else 0):
        if number:
            yield list(group)
        else:
            yield from ([block] for block in group if _leads_back(block, contents))


def _leads_back(block: TaggedBlock, contents: Contents) -> bool:
    lines = [line for content in block.contents for line in contents.get(content, ())]
    return bool(lines) and lines[-1].text.rstrip("\ufe0e ").endswith(_BACK) and block.kind != "heading"


def _by_number(
    notes: Iterable[list[TaggedBlock]], text: Iterable[TaggedBlock], marks: Marks
) -> dict[int, TaggedBlock]:
    """Return what refers to each note by its number on the page; numbers that repeat are met in order."""
    referring: dict[tuple[int, str], deque[TaggedBlock]] = defaultdict(deque)
    for block in text:
        for content in block.contents:
            for mark in marks.get(content, ()):
                referring[content[0], mark].append(block)
    found = {}
    for note in notes:
        first = note[0].contents[0]
        own = marks.get(first)
        if own and referring[first[0], own[0]]:
            found[id(note)] = referring[first[0], own[0]].popleft()
    return found


def _by_order(
    notes: Sequence[list[TaggedBlock]], text: Iterable[TaggedBlock], marks: Marks
) -> dict[int, TaggedBlock]:
    """Return what refers to each note if there are as many notes as numbers in the text."""
    referring: dict[str, TaggedBlock] = {}
    for block in text:
        for content in block.contents:
            for mark in marks.get(content, ()):
                referring.setdefault(mark, block)
    if len(referring) != len(notes):
        return {}
    return {id(note): block for note, block in zip(notes, referring.values(), strict=True)}
