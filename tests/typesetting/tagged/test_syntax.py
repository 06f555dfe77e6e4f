import pytest

from app.typesetting.tagged import syntax


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("plain", b"(plain)"),
        (r"a (b) \c", rb"(a \(b\) \\c)"),
        ("é – ’", b"(\xe9 \x85 \x90)"),
        ("\x85", b"(\xfe\xff\x00\x85)"),
        ("Ž", b"(\xfe\xff\x01\x7d)"),
        ("line\nend", b"(\xfe\xff\x00l\x00i\x00n\x00e\x00\\n\x00e\x00n\x00d)"),
        ("à\u00a0b\u202f?", b"(\xe0 b ?)"),
        ("Ω(\u0a0d)", b"(\xfe\xff\x03\xa9\x00\\(\\n\\r\x00\\))"),
        ("😀", b"(\xfe\xff\xd8\x3d\xde\x00)"),
    ],
)
def test_a_text_is_written_in_the_shortest_encoding_that_has_its_characters(
    words: str, expected: bytes
) -> None:
    assert syntax.text(words) == expected


def test_half_a_surrogate_pair_is_refused() -> None:
    with pytest.raises(UnicodeEncodeError):
        syntax.text("\ud800")


def test_the_slash_in_a_name_is_written_as_its_number() -> None:
    assert syntax.name("application/json") == b"/application#2Fjson"


@pytest.mark.parametrize(
    ("value", "expected"), [(10, b"10"), (0.5, b"0.5"), (1.239, b"1.24"), (100.0, b"100")]
)
def test_a_length_is_written_to_a_hundredth(value: float, expected: bytes) -> None:
    assert syntax.number(value) == expected
