from fractions import Fraction

from app.figures.scale import Scale
from app.maturity.level import THRESHOLDS, level_of
from tests.figures.cast import LANGUAGES, wording_in


def test_each_threshold_is_where_the_next_level_begins() -> None:
    steps = [(level_of(each - Fraction(1, 1000)), level_of(each)) for each in THRESHOLDS]

    assert steps == [(0, 1), (1, 2), (2, 3), (3, 4)]


def test_positions_on_the_scale_are_proportional_to_points() -> None:
    scale = Scale(left=50, width=200)

    assert [scale.x(0), scale.x(Fraction(75, 2)), scale.x(100)] == [50, 125, 250]


def test_the_five_levels_are_named_in_order_from_left_to_right() -> None:
    names = Scale(172, 214).names(10, wording_in("en"))

    assert [name.text for name in names] == ["Absent", "Ad hoc", "Defined", "Applied", "Proven"]
    assert [name.x for name in names] == sorted(name.x for name in names)


def test_the_names_of_the_levels_share_one_line_in_both_languages() -> None:
    lines = {name.y for language in LANGUAGES for name in Scale(6, 306).names(10, wording_in(language))}

    assert lines == {10}


def test_thresholds_are_written_with_a_decimal_comma_in_french() -> None:
    assert [each.text for each in Scale(0, 300).numbers(10, wording_in("fr"))][1:3] == ["12,5", "37,5"]
