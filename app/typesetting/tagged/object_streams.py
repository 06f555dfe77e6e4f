"""Objects compressed in streams (ISO 32000-1, 7.5.7); objects of one length are the rows of a table.

A row is written as its difference from the row above (7.4.4.4), because evenly growing numbers then compress
well.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import deflate

# The most objects in a stream: a reader decompresses a whole stream to get one object.
_MAX_OBJECTS = 500
_MAX_ROWS = 2000
# With fewer rows a table of their own takes more bytes than it saves.
_MIN_ROWS = 30

# Levels of libdeflate, at most 12. From 10 on it takes five times as long; single objects gain most.
_COMPRESSION = 9
_LOOSE = 10
STREAM_END = b"endstream\n"
# The length of a row is a multiple of this.
_ROW_UNIT = 75


@dataclass(frozen=True, slots=True)
class SerializedObject:
    """An object as written; with ``columns``, at least 16, it is padded to rows of that length.

    Objects with the same ``columns`` share a table; one may have several rows.
    """

    content: bytes
    columns: int = 0


def padded_row(content: bytes) -> SerializedObject:
    """Return an object as a row; few different lengths make few streams, and spaces compress to nothing."""
    return SerializedObject(content, -(-len(content) // _ROW_UNIT) * _ROW_UNIT)


def format_stream(
    entries: bytes, content: bytes, *, packed: bool = True, effort: int = _COMPRESSION
) -> bytes:
    """Return a stream with entries of its dictionary, compressed if ``packed``."""
    if packed:
        content = bytes(deflate.zlib_compress(content, effort))
        entries += b"/Filter/FlateDecode"
    return b"<<%s/Length %d>>\nstream\n%s\n%s" % (entries, len(content), content, STREAM_END)


def predictor_stream(entries: bytes, table: bytes, columns: int) -> bytes:
    """Return a compressed stream of a table, each row as its difference from the row above."""
    parameters = b"/DecodeParms<</Predictor 12/Columns %d>>" % columns
    return format_stream(entries + parameters, _differences(table, columns))


def object_streams(objects: Sequence[tuple[int, SerializedObject]]) -> Iterator[tuple[bytes, list[int]]]:
    """Yield the streams that hold numbered objects, each with the numbers of its objects in order."""
    tables: dict[int, list[tuple[int, bytes]]] = {}
    for number, each in objects:
        content = _padded(each.content, each.columns) if each.columns else each.content
        tables.setdefault(each.columns, []).append((number, content))
    loose = tables.pop(0, [])
    for columns, rows in tables.items():
        if sum(len(content) for _, content in rows) < _MIN_ROWS * columns:
            loose += [(number, content.rstrip()) for number, content in rows]
            continue
        for start in range(0, len(rows), _MAX_ROWS):
            yield _table(rows[start : start + _MAX_ROWS], columns)
    loose.sort()
    for start in range(0, len(loose), _MAX_OBJECTS):
        yield _loose(loose[start : start + _MAX_OBJECTS])


def _loose(objects: Sequence[tuple[int, bytes]]) -> tuple[bytes, list[int]]:
    index, size = [], 0
    for number, content in objects:
        index.append(b"%d %d" % (number, size))
        size += len(content) + 1
    head = b" ".join(index) + b"\n"
    body = head + b"\n".join(content for _, content in objects)
    return format_stream(_entries(objects, head), body, effort=_LOOSE), [number for number, _ in objects]


def _table(objects: Sequence[tuple[int, bytes]], columns: int) -> tuple[bytes, list[int]]:
    index, size = [], 0
    for number, content in objects:
        index.append(_padded(b"%7d%8d " % (number, size), columns))
        size += len(content)
    head = b"".join(index)
    body = head + b"".join(content for _, content in objects)
    return predictor_stream(_entries(objects, head), body, columns), [number for number, _ in objects]


def _entries(objects: Sequence[tuple[int, bytes]], head: bytes) -> bytes:
    return b"/Type/ObjStm/N %d/First %d" % (len(objects), len(head))


def _padded(content: bytes, columns: int) -> bytes:
    """Return the content with its last row padded with spaces."""
    return content.ljust(-(-len(content) // columns) * columns)


def _differences(table: bytes, columns: int) -> bytes:
    """Subtract from each row the one above, byte by byte, in one subtraction of two long integers."""
    size = len(table)
    tops = int.from_bytes(b"\x80" * size, "big")
    rest = int.from_bytes(b"\x7f" * size, "big")
    new = int.from_bytes(table, "big")
    old = int.from_bytes((bytes(columns) + table)[:size], "big")
    # The highest bit of each byte is left out of the subtraction, so that no byte borrows from the next.
    apart = ((new | tops) - (old & rest)) ^ ((new ^ old ^ tops) & tops)
    differences = apart.to_bytes(size, "big")
    return b"".join(b"\2" + differences[start : start + columns] for start in range(0, size, columns))
