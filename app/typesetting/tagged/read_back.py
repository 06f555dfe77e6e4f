"""What a file written by this library carries, read again; of any other file nothing is read.

A file of ours is a row of streams, one after the other: so much is easier to read safely than PDF is.
"""

import re
import zlib
from dataclasses import dataclass

# No file within one of ours is longer; whatever unpacks to more is not ours.
_LIMIT = 16_000_000
_OBJECT = re.compile(rb"(\d+) 0 obj\n(<<.{0,9999}?>>)\nstream\n", re.DOTALL)
_LENGTH = re.compile(rb"/Length (\d{1,9})\b")
_ENDED = b"\nendstream\nendobj\n"
_FILE = re.compile(rb"/Type/Filespec/F\(([\w.-]+)\)[^\n]*?/EF<</F (\d+) 0 R")
_LANGUAGE = re.compile(r"<dc:language><rdf:Bag><rdf:li>([\w-]+)<")


class ForeignFileError(Exception):
    """A file is none that this library has written, or is damaged."""


@dataclass(frozen=True, slots=True)
class DocumentContents:
    """The files attached to a document by name, its metadata packet, and its language."""

    files: dict[str, bytes]
    packet: str
    language: str


def read_contents(content: bytes) -> DocumentContents:
    """Read what a document carries, or raise ForeignFileError."""
    try:
        streams = _streams(content)
        packet = next(_unpacked(*each) for each in streams.values() if b"/Type/Metadata" in each[0]).decode()
        files = {
            name.decode(): _unpacked(*streams[int(number)])
            for entries, data in streams.values()
            if b"/Type/ObjStm" in entries
            for name, number in _FILE.findall(_unpacked(entries, data))
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


def _unpacked(entries: bytes, data: bytes) -> bytes:
    if b"/FlateDecode" not in entries:
        return data
    unpacking = zlib.decompressobj()
    unpacked = unpacking.decompress(data, _LIMIT)
    if unpacking.unconsumed_tail or not unpacking.eof:
        raise ForeignFileError
    return unpacked
