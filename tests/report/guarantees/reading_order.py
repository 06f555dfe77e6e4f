"""The reading order of a document, by its structure tree, its bookmarks and pdftotext."""

import shutil
import subprocess
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from app.typesetting.text.style import PAGE_ROOM, PAGE_WIDTH, TOP
from tests.report.documents import reader
from tests.typesetting.tagged.structure_tree import Node, tree

PDFTOTEXT = shutil.which("pdftotext")

# The area of the body in points from the top; headers, footers and page numbers are outside.
_ABOVE, _BELOW = 2, 14
_TOWER = "\u0300\u0300"
_RIGHT_TO_LEFT = ("R", "AL", "AN")
# Short words in the rail beside a heading may be read before it; no sentence is that short.
_SENTENCE = 40
_HEADINGS = ("H1", "H2", "H3")


def faults(content: bytes, *, in_columns: bool = False) -> list[str]:
    """Return what is not read in the order of the structure tree; the list should be empty.

    ``in_columns`` compares with the order of drawing, because pdftotext reads across columns.
    """
    document = tree(content)
    found = _headings(document, content)
    return found or list(_in_order(document, body(content, raw=in_columns)))[:1]


def headings(document: Node) -> list[tuple[int, str]]:
    """Return the level and the words of every heading."""
    return [(int(node.kind[1]), " ".join(node.words.split())) for node in document.all(*_HEADINGS)]


def bookmarks(entries: Sequence[Any], level: int = 1) -> list[tuple[int, str]]:
    """Return the level and the words of every bookmark of pypdf's outline."""
    found: list[tuple[int, str]] = []
    for entry in entries:
        if isinstance(entry, list):
            found += bookmarks(entry, level + 1)
        else:
            found.append((level, " ".join(str(entry.title).split())))
    return found


def body(content: bytes, *, raw: bool = False) -> str:
    """Return the text of all pages by pdftotext, without headers and page numbers."""
    assert PDFTOTEXT
    box = {"x": 0, "y": TOP - _ABOVE, "W": PAGE_WIDTH, "H": PAGE_ROOM + _ABOVE + _BELOW}
    place = [part for name, value in box.items() for part in (f"-{name}", str(round(value)))]
    command = [PDFTOTEXT, *(["-raw"] if raw else []), *place, "-", "-"]
    run = subprocess.run(command, input=content, capture_output=True, check=True)  # noqa: S603  # our own bytes
    return run.stdout.decode()


def _headings(document: Node, content: bytes) -> list[str]:
    found = headings(document)
    levels = [level for level, _ in found]
    faults = [
        f"level {after} follows {before}" for before, after in pairwise([0, *levels]) if after > before + 1
    ]
    if found != bookmarks(reader(content).outline):
        faults.append("the bookmarks are not the headings")
    return faults


def _in_order(document: Node, text: str) -> Iterator[str]:
    """Return whether titles, and the paragraphs under each title, occur in a text in the tree's order."""
    letters = _squeezed(text)
    if _is_turned(text):
        titles = (words for kind, words in _pieces(document) if kind == "H")
        yield from (f"H is not read: {words}" for words in titles if _squeezed(words) not in letters)
        return
    title = body = 0
    for kind, words in _pieces(document):
        sought = _squeezed(words)
        start = letters.find(sought, max(title, body) if kind == "H" else body)
        if start < 0:
            yield f"{kind} is not read in its place: {words[:60]}"
        elif kind == "H":
            title = start + len(sought)
        else:
            if len(sought) >= _SENTENCE and start < title:
                yield f"{kind} is read before its heading: {words[:60]}"
            body = start + len(sought)


def _is_turned(text: str) -> bool:
    """Return whether pdftotext reorders a text: from right to left, or by the height of accents."""
    return _TOWER in text or any(unicodedata.bidirectional(each) in _RIGHT_TO_LEFT for each in text)


def _pieces(node: Node) -> Iterator[tuple[str, str]]:
    """Return the titles and paragraphs in the order of the tree.

    Pictures have no order. Of a table pdftotext reads a row or a column first as the gaps fall, and with it
    the heading above: there only the tree can be held to an order.
    """
    for each, following in pairwise([*_blocks(node), None]):
        assert each
        if each.kind == "Table" or (following and following.kind == "Table" and each.kind in _HEADINGS):
            continue
        # A number in the rail comes first, and the words below it may come before the title.
        is_title = each.kind in _HEADINGS
        words = [word for word in each.content if isinstance(word, str)][-1] if is_title else each.whole
        if _squeezed(words):
            yield "H" if is_title else each.kind, words


def _blocks(node: Node) -> Iterator[Node]:
    if node.kind == "Figure":
        return
    if node.kind in (*_HEADINGS, "P", "Link", "Table") or node.words:
        yield node
    else:
        for kid in node.kids:
            yield from _blocks(kid)


def _squeezed(words: str) -> str:
    # Readers join and reorder spaces, combining marks and punctuation as they like.
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKD", words)))
