from fractions import Fraction

import pytest

from app.maturity.level import THRESHOLDS, Level, level_of

A_HAIR = Fraction(1, 10**12)


@pytest.mark.parametrize(
    ("bound", "below", "reached"),
    [
        (Fraction("12.5"), Level.ABSENT, Level.AD_HOC),
        (Fraction("37.5"), Level.AD_HOC, Level.DEFINED),
        (Fraction("62.5"), Level.DEFINED, Level.APPLIED),
        (Fraction("87.5"), Level.APPLIED, Level.PROVEN),
    ],
)
def test_a_band_begins_exactly_at_its_bound(bound: Fraction, below: Level, reached: Level) -> None:
    assert (level_of(bound - A_HAIR), level_of(bound)) == (below, reached)


def test_the_bands_span_nothing_to_everything() -> None:
    assert (level_of(Fraction(0)), level_of(Fraction(100))) == (Level.ABSENT, Level.PROVEN)


def test_files_name_the_levels_in_small_letters() -> None:
    assert [level.key for level in Level] == ["absent", "ad_hoc", "defined", "applied", "proven"]


def test_the_points_of_a_level_are_the_score_of_a_domain_at_that_level() -> None:
    assert [level.points for level in Level] == [0, 25, 50, 75, 100]
    assert [level_of(Fraction(level.points)) for level in Level] == list(Level)


def test_the_thresholds_are_the_lowest_scores_of_the_levels_above_absent() -> None:
    assert [level_of(threshold) for threshold in THRESHOLDS] == list(Level)[1:]
