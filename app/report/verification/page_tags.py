"""Whether the tags of a page belong to it.

A program that adds pages to one of our files often keeps the tags of the first file alone. The numbers of the
other pages then lead to tags of other pages: validators pass, and a screen reader finds nothing.
"""

from collections.abc import Iterator
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

_MOST_NODES = 100_000


class PageTags:
    """The tags of a document by the number that a page has for them."""

    def __init__(self, reader: PdfReader) -> None:
        root: Any = reader.trailer["/Root"]
        tree: Any = root.get("/StructTreeRoot")
        parents: Any = tree.get_object().get("/ParentTree") if tree is not None else None
        self._entries: dict[int, Any] = dict(_number_tree(parents)) if parents is not None else {}

    def belong_to(self, page: PageObject) -> bool:
        """Return whether the page has tags, and each of them leads back to this page."""
        entry = self._entries.get(int(page.get("/StructParents", -1)))
        elements = entry.get_object() if entry is not None else None
        own = page.indirect_reference
        if not isinstance(elements, ArrayObject) or own is None:
            return False
        found = [each.get_object() for each in elements]
        tags = [each for each in found if isinstance(each, DictionaryObject)]
        return bool(tags) and all(own.idnum in _pages_of(each) for each in tags)


def _number_tree(node: Any) -> Iterator[tuple[int, Any]]:  # noqa: ANN401  # pypdf's objects are any
    """Yield the entries of a number tree (ISO 32000-2, 7.9.7), which may be a circle."""
    waiting = [node]
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        held = waiting.pop().get_object()
        waiting += list.__iter__(held.get("/Kids", ArrayObject()))
        numbers = list(list.__iter__(held.get("/Nums", ArrayObject())))
        for key, value in zip(numbers[::2], numbers[1::2], strict=False):
            yield int(key), value


def _pages_of(element: DictionaryObject) -> set[int]:
    """Return the object numbers of the pages on which an element has content."""
    kids: Any = element.get("/K", ArrayObject())
    listed = kids if isinstance(kids, ArrayObject) else [kids]
    parts = [each for each in listed if isinstance(each, DictionaryObject)]
    pages = [each.raw_get("/Pg") for each in (element, *parts) if "/Pg" in each]
    return {each.idnum for each in pages if hasattr(each, "idnum")}
