import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exchange.sheet_text import count_lines, cut_lines, xml_text


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, 1),
        ("ten lettrs", 10, 1),
        ("ten letters", 10, 2),
        ("one two three four", 8, 3),
        ("one\ntwo\n\nfour", 10, 4),
        # A word longer than a line is cut, and what follows goes on in its last line.
        ("abcdefghijklmnopqrstuvwxy z", 10, 3),
        ("abc abcdefghijklmnopqrst", 10, 4),
        ("écrire vite", 11, 1),
        # Each of these takes the room of two letters.
        ("日本語日本", 10, 1),
        ("日本語日本語", 10, 2),
    ],
)
def test_a_text_is_wrapped_between_words(text: str, width: int, lines: int) -> None:
    assert count_lines(text, width) == lines


@given(st.text("ab \n日", max_size=60), st.integers(2, 20))
def test_a_text_has_room_in_the_lines_that_are_counted(text: str, width: int) -> None:
    room = sum(1 if letter == "日" else 0 for letter in text) + len(text.replace("\n", ""))

    assert count_lines(text, width) * width >= room - count_lines(text, width)
    assert count_lines(text, width) >= text.count("\n") + 1


def test_a_long_text_is_cut_between_words_or_else_where_the_lines_are_full() -> None:
    assert cut_lines("one two three four", 8, 2) == ("one two three", "four")
    assert cut_lines("one\n\ntwo", 8, 2) == ("one\n", "two")
    assert cut_lines("abcdefghij k", 4, 2) == ("abcdefg", "hij k")
    assert cut_lines("", 8, 2) == ("",)


@given(st.text("ab \n日", max_size=60), st.integers(2, 20), st.integers(1, 5))
def test_a_cut_text_loses_no_letter_and_each_part_fits(text: str, width: int, most: int) -> None:
    parts = cut_lines(text, width, most)

    assert "".join(parts).replace(" ", "").replace("\n", "") == text.replace(" ", "").replace("\n", "")
    assert all(count_lines(part, width) <= most for part in parts)


def test_code_points_that_xml_does_not_allow_are_left_out() -> None:
    assert xml_text("a\ufffeb\uffffc\ufffd\n") == "abc\ufffd\n"
