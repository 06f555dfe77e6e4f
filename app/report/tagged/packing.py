"""Objects packed into streams (ISO 32000-1, 7.5.7), those of one length as the rows of a table.

A row is written as what it adds to the one above (7.4.4.4): numbers that grow evenly pack to little.
"""

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

# Readers unpack a whole object stream to get one of its objects: neither all in one nor one in each.
_PACKED = 500
_RULED = 2000
# A stream of its own takes more room than so few rows would save.
_FEW = 20

# Nine packs a document half a hundredth smaller in a fifth more time.
_EFFORT = 6
STREAM_END = b"endstream\n"
# The number and the place of an object, and a space between two.
_INDEX = 16


@dataclass(frozen=True, slots=True)
class Ruled:
    """An object as written; with ``columns``, sixteen or more, a row so long like others of its kind.

    An object that is alone in its length may have several rows, and shorter ones.
    """

    content: bytes
    columns: int = 0


def stream(entries: bytes, content: bytes, *, packed: bool = True) -> bytes:
    """Write a stream with the entries of its dictionary, compressed if ``packed``."""
    if packed:
        content = zlib.compress(content, _EFFORT)
        entries += b"/Filter/FlateDecode"
    return b"<<%s/Length %d>>\nstream\n%s\n%s" % (entries, len(content), content, STREAM_END)


def ruled(entries: bytes, table: bytes, columns: int) -> bytes:
    """Write a stream that is a table, compressed: each row as its differences from the one above."""
    parameters = b"/DecodeParms<</Predictor 12/Columns %d>>" % columns
    return stream(entries + parameters, _differences(table, columns))


def object_streams(objects: Sequence[tuple[int, Ruled]]) -> Iterator[tuple[bytes, list[int]]]:
    """Give streams that hold numbered objects, each with the numbers of its objects in order."""
    tables: dict[int, list[tuple[int, bytes]]] = {}
    for number, each in objects:
        tables.setdefault(each.columns, []).append((number, each.content))
    loose = tables.pop(0, [])
    for columns, rows in tables.items():
        if sum(len(content) for _, content in rows) < _FEW * columns:
            loose += rows
            continue
        for start in range(0, len(rows), _RULED):
            yield _packed(rows[start : start + _RULED], columns)
    loose.sort()
    for start in range(0, len(loose), _PACKED):
        yield _packed(loose[start : start + _PACKED])


def _packed(objects: Sequence[tuple[int, bytes]], columns: int = 0) -> tuple[bytes, list[int]]:
    index, size, end = [], 0, b"" if columns else b"\n"
    for number, content in objects:
        # Two numbers may take more than one row of a narrow table.
        index.append(b"%7d%8d" % (number, size) if columns else b"%d %d" % (number, size))
        size += len(content) + len(end)
    rows = -(-_INDEX // columns) * columns if columns else 0
    head = b"".join(each.ljust(rows) for each in index) if columns else b" ".join(index) + b"\n"
    body = head + end.join(content for _, content in objects)
    entries = b"/Type/ObjStm/N %d/First %d" % (len(objects), len(head))
    written = ruled(entries, body, columns) if columns else stream(entries, body)
    return written, [number for number, _ in objects]


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
