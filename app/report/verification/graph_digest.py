"""The same sum for a part of a PDF, however a program has stored it.

Object numbers, compression and the order of entries differ from program to program and mean nothing. So does
whether a plain value is an object of its own, and so does the page tree, which is left out.
"""

from hashlib import sha256
from typing import Any

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

# How a stream is stored, and where a page or an annotation hangs in the file.
_STORAGE = frozenset(("/Length", "/Filter", "/DecodeParms", "/DL"))
_CONTAINERS = (ArrayObject, DictionaryObject)
_DEEPEST = 60
_MOST_OBJECTS = 200_000


class TooComplexError(Exception):
    """A part of the PDF has more objects, or deeper ones, than any of our documents."""


class GraphDigest:
    """Sums of what values lead to; ``pages`` are the places of pages by their object number."""

    def __init__(self, pages: dict[int, int]) -> None:
        self._pages = pages
        self._streams: dict[int, str] = {}

    def of(self, value: object) -> str:
        """Return the sum of a value and of everything that it refers to, pages aside."""
        sum, numbers, waiting = sha256(), dict[int, int](), [value]
        for each in waiting:
            sum.update(self._written(each, numbers, waiting, 0).encode("utf-8", "surrogatepass"))
            if len(waiting) > _MOST_OBJECTS:
                raise TooComplexError
        return sum.hexdigest()

    def _written(self, value: object, numbers: dict[int, int], waiting: list[object], depth: int) -> str:
        if depth > _DEEPEST:
            raise TooComplexError
        if isinstance(value, IndirectObject):
            if value.idnum in self._pages:
                return f"page {self._pages[value.idnum]}"
            held: Any = value.get_object()
            if not isinstance(held, _CONTAINERS):
                return self._written(held, numbers, waiting, depth + 1)
            if value.idnum not in numbers:
                numbers[value.idnum] = len(numbers)
                waiting.append(held)
            return f"object {numbers[value.idnum]}"
        if isinstance(value, DictionaryObject):
            return self._dictionary(value, numbers, waiting, depth)
        if isinstance(value, ArrayObject):
            parts = [self._written(each, numbers, waiting, depth + 1) for each in list.__iter__(value)]
            return f"[{' '.join(parts)}]"
        return plain(value)

    def _dictionary(
        self, value: DictionaryObject, numbers: dict[int, int], waiting: list[object], depth: int
    ) -> str:
        entries = [
            f"{key} {self._written(value.raw_get(key), numbers, waiting, depth + 1)}"
            for key in sorted(value)
            if key not in _STORAGE
        ]
        return f"<<{' '.join(entries)}>>{self._data(value) if isinstance(value, StreamObject) else ''}"

    def _data(self, stream: StreamObject) -> str:
        known = self._streams.get(id(stream))
        if known is None:
            known = self._streams[id(stream)] = sha256(stream.get_data()).hexdigest()
        return known


def plain(value: object) -> str:
    """Return a value that holds no others, a number without the zeros that some programs write."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f"{float(value):.5f}".rstrip("0").rstrip(".")
    if isinstance(value, bytes):
        return repr(value.decode("latin-1"))
    return repr(str(value))
