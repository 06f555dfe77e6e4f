from fractions import Fraction

import pytest

from app.translations.numerals import format_decimal


@pytest.mark.parametrize(
    ("value", "digits", "expected"),
    [
        (Fraction(10, 9), 1, "1.1"),
        (Fraction(1, 20), 1, "0.1"),  # a half rounds up
        (Fraction(50), 1, "50"),
        (Fraction(199, 100), 1, "2"),
    ],
)
def test_a_number_is_rounded_half_up(value: Fraction, digits: int, expected: str) -> None:
    assert format_decimal(value, digits, "en") == expected


def test_french_writes_a_decimal_comma() -> None:
    assert format_decimal(Fraction(81, 50), 2, "fr") == "1,62"
