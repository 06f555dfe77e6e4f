"""ReportLab’s document, written small and always the same.

ReportLab ends a compressed stream without the line end that ISO 19005-3, 6.1.7.1, asks for before
``endstream``, gives every small object a place of its own in the file, and takes the file’s identifier from
the moment. All three are mended here, in the one method that puts the objects together; nothing of
ReportLab is changed for others.
"""

import zlib
from hashlib import sha256
from struct import pack
from typing import TYPE_CHECKING, Any

from reportlab.pdfbase import pdfdoc

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_STREAM_END = b"endstream\n"
# Readers unpack a whole object stream to get one of its objects: neither all in one nor one in each.
_PACKED = 500

# Nine packs a document half a hundredth smaller in a fifth more time.
_EFFORT = 6

if TYPE_CHECKING:
    from app.report.tagged.embedding import Shown
    from app.report.tagged.face import Face


class Document(pdfdoc.PDFDocument):
    """A document that packs its objects into compressed streams (ISO 32000-1, 7.5.7 and 7.5.8)."""

    # What the stubs of ReportLab leave out.
    Catalog: Any
    Reference: Any
    _timeStamp: Any  # noqa: N815  # ReportLab’s name

    ready: dict[int, bytes]
    shown: "dict[Face, Shown]"
    outlined: bytes | None

    @classmethod
    def of(cls, canvas: Any) -> "Document":  # noqa: ANN401  # the stubs leave out what is needed of it
        """Make a canvas’s document one of this class: a canvas makes its own without asking for a class."""
        document: Document = canvas._doc
        document.__class__ = cls
        document.ready, document.shown, document.outlined = {}, {}, None
        return document

    def reserve(self, count: int) -> int:
        """Give the first of so many numbers for objects that are written elsewhere."""
        first = int(self.objectcounter) + 1
        self.objectcounter += count
        return first

    def add(self, content: bytes) -> int:
        """Add an object already written, and give its number."""
        number = self.reserve(1)
        self.ready[number] = content
        return number

    def add_stream(self, entries: bytes, content: bytes, *, packed: bool = True) -> int:
        """Add a stream with the entries of its dictionary, compressed if ``packed``; give its number."""
        return self.add(_stream(entries, content, packed=packed))

    def number(self, name: str) -> int:
        """Give the number of an object of ReportLab’s by ReportLab’s name for it."""
        return int(self.idToObjectNumberAndVersion[name][0])

    def format(self) -> bytes:
        """Put the file together."""
        # ReportLab takes its own outline, in which nothing is entered, out of the catalogue just before.
        self.Catalog.Outlines = self.outlined
        root, information = self.Reference(self.Catalog), self.Reference(self.info)
        written = self._written()
        file = _File()
        loose = []
        for number, content in written:
            if content.endswith(_STREAM_END):
                file.add(number, content)
            else:
                loose.append((number, content))
        number = int(self.objectcounter) + 1
        for start in range(0, len(loose), _PACKED):
            file.pack(number, loose[start : start + _PACKED])
            number += 1
        return file.ended(number, b"/Root %s/Info %s" % (root.format(self), information.format(self)))

    def _written(self) -> list[tuple[int, bytes]]:
        written = []
        number = 1
        # Writing an object may add others.
        while number <= self.objectcounter:
            if number in self.ready:
                written.append((number, self.ready[number]))
            elif number in self.numberToId:
                content = pdfdoc.format(self.idToObject[self.numberToId[number]], self, toplevel=1)
                written.append((number, _mended(content)))
            number += 1
        return written


def _mended(content: bytes) -> bytes:
    # The line end counts as none of the data, so it is added even where compressed data end in one by chance.
    return content[: -len(_STREAM_END)] + b"\n" + _STREAM_END if content.endswith(_STREAM_END) else content


def _stream(entries: bytes, content: bytes, *, packed: bool = True) -> bytes:
    if packed:
        content = zlib.compress(content, _EFFORT)
        entries += b"/Filter/FlateDecode"
    return b"<<%s/Length %d>>\nstream\n%s\n%s" % (entries, len(content), content, _STREAM_END)


def _differences(rows: list[bytes]) -> bytes:
    """Write each row as what it adds to the one above (7.4.4.4): places grow evenly, and pack to little."""
    above, written = bytes(len(rows[0])), []
    for row in rows:
        written.append(b"\2" + bytes((new - old) & 0xFF for new, old in zip(row, above, strict=True)))
        above = row
    return b"".join(written)


class _File:
    """A file as it grows, with the place of every object in it."""

    def __init__(self) -> None:
        self._parts = [_HEADER]
        self._size = len(_HEADER)
        self._places: dict[int, bytes] = {0: pack(">BIH", 0, 0, 65535)}

    def add(self, number: int, content: bytes) -> None:
        self._places[number] = pack(">BIH", 1, self._size, 0)
        self._parts.append(b"%d 0 obj\n%sendobj\n" % (number, content))
        self._size += len(self._parts[-1])

    def pack(self, number: int, objects: list[tuple[int, bytes]]) -> None:
        index, size = [], 0
        for place, (each, content) in enumerate(objects):
            self._places[each] = pack(">BIH", 2, number, place)
            index.append(b"%d %d" % (each, size))
            size += len(content) + 1
        head = b" ".join(index) + b"\n"
        body = head + b"\n".join(content for _, content in objects)
        entries = b"/Type/ObjStm/N %d/First %d" % (len(objects), len(head))
        self.add(number, _stream(entries, body))

    def ended(self, number: int, entries: bytes) -> bytes:
        """Close the file with the table of places; the same content always has the same identifier."""
        identifier = sha256(b"".join(self._parts)).hexdigest()[:32].upper().encode("ascii")
        start = self._size
        self._places[number] = pack(">BIH", 1, start, 0)
        table = _differences([self._places.get(each, self._places[0]) for each in range(number + 1)])
        entries = b"/Type/XRef/Size %d/W[1 4 2]%s%s/ID[<%s><%s>]" % (
            number + 1,
            b"/DecodeParms<</Predictor 12/Columns 7>>",
            entries,
            identifier,
            identifier,
        )
        self.add(number, _stream(entries, table))
        return b"".join(self._parts) + b"startxref\n%d\n%%%%EOF\n" % start
