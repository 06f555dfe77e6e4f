"""ReportLab’s document, written compactly and reproducibly.

ReportLab ends a compressed stream without the line end before ``endstream`` that ISO 19005-3, 6.1.7.1,
requires, writes every small object on its own, and derives the file identifier from the current time. The
method ``format`` corrects all three; nothing of ReportLab is changed for other code.
"""

from collections.abc import Mapping, Sequence
from hashlib import sha256
from struct import pack
from typing import Any

from reportlab.pdfbase import pdfdoc

from app.typesetting.tagged.object_streams import (
    STREAM_END,
    SerializedObject,
    format_stream,
    object_streams,
    predictor_stream,
)
from app.typesetting.tagged.syntax import array, name, reference
from app.typesetting.tagged.syntax import number as length

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
# The length of an entry of the cross-reference stream: kind, position or stream, index in the stream.
_COLUMNS = 7


class TaggedDocument(pdfdoc.PDFDocument):
    """A document that packs its objects into compressed streams (ISO 32000-1, 7.5.7 and 7.5.8)."""

    # What the stubs of ReportLab leave out.
    Catalog: Any
    Reference: Any
    _timeStamp: Any  # noqa: N815  # ReportLab’s name

    def __init__(self) -> None:
        super().__init__(invariant=1)
        # Objects already written, by their numbers.
        self.serialized: dict[int, SerializedObject] = {}
        self.outline_reference: bytes | None = None

    def reserve(self, count: int) -> int:
        """Return the first of ``count`` object numbers for objects that are written elsewhere."""
        first = int(self.objectcounter) + 1
        self.objectcounter += count
        return first

    def add(self, content: bytes, columns: int = 0) -> int:
        """Add a written object, with ``columns`` as rows of that length, and return its number."""
        number = self.reserve(1)
        self.serialized[number] = SerializedObject(content, columns)
        return number

    def add_stream(self, entries: bytes, content: bytes, *, packed: bool = True) -> int:
        """Add a stream with entries of its dictionary, compressed if ``packed``; return its number."""
        return self.add(format_stream(entries, content, packed=packed))

    def add_form(self, content: str, size: tuple[float, float]) -> int:
        """Add a form (8.10) of a size in points, which pages draw by a name; return its number."""
        entries = b"/Type/XObject/Subtype/Form/BBox%s/Resources%s" % (
            array([b"0", b"0", *(length(each) for each in size)]),
            self.resources({}),
        )
        return self.add_stream(entries, content.encode("latin-1"))

    def resources(self, forms: Mapping[str, int]) -> bytes:
        """Return the resources of a page: all fonts of the document, and forms by their names."""
        named = b"".join(name(key) + b" " + reference(number) for key, number in forms.items())
        return b"<</Font %s%s>>" % (
            reference(self.number("BasicFonts")),
            b"/XObject<<%s>>" % named if named else b"",
        )

    def number(self, name: str) -> int:
        """Return the number of one of ReportLab’s objects by ReportLab’s name for it."""
        return int(self.idToObjectNumberAndVersion[name][0])

    def format(self) -> bytes:
        """Return the file."""
        # ReportLab removes its own empty outline from the catalogue just before.
        self.Catalog.Outlines = self.outline_reference
        root, information = self.Reference(self.Catalog), self.Reference(self.info)
        written = self._written()
        file = _File()
        loose = []
        for number, each in written:
            if each.content.endswith(STREAM_END):
                file.add(number, each.content)
            else:
                loose.append((number, each))
        number = int(self.objectcounter) + 1
        for content, numbers in object_streams(loose):
            file.pack(number, content, numbers)
            number += 1
        return file.ended(number, b"/Root %s/Info %s" % (root.format(self), information.format(self)))

    def _written(self) -> list[tuple[int, SerializedObject]]:
        written = []
        number = 1
        # Writing an object may add others.
        while number <= self.objectcounter:
            if number in self.serialized:
                written.append((number, self.serialized[number]))
            elif number in self.numberToId:
                content = pdfdoc.format(self.idToObject[self.numberToId[number]], self, toplevel=1)
                written.append((number, SerializedObject(_mended(content))))
            number += 1
        return written


def _mended(content: bytes) -> bytes:
    # The line end is not part of the data, so it is added even if the compressed data happen to end in one.
    return content[: -len(STREAM_END)] + b"\n" + STREAM_END if content.endswith(STREAM_END) else content


class _File:
    """A file under construction, with the position of every object in it."""

    def __init__(self) -> None:
        self._parts = [_HEADER]
        self._size = len(_HEADER)
        self._places: dict[int, bytes] = {0: pack(">BIH", 0, 0, 65535)}

    def add(self, number: int, content: bytes) -> None:
        self._places[number] = pack(">BIH", 1, self._size, 0)
        self._parts.append(b"%d 0 obj\n%sendobj\n" % (number, content))
        self._size += len(self._parts[-1])

    def pack(self, number: int, content: bytes, held: Sequence[int]) -> None:
        self._places |= {each: pack(">BIH", 2, number, place) for place, each in enumerate(held)}
        self.add(number, content)

    def ended(self, number: int, entries: bytes) -> bytes:
        """Return the file with its cross-reference stream; its identifier is a hash of its content."""
        identifier = sha256(b"".join(self._parts)).hexdigest()[:32].upper().encode("ascii")
        start = self._size
        self._places[number] = pack(">BIH", 1, start, 0)
        table = b"".join(self._places.get(each, self._places[0]) for each in range(number + 1))
        entries += b"/Type/XRef/Size %d/W[1 4 2]/ID[<%s><%s>]" % (number + 1, identifier, identifier)
        self.add(number, predictor_stream(entries, table, _COLUMNS))
        return b"".join(self._parts) + b"startxref\n%d\n%%%%EOF\n" % start
