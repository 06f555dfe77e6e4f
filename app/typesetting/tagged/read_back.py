"""The content of a file that this package has written; any other file is refused.

Such a file is a sequence of streams, which is far easier to read safely than PDF in general.
"""

import re
import zlib
from dataclasses import dataclass

# The most bytes that a stream may decompress to; no attached file is longer.
_LIMIT = 40_000_000
_OBJECT = re.compile(rb"(\d+) 0 obj\n(<<.{0,9999}?>>)\nstream\n", re.DOTALL)
_LENGTH = re.compile(rb"/Length (\d{1,9})\b")
_ENDED = b"\nendstream\nendobj\n"
_FILE = re.compile(rb"/Type/Filespec/F\(([\w.-]+)\)[^\n]*?/EF<</F (\d+) 0 R")
_LANGUAGE = re.compile(r"<dc:language><rdf:Bag><rdf:li>([\w-]+)<")


class ForeignFileError(Exception):
    """The file was not written by this package, or is damaged."""


@dataclass(frozen=True, slots=True)
class DocumentContents:
    """The files attached to a document by name, its XMP packet, and its language."""

    files: dict[str, bytes]
    packet: str
    language: str


def read_contents(content: bytes) -> DocumentContents:
    """Return the content of a document, or raise ForeignFileError."""
    try:
        streams = _streams(content)
        packet = next(
            _decompressed(*each) for each in streams.values() if b"/Type/Metadata" in each[0]
        ).decode()
        files = {
            name.decode(): _decompressed(*streams[int(number)])
            for entries, data in streams.values()
            if b"/Type/ObjStm" in entries
            for name, number in _FILE.findall(_decompressed(entries, data))
        }
        (language,) = _LANGUAGE.findall(packet)
    except (KeyError, StopIteration, UnicodeDecodeError, ValueError, zlib.error):
        raise ForeignFileError from None
    return DocumentContents(files, packet, language)


def _streams(content: bytes) -> dict[int, tuple[bytes, bytes]]:
    found = {}
    # The header is two lines.
    place = content.find(b"\n", content.find(b"\n") + 1) + 1
    while match := _OBJECT.match(content, place):
        length = _LENGTH.search(match[2])
        end = match.end() + (int(length[1]) if length else 0)
        if content[end : end + len(_ENDED)] != _ENDED:
            raise ForeignFileError
        found[int(match[1])] = match[2], content[match.end() : end]
        place = end + len(_ENDED)
    return found


def _decompressed(entries: bytes, data: bytes) -> bytes:
    if b"/FlateDecode" not in entries:
        return data
    decompressor = zlib.decompressobj()
    content_bytes = decompressor.decompress(data, _LIMIT)
    if decompressor.unconsumed_tail or not decompressor.eof:
        raise ForeignFileError
    return content_bytes
