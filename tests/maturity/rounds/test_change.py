from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.maturity.rounds.change import Change


@pytest.mark.parametrize(
    ("exact", "rounded"),
    [("5/2", 3), ("-5/2", -3), ("12/5", 2), ("-12/5", -2), ("2/5", 0), ("-2/5", 0), ("1/2", 1), ("-1/2", -1)],
)
def test_a_change_is_rounded_by_its_size_and_keeps_its_sign(exact: str, rounded: int) -> None:
    assert Change(Fraction(exact)).rounded == rounded


def test_a_change_that_rounds_to_zero_has_no_sign() -> None:
    assert str(Change(Fraction(-2, 5)).rounded) == "0"


def test_a_change_can_be_shown_with_a_decimal() -> None:
    assert Change(Fraction(-25, 36)).to(1) == Fraction(-7, 10)
    assert Change(Fraction(1, 20)).to(1) == Fraction(1, 10)
    assert Change(Fraction(-1, 20)).to(1) == Fraction(-1, 10)


@given(st.fractions(-100, 100))
def test_up_and_down_are_rounded_alike(exact: Fraction) -> None:
    assert Change(exact).rounded == -Change(-exact).rounded
    assert abs(Change(exact).rounded - exact) <= Fraction(1, 2)
