"""Objects packed into streams (ISO 32000-1, 7.5.7), those of one length as the rows of a table.

A row is written as what it adds to the one above (7.4.4.4): numbers that grow evenly pack to little.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import deflate

# Readers unpack a whole object stream to get one of its objects: neither all in one nor one in each.
_PACKED = 500
_RULED = 2000
# A stream of its own takes more room than so few rows would save.
_FEW = 30

# How hard libdeflate tries, of 12: from 10 on it takes five times as long, as loose objects are worth.
COMPRESSION = 9
MAX_COMPRESSION = 12
_LOOSE = 10
STREAM_END = b"endstream\n"
# Rows have lengths of so many characters, or a whole number of times as many.
_CLASS = 75


@dataclass(frozen=True, slots=True)
class SerializedObject:
    """An object as written; with ``columns``, sixteen or more, a row so long like others of its kind.

    An object that is alone in its length may have several rows, and shorter ones.
    """

    content: bytes
    columns: int = 0


def padded_row(content: bytes) -> SerializedObject:
    """Give an object as a row; few lengths of rows make few streams, and spaces take no room."""
    return SerializedObject(content, -(-len(content) // _CLASS) * _CLASS)


def format_stream(entries: bytes, content: bytes, *, packed: bool = True, effort: int = COMPRESSION) -> bytes:
    """Write a stream with the entries of its dictionary, compressed if ``packed``."""
    if packed:
        content = bytes(deflate.zlib_compress(content, effort))
        entries += b"/Filter/FlateDecode"
    return b"<<%s/Length %d>>\nstream\n%s\n%s" % (entries, len(content), content, STREAM_END)


def predictor_stream(entries: bytes, table: bytes, columns: int, effort: int = COMPRESSION) -> bytes:
    """Write a stream that is a table, compressed: each row as its differences from the one above."""
    parameters = b"/DecodeParms<</Predictor 12/Columns %d>>" % columns
    return format_stream(entries + parameters, _differences(table, columns), effort=effort)


def object_streams(
    objects: Sequence[tuple[int, SerializedObject]], effort: int = COMPRESSION
) -> Iterator[tuple[bytes, list[int]]]:
    """Give streams that hold numbered objects, each with the numbers of its objects in order."""
    tables: dict[int, list[tuple[int, bytes]]] = {}
    for number, each in objects:
        content = _filled(each.content, each.columns) if each.columns else each.content
        tables.setdefault(each.columns, []).append((number, content))
    loose = tables.pop(0, [])
    for columns, rows in tables.items():
        if sum(len(content) for _, content in rows) < _FEW * columns:
            loose += [(number, content.rstrip()) for number, content in rows]
            continue
        for start in range(0, len(rows), _RULED):
            yield _table(rows[start : start + _RULED], columns, effort)
    loose.sort()
    for start in range(0, len(loose), _PACKED):
        yield _loose(loose[start : start + _PACKED], max(effort, _LOOSE))


def _loose(objects: Sequence[tuple[int, bytes]], effort: int) -> tuple[bytes, list[int]]:
    index, size = [], 0
    for number, content in objects:
        index.append(b"%d %d" % (number, size))
        size += len(content) + 1
    head = b" ".join(index) + b"\n"
    body = head + b"\n".join(content for _, content in objects)
    return format_stream(_entries(objects, head), body, effort=effort), [number for number, _ in objects]


def _table(objects: Sequence[tuple[int, bytes]], columns: int, effort: int) -> tuple[bytes, list[int]]:
    index, size = [], 0
    for number, content in objects:
        index.append(_filled(b"%7d%8d " % (number, size), columns))
        size += len(content)
    head = b"".join(index)
    body = head + b"".join(content for _, content in objects)
    return predictor_stream(_entries(objects, head), body, columns, effort), [number for number, _ in objects]


def _entries(objects: Sequence[tuple[int, bytes]], head: bytes) -> bytes:
    return b"/Type/ObjStm/N %d/First %d" % (len(objects), len(head))


def _filled(content: bytes, columns: int) -> bytes:
    """Fill the last row with spaces."""
    return content.ljust(-(-len(content) // columns) * columns)


def _differences(table: bytes, columns: int) -> bytes:
    """Take each row from the one below, byte by byte, in one subtraction of two long numbers."""
    size = len(table)
    tops = int.from_bytes(b"\x80" * size, "big")
    rest = int.from_bytes(b"\x7f" * size, "big")
    new = int.from_bytes(table, "big")
    old = int.from_bytes((bytes(columns) + table)[:size], "big")
    # The highest bit of each byte is kept out of the subtraction, so that no byte borrows from another.
    apart = ((new | tops) - (old & rest)) ^ ((new ^ old ^ tops) & tops)
    taken = apart.to_bytes(size, "big")
    return b"".join(b"\2" + taken[start : start + columns] for start in range(0, size, columns))
