"""Counts in words, in both languages."""

import pytest

from app.maturity.text import Language
from app.translations.number_words import group_digits, number_word


@pytest.mark.parametrize(
    ("count", "language", "word"),
    [
        (0, "en", "zero"),
        (9, "en", "nine"),
        (13, "en", "thirteen"),
        (16, "en", "sixteen"),
        (17, "en", "17"),
        (2000, "en", "2,000"),
        (0, "fr", "zéro"),
        (9, "fr", "neuf"),
        (13, "fr", "treize"),
        (16, "fr", "seize"),
        (17, "fr", "17"),
        (2000, "fr", "2\u00a0000"),
    ],
)
def test_a_count_up_to_sixteen_is_a_word(count: int, language: Language, word: str) -> None:
    assert number_word(count, language) == word


@pytest.mark.parametrize(
    ("count", "language", "digits"),
    [(999, "en", "999"), (2000, "en", "2,000"), (1234567, "fr", "1\u00a0234\u00a0567")],
)
def test_thousands_are_separated(count: int, language: Language, digits: str) -> None:
    assert group_digits(count, language) == digits
