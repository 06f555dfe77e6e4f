from fractions import Fraction

import pytest

from app.maturity.text import Language
from app.translations.wording import inner_quotes, quote
from tests.figures.cast import wording_in


def test_one_point_is_singular() -> None:
    assert [wording_in("en").format_points(count) for count in (0, 1, 2)] == [
        "0 points",
        "1 point",
        "2 points",
    ]


@pytest.mark.parametrize(
    ("value", "expected"),
    [(Fraction(3), "3"), (Fraction(9, 4), "9/4 = 2,25"), (Fraction(10, 9), "10/9 ≈ 1,11")],
)
def test_a_fraction_is_followed_by_its_decimals(value: Fraction, expected: str) -> None:
    assert wording_in("fr").format_fraction(value) == expected


def test_items_are_joined_as_the_language_joins_them() -> None:
    assert wording_in("en").join_items(("A", "B")) == "A; B"
    assert wording_in("fr").join_items(("A", "B")) == "A\u202f; B"


def test_words_are_between_the_quotation_marks_of_their_language() -> None:
    assert quote("yes", "en") == "“yes”"
    assert quote("oui", "fr") == "«\u00a0oui\u00a0»"


@pytest.mark.parametrize(
    ("language", "words", "expected"),
    [("en", "a “hub of hate”", "a ‘hub of hate’"), ("fr", "un «\u00a0foyer\u00a0»", "un “foyer”")],
)
def test_a_quotation_inside_another_has_marks_of_its_own(
    language: Language, words: str, expected: str
) -> None:
    assert inner_quotes(words, language) == expected
