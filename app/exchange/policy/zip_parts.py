"""The parts of a DOCX or an ODT, unpacked and parsed within limits."""

import zipfile
from collections.abc import Mapping
from io import BytesIO
from typing import IO, Protocol
from xml.parsers import expat

from app.exchange.policy.refusal import Refusal, UnreadablePolicyError

# A handbook of 400 pages has 12 MB of XML; pictures and fonts are not unpacked.
LARGEST_PART = 24 * 1024 * 1024
MOST_PARTS = 4_000
DEEPEST = 200

_STEP = 65_536
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 1


class XmlHandler(Protocol):
    """What takes the elements of a part: names and attributes as ``prefix:name``, by the known prefixes."""

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take the beginning of an element."""

    def end(self, name: str) -> None:
        """Take the end of an element."""

    def text(self, text: str) -> None:
        """Take text between two tags."""


class ZipParts:
    """The parts of a document in a zip file; what is not sound or too large raises UnreadablePolicyError."""

    def __init__(self, data: bytes) -> None:
        self._zip = zipfile.ZipFile(BytesIO(data))
        parts = self._zip.infolist()
        if len(parts) > MOST_PARTS:
            raise UnreadablePolicyError(Refusal.UNPACKED)
        self._parts = {part.filename: part for part in parts}

    def __contains__(self, name: str) -> bool:
        return name in self._parts

    def read(self, name: str) -> bytes:
        """Return the bytes of a part; what comes out counts, not what the file claims."""
        unpacked = bytearray()
        with self._open(name) as part:
            while step := part.read(_STEP):
                unpacked += step
                if len(unpacked) > LARGEST_PART:
                    raise UnreadablePolicyError(Refusal.UNPACKED)
        return bytes(unpacked)

    def parse(self, name: str, handler: XmlHandler, prefixes: Mapping[str, str]) -> None:
        """Pass the elements of a part to a handler; a part that does not exist has none."""
        if name in self:
            _parse(self.read(name), handler, prefixes)

    def _open(self, name: str) -> IO[bytes]:
        part = self._parts[name]
        if part.flag_bits & _ENCRYPTED:
            raise UnreadablePolicyError(Refusal.PASSWORD)
        if part.compress_type not in _METHODS:
            raise UnreadablePolicyError(Refusal.BROKEN)
        return self._zip.open(part)


def _parse(content: bytes, handler: XmlHandler, prefixes: Mapping[str, str]) -> None:
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    short = _ShortNames(prefixes)
    depth = 0

    def begin(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise UnreadablePolicyError(Refusal.DEEP)
        handler.begin(short[name], {short[key]: value for key, value in attributes.items()})

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        handler.end(short[name])

    parser.StartElementHandler = begin
    parser.EndElementHandler = end
    parser.CharacterDataHandler = handler.text
    # No office program declares a document type; what it can do is expand and fetch.
    parser.StartDoctypeDeclHandler = _refuse
    parser.Parse(content, True)


class _ShortNames(dict[str, str]):
    """Names as expat gives them, ``address name``, with the prefix that we know the address by."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self._prefixes = prefixes

    def __missing__(self, name: str) -> str:
        address, _, local = name.rpartition(" ")
        short = f"{self._prefixes.get(address, '?')}:{local}" if address else local
        self[name] = short
        return short


def _refuse(*_declaration: object) -> None:
    raise UnreadablePolicyError(Refusal.BROKEN)
