import re
import zlib

import pytest

from app.typesetting.tagged.object_streams import (
    SerializedObject,
    object_streams,
    predictor_stream,
)

STREAM = re.compile(rb"<<.*/N (\d+)/First (\d+)(?:/DecodeParms<</Predictor 12/Columns (\d+)>>)?/Filter")


def decoded(content: bytes, columns: int) -> bytes:
    """Add up the rows of differences (ISO 32000-1, 7.4.4.4): as every PDF reader does."""
    above, rows = bytes(columns), []
    for start in range(0, len(content), columns + 1):
        assert content[start] == 2
        row = content[start + 1 : start + 1 + columns]
        above = bytes((new + old) & 0xFF for new, old in zip(row, above, strict=True))
        rows.append(above)
    return b"".join(rows)


def decompressed(stream: bytes) -> bytes:
    return zlib.decompress(stream.partition(b"stream\n")[2])


def read(stream: bytes) -> tuple[dict[int, bytes], int]:
    """Return the objects of an object stream by their numbers, and its columns."""
    found = STREAM.match(stream)
    assert found
    count, first, columns = (int(each or 0) for each in found.groups())
    content = decoded(decompressed(stream), columns) if columns else decompressed(stream)
    index = list(map(int, content[:first].split()))
    places = [first + place for place in index[1::2]]
    ends = [*places[1:], len(content)]
    held = [content[start:end].strip() for start, end in zip(places, ends, strict=True)]
    assert len(held) == count
    return dict(zip(index[::2], held, strict=True)), columns


def objects_of_one_length(count: int, start: int = 1) -> list[tuple[int, SerializedObject]]:
    return [(start + each, SerializedObject(b"<</Type/Number/K%5d>>" % each, 23)) for each in range(count)]


@pytest.mark.parametrize("columns", [1, 3, 7])
def test_a_table_is_read_back_unchanged(columns: int) -> None:
    table = bytes((each * each + 7) & 0xFF for each in range(21 * columns))

    assert decoded(decompressed(predictor_stream(b"", table, columns)), columns) == table


def test_objects_of_one_length_are_the_rows_of_a_table() -> None:
    objects = objects_of_one_length(300, start=99_800)

    ((stream, numbers),) = object_streams(objects)

    found, columns = read(stream)
    assert columns == 23
    assert numbers == [number for number, _ in objects] == list(found)
    assert list(found.values()) == [each.content for _, each in objects]


def test_a_few_objects_of_one_length_are_stored_with_the_others_by_number() -> None:
    ((stream, numbers),) = object_streams(
        [*objects_of_one_length(3, start=5), (1, SerializedObject(b"(a)")), (9, SerializedObject(b"(b)"))]
    )

    found, columns = read(stream)
    assert columns == 0
    assert numbers == list(found) == [1, 5, 6, 7, 9]
    assert found[9] == b"(b)"


def test_regular_rows_take_a_sixth_of_their_bytes_without_a_predictor() -> None:
    objects = objects_of_one_length(900)
    as_they_stand = [(number, SerializedObject(each.content)) for number, each in objects]

    rows, loose = (
        sum(len(stream) for stream, _ in object_streams(each)) for each in (objects, as_they_stand)
    )

    assert rows < loose / 6


def test_no_stream_has_more_objects_than_the_maximum() -> None:
    many = [(number, SerializedObject(b"0")) for number in range(1200)]

    assert [len(numbers) for _, numbers in object_streams(many)] == [500, 500, 200]
    assert [len(numbers) for _, numbers in object_streams(objects_of_one_length(4500))] == [2000, 2000, 500]
