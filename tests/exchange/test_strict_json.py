import json

import pytest

from app.exchange.strict_json import MAX_BYTES, MAX_SEPARATORS
from tests.exchange.files import a_document, as_bytes, faults, read, without


def test_a_file_beyond_the_limit_is_refused_before_it_is_parsed() -> None:
    assert faults(b"{" * (MAX_BYTES + 1)) == ["The file is larger than 40 MB."]


def test_a_file_at_the_limit_is_read() -> None:
    sound = as_bytes(a_document())

    assert faults(sound + b" " * (MAX_BYTES - len(sound))) == []


TOO_MUCH = ["The file holds more values than an assessment can have."]


@pytest.mark.parametrize("separator", [b"[", b"0,", b"{"])
def test_a_file_of_more_values_than_an_export_has_is_refused_before_it_is_parsed(separator: bytes) -> None:
    assert faults(separator * MAX_SEPARATORS) != TOO_MUCH
    assert faults(separator * (MAX_SEPARATORS + 1)) == TOO_MUCH


def test_commas_and_brackets_of_texts_are_no_values() -> None:
    sound = as_bytes(a_document())
    text = b'"' + b',[{\\"' * MAX_SEPARATORS + b'"'

    assert faults(sound[:-1] + b', "x": ' + text + b"}") == ["x is not a known key."]
    assert faults(b"[" + text + b"," * MAX_SEPARATORS) == TOO_MUCH


def test_a_text_without_an_end_takes_no_longer() -> None:
    assert "it is no longer JSON" in faults(b'{"a": "' + b'\\",' * 1_000_000)[0]


@pytest.mark.parametrize("data", [b"", b" \n\t"])
def test_an_empty_file_is_refused_as_empty(data: bytes) -> None:
    assert faults(data) == ["The file is empty."]


def test_bytes_that_are_not_utf_8_are_refused_with_their_place() -> None:
    assert faults(b'{"a": "\xff"}') == ["The file is not text in UTF-8: see byte 8."]


def test_the_place_of_a_wrong_byte_counts_the_byte_order_mark() -> None:
    assert faults(b"\xef\xbb\xbf\xff") == ["The file is not text in UTF-8: see byte 4."]


def test_a_file_in_utf_16_is_refused_as_not_utf_8() -> None:
    assert faults(json.dumps(a_document()).encode("utf-16")) == ["The file is not text in UTF-8: see byte 1."]


def test_a_byte_order_mark_is_passed_over() -> None:
    assert read(b"\xef\xbb\xbf" + as_bytes(a_document())) == read(a_document())


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        (b"{", 1, 2),
        (b'{"a": 1,\n "b" 2}', 2, 6),
        (b"{'a': 1}", 1, 2),
        (b'{"a": 1} trailing', 1, 10),
        (b'{"a": "control \x01"}', 1, 16),
        (b'{"a": 01}', 1, 8),
        (b"nothing", 1, 1),
    ],
)
def test_invalid_json_is_refused_with_line_and_column(data: bytes, line: int, column: int) -> None:
    assert faults(data) == [
        f"The file is damaged or was changed: at line {line}, column {column} it is no longer JSON."
        " Choose assessment.json as it was downloaded, or the PDF of the scorecard or the board page."
    ]


@pytest.mark.parametrize("bomb", [b"[" * MAX_SEPARATORS, b'{"a":' * MAX_SEPARATORS])
def test_a_nesting_bomb_is_refused(bomb: bytes) -> None:
    assert faults(bomb) == ["The file is nested too deeply."]


@pytest.mark.parametrize("data", [b"[]", b"1", b'"text"', b"null", b"true", b"NaN"])
def test_anything_but_an_object_is_refused(data: bytes) -> None:
    assert faults(data) == ["The file must hold one JSON object."]


@pytest.mark.parametrize("token", ["NaN", "Infinity", "-Infinity"])
def test_numbers_that_json_does_not_have_are_refused_at_their_place(token: str) -> None:
    data = as_bytes(a_document(answers={"G1": {"level": float(token)}}))

    assert faults(data) == [f"answers.G1.level must be a whole number from 0 to 4, not {token}."]


def test_a_number_of_thousands_of_digits_is_refused_at_its_place() -> None:
    data = as_bytes(a_document()).replace(b'"level": 2', b'"level": ' + b"9" * 100_000)

    (sentence,) = faults(data)

    assert sentence.startswith("answers.G1.level must be a whole number from 0 to 4, not 9999999999")
    assert len(sentence) < 130


def test_a_key_that_occurs_twice_is_named_at_every_depth() -> None:
    data = (
        as_bytes(a_document(targets={"G": 3}))
        .replace(b'{"format"', b'{"format": "muster-assessment", "format"')
        .replace(b'{"id"', b'{"id": "readiness", "id"')
        .replace(b'{"organisation"', b'{"organisation": "", "organisation"')
        .replace(b'{"G1"', b'{"G1": {"level": 1}, "G1"')
        .replace(b'{"level": 2', b'{"level": 2, "level": 2, "level": 2')
        .replace(b'{"G":', b'{"G": 2, "G":')
    )

    assert faults(data) == [
        "format occurs more than once.",
        "questionnaire.id occurs more than once.",
        "profile.organisation occurs more than once.",
        "answers.G1 occurs more than once.",
        "answers.G1.level occurs more than once.",
        "targets.G occurs more than once.",
    ]


def test_a_key_that_occurs_twice_with_one_escaped_is_named() -> None:
    data = as_bytes(a_document()).replace(b'{"G1"', b'{"\\u0047\\u0031": {"level": 1}, "G1"')

    assert faults(data) == ["answers.G1 occurs more than once."]


def test_a_deep_value_at_an_unknown_key_is_refused_by_the_key_alone() -> None:
    data = as_bytes(without("answers"))[:-1] + b', "answers": {}, "x": ' + b"[" * 300 + b"]" * 300 + b"}"

    assert faults(data) == ["x is not a known key."]
