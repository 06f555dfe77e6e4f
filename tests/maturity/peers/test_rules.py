from fractions import Fraction

import pytest

from app.maturity.peers import rules
from app.maturity.peers.histogram import Histogram

HALF = Fraction(1, 2)


@pytest.mark.parametrize(("n", "large"), [(9, False), (10, True)])
def test_a_cohort_is_large_enough_from_ten_on(n: int, large: bool) -> None:
    assert rules.is_large_enough(n, 10) is large


def test_a_minimum_below_ten_counts_as_ten() -> None:
    assert not rules.is_large_enough(9, 5)
    assert not rules.is_large_enough(14, 15)


def test_hidden_siblings_of_fewer_than_ten_hide_the_smallest_shown_one() -> None:
    sizes = {"a": 30, "b": 12, "c": 5, "d": 4}

    # 5 + 4 = 9 would be left, with b it is 21.
    assert rules.without_small_remainder(sizes, frozenset("ab"), 10) == {"a"}


@pytest.mark.parametrize("sizes", [{"a": 30, "b": 12}, {"a": 30, "b": 12, "c": 5, "d": 5}])
def test_hidden_siblings_of_none_or_ten_hide_no_other(sizes: dict[str, int]) -> None:
    assert rules.without_small_remainder(sizes, frozenset("ab"), 10) == {"a", "b"}


def test_of_equal_siblings_the_first_by_name_is_withheld() -> None:
    assert rules.without_small_remainder({"b": 12, "a": 12, "c": 1}, frozenset("ab"), 10) == {"b"}


def test_a_larger_minimum_withholds_more_siblings() -> None:
    sizes = {"a": 40, "b": 21, "c": 20, "d": 1}

    # With a minimum of 20 c alone is enough to hide d; with 40 b must hide, too.
    assert rules.without_small_remainder(sizes, frozenset("abc"), 20) == {"a", "b"}
    assert rules.without_small_remainder(sizes, frozenset("abc"), 40) == {"a"}


@pytest.mark.parametrize(("differing", "may"), [(0, True), (1, False), (8, False), (9, True)])
def test_a_group_may_change_by_none_or_at_least_nine_receipts(differing: int, may: bool) -> None:
    assert rules.may_change(differing) is may


@pytest.mark.parametrize(("n", "has"), [(19, False), (20, True)])
def test_quartiles_are_published_from_twenty_on(n: int, has: bool) -> None:
    assert rules.has_quartiles(n) is has


@pytest.mark.parametrize(("points", "published"), [(52, 50), (53, 55), (12, 10), (87, 85)])
def test_a_value_is_published_in_steps_of_five(points: int, published: int) -> None:
    assert rules.published_quantile(Histogram({points: 11}), HALF) == published


def test_halves_between_two_steps_are_published_as_the_upper_step() -> None:
    # The median of ten is half-way from 52 to 53.
    assert rules.published_quantile(Histogram({52: 5, 53: 5}), HALF) == 55


def test_a_value_with_fewer_than_five_near_it_is_withheld() -> None:
    assert rules.published_quantile(Histogram({0: 4, 48: 4, 100: 4}), HALF) is None
    assert rules.published_quantile(Histogram({0: 4, 48: 5, 100: 4}), HALF) == 50


def test_scores_must_be_near_the_published_value() -> None:
    # The median is 47 and published as 45: 51 and 52 are within five points of 47, and not of 45.
    assert rules.published_quantile(Histogram({0: 4, 47: 4, 51: 2, 52: 2}), HALF) is None
    assert rules.published_quantile(Histogram({0: 4, 47: 4, 50: 4}), HALF) == 45


@pytest.mark.parametrize(("points", "published"), [(100, 90), (93, 90), (90, 90), (7, 10), (0, 10)])
def test_values_beyond_ten_or_ninety_are_published_as_ten_or_ninety(points: int, published: int) -> None:
    assert rules.published_quantile(Histogram({points: 10}), HALF) == published
