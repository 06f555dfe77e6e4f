"""The structure tree while a document is drawn (ISO 14289-1, 7.1)."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.typesetting.tagged.tags import Tag


@dataclass(frozen=True, slots=True)
class MarkedContent:
    """Marked content: its page, counted from 0, and its number on that page."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class AnnotationReference:
    """An annotation: its page, counted from 0, and its object number."""

    page: int
    object: int


class Element:
    """A structure element with its children in reading order."""

    __slots__ = ("kids", "parent", "tag")

    def __init__(self, tag: Tag, parent: "Element | None" = None) -> None:
        self.tag = tag
        self.parent = parent
        self.kids: list[Element | MarkedContent | AnnotationReference] = []
        if parent is not None:
            parent.kids.append(self)

    @property
    def last(self) -> "Element | None":
        """Return the last child if it is an element."""
        last = self.kids[-1] if self.kids else None
        return last if isinstance(last, Element) else None

    def walk(self) -> Iterator["Element"]:
        """Yield the element and all below it, in reading order."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting.extend(kid for kid in reversed(element.kids) if isinstance(kid, Element))


class ElementScope:
    """Closes opened elements; a generator would take three times as long, a thousand times a document."""

    __slots__ = ("_depth", "_open")

    def __init__(self, opened: list[Element], depth: int) -> None:
        self._open, self._depth = opened, depth

    def __enter__(self) -> Element:
        return self._open[-1]

    def __exit__(self, *_: object) -> None:
        del self._open[self._depth :]
