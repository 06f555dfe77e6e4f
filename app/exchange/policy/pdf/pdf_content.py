"""Take what a page of a PDF shows apart, for pypdf to read its text.

pypdf reads the content of a page byte by byte, which takes a third of its time on a handbook. One expression
finds the same parts; what it does not know is left to pypdf.
"""

import re
from typing import Any

from pypdf import PageObject
from pypdf.generic import ArrayObject, NameObject

# Text, its place and look, and marks (ISO 32000-2, annex A); what draws lines and areas is left out.
_NAMES = b"BT ET q Q cm Tz Tc Tw TL Tf Td TD Tm T* Tj TJ ' \" Do BDC BMC EMC"
_OPERATORS = frozenset(_NAMES.split())
_INLINE_IMAGE = b"BI"

# One group for each kind of part, in the order of their numbers.
_NUMBER, _STRING, _HEXADECIMAL, _NAME, _OPENING, _CLOSING, _WORD = range(1, 8)
_PART = re.compile(
    rb"""[\0\t\n\f\r ]++ | %[^\r\n]*+
    | ([+-]?(?:\d++\.?\d*+|\.\d++))
    | \(((?:[^()\\]++|\\.|\((?:[^()\\]++|\\.|\((?:[^()\\]++|\\.)*+\))*+\))*+)\)
    | <([0-9A-Fa-f\s]*+)>
    | /([^\0\t\n\f\r ()<>\[\]{}/%]*+)
    | (<<|\[) | (>>|\])
    | ([A-Za-z'"][A-Za-z0-9*]*+)""",
    re.VERBOSE | re.DOTALL,
)
_NUMBERED = re.compile(rb"#([0-9A-Fa-f]{2})")
_ESCAPE = re.compile(rb"\\(?:\r\n|[0-7]{1,3}|.)|\r\n?", re.DOTALL)
_SIGNS = {
    b"n": b"\n",
    b"r": b"\r",
    b"t": b"\t",
    b"b": b"\b",
    b"f": b"\f",
    b"\n": b"",
    b"\r": b"",
    b"\r\n": b"",
}


class _Escapes(dict[bytes, bytes]):
    """What escapes in text stand for; most text of some programs is written in them."""

    def __missing__(self, escape: bytes) -> bytes:
        sign = escape.removeprefix(b"\\")
        if escape[:1] != b"\\":
            plain = b"\n"
        elif sign[:1] in b"01234567":
            plain = bytes([int(sign, 8) & 0xFF])
        else:
            plain = _SIGNS.get(sign, sign)
        self[escape] = plain
        return plain


_ESCAPES = _Escapes()
_WORDS = {b"true": True, b"false": False, b"null": None}

Operation = tuple[list[Any], bytes]


class _UnknownPartError(Exception):
    """The content holds what is not known here."""


def prepare(page: PageObject) -> None:
    """Put the content of a page into parts, so that pypdf need not parse it; too large a one is an error."""
    content = page.get_contents()
    if content is None:
        return
    try:
        content.operations = operations(content.get_data())
    except _UnknownPartError:
        return
    page[NameObject("/Contents")] = content


def operations(content: bytes) -> list[Operation]:
    """Return the operations of a content that concern its text, each with its operands."""
    taken = _Operations()
    end = 0
    for part in _PART.finditer(content):
        if part.start() != end:
            raise _UnknownPartError
        end = part.end()
        kind = part.lastindex
        if kind:
            taken.take(kind, part[kind])
    if end != len(content) or taken.is_open:
        raise _UnknownPartError
    return taken.found


class _Operations:
    """Puts operands and operators together."""

    def __init__(self) -> None:
        self.found: list[Operation] = []
        self._operands: list[Any] = []
        # The operands around lists and dictionaries that are not closed yet.
        self._around: list[list[Any]] = []

    @property
    def is_open(self) -> bool:
        """Return whether a list or a dictionary is not closed yet."""
        return bool(self._around)

    def take(self, kind: int, part: bytes) -> None:
        """Take the next part."""
        if kind == _WORD and not self._around:
            self._end_operation(part)
        elif kind == _OPENING:
            self._around.append(self._operands)
            self._operands = []
        elif kind == _CLOSING:
            self._close(part)
        else:
            self._operands.append(_value(kind, part))

    def _end_operation(self, operator: bytes) -> None:
        if operator in _OPERATORS:
            self.found.append((self._operands, operator))
        elif operator == _INLINE_IMAGE:
            raise _UnknownPartError
        self._operands = []

    def _close(self, part: bytes) -> None:
        if not self._around:
            raise _UnknownPartError
        inner, self._operands = self._operands, self._around.pop()
        self._operands.append(_dictionary(inner) if part == b">>" else ArrayObject(inner))


def _value(kind: int, part: bytes) -> Any:  # noqa: ANN401  # operands are numbers, bytes and names
    if kind == _NUMBER:
        return float(part) if b"." in part else int(part)
    if kind == _STRING:
        return _ESCAPE.sub(_unescape, part) if b"\\" in part or b"\r" in part else part
    if kind == _HEXADECIMAL:
        digits = part.translate(None, b"\0\t\n\f\r ")
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
    if kind == _NAME:
        return _name(part)
    if part not in _WORDS:
        raise _UnknownPartError
    return _WORDS[part]


def _name(part: bytes) -> NameObject:
    """Return a name; any of its bytes may be written as a number."""
    name = _NUMBERED.sub(lambda found: bytes.fromhex(found[1].decode("ascii")), part)
    if not name.isascii():
        raise _UnknownPartError
    return NameObject(f"/{name.decode('ascii')}")


def _unescape(escape: re.Match[bytes]) -> bytes:
    return _ESCAPES[escape[0]]


def _dictionary(parts: list[Any]) -> dict[Any, Any]:
    if len(parts) % 2:
        raise _UnknownPartError
    return dict(zip(parts[::2], parts[1::2], strict=True))
