from fractions import Fraction

import pytest

from app.maturity.peers.histogram import Histogram

QUARTER, HALF = Fraction(1, 4), Fraction(1, 2)


def test_a_quantile_is_linear_between_the_scores_in_order() -> None:
    histogram = Histogram({10: 1, 20: 1, 40: 1, 80: 1})

    # Of four scores the median lies half-way from the second to the third, the quarter 3/4 to the second.
    assert histogram.quantile(HALF) == 30
    assert histogram.quantile(QUARTER) == Fraction(35, 2)


def test_a_score_counts_once_for_each_contribution() -> None:
    assert Histogram({10: 3, 90: 2}).quantile(HALF) == 10


def test_of_one_score_every_quantile_is_that_score() -> None:
    assert Histogram({70: 1}).quantile(QUARTER) == 70


def test_near_includes_both_ends() -> None:
    histogram = Histogram({44: 1, 45: 2, 50: 4, 55: 8, 56: 16})

    assert histogram.count_near(50, 5) == 2 + 4 + 8


def test_an_empty_histogram_has_no_quantile() -> None:
    with pytest.raises(IndexError):
        Histogram({}).quantile(HALF)
