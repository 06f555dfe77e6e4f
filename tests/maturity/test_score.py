from fractions import Fraction

import pytest

from app.maturity.score import Score, half_up, round_down


@pytest.mark.parametrize(
    ("exact", "shown"),
    [("0", 0), ("12.49", 12), ("12.5", 13), ("13.5", 14), ("99.5", 100), ("325/6", 54), ("100", 100)],
)
def test_a_score_is_shown_in_whole_points_rounded_half_up(exact: str, shown: int) -> None:
    assert Score(Fraction(exact)).rounded == shown


@pytest.mark.parametrize(
    ("value", "digits", "rounded"),
    [("0.05", 1, "0.1"), ("0.25", 1, "0.3"), ("2.345", 2, "2.35"), ("-2.5", 0, "-2"), ("-2.6", 0, "-3")],
)
def test_halves_go_up_at_any_number_of_decimals(value: str, digits: int, rounded: str) -> None:
    assert half_up(Fraction(value), digits) == Fraction(rounded)


@pytest.mark.parametrize(
    ("count", "shown"), [(0, 0), (4, 0), (5, 5), (9, 5), (10, 10), (14, 10), (15, 15), (404, 400)]
)
def test_a_number_of_people_is_shown_as_a_multiple_of_five_rounded_down(count: int, shown: int) -> None:
    assert round_down(count) == shown
