"""The chart of all organisations: a dot for each, the median, and the same numbers as a table."""

import pytest

from app.figures.chart import Chart, DotColumns, Line, Polygon
from app.figures.palette import INK
from app.figures.programme.distributions import distribution_dots, level_table
from app.figures.typography import FULL_WIDTH, PHONE_WIDTH
from app.maturity.programme.side_by_side import side_by_side
from tests.build import answers
from tests.figures.cast import wording_in
from tests.figures.cast_programme import comparison
from tests.maturity.programme.build import QUESTIONNAIRE, a_programme, a_submission, an_organisation

SMALL = side_by_side(
    a_programme(
        an_organisation("A", a_submission(answers(C1="not_applicable", C2="not_applicable"))),
        an_organisation("B", a_submission(answers(C1=1, C2=1))),
        an_organisation("D", a_submission(answers(C1=4, C2=4))),
    ),
    QUESTIONNAIRE,
)


def columns(chart: Chart) -> list[DotColumns]:
    return [each for each in chart.primitives if isinstance(each, DotColumns)]


def medians(chart: Chart) -> list[float]:
    return [each.x1 for each in chart.primitives if isinstance(each, Line) and each.colour == INK]


@pytest.mark.parametrize("count", [2, 12, 60, 1_500])
@pytest.mark.parametrize("width", [PHONE_WIDTH, FULL_WIDTH])
def test_every_organisation_is_a_dot_in_every_row(count: int, width: float) -> None:
    compared = comparison(count)

    drawn = columns(distribution_dots(compared, wording_in("en"), width=width))

    expected = [len(each.scores) for each in (compared.overall, *compared.distributions)]
    assert [sum(number for _x, _y, number in each.columns) for each in drawn] == expected
    assert min(expected) > 0.9 * count


def test_fifteen_hundred_organisations_take_a_shape_for_each_row() -> None:
    chart = distribution_dots(comparison(1_500), wording_in("en"))

    assert len(columns(chart)) == 10
    assert len(chart.primitives) < 150


def test_a_domain_without_a_score_has_no_dot() -> None:
    drawn = columns(distribution_dots(SMALL, wording_in("en")))

    assert [sum(number for _x, _y, number in each.columns) for each in drawn] == [3, 3, 2, 3]


def test_the_table_holds_mean_and_median_and_who_has_no_score() -> None:
    table = distribution_dots(SMALL, wording_in("en")).table

    assert table.header == (*("Measure", "Organisations", "Lowest", "Median", "Mean", "Highest", "No score"),)
    assert table.rows[2] == ("C Domain C", "2", "25", "63", "63", "100", "1")


def test_the_levels_are_counted_as_printed() -> None:
    table = level_table(SMALL, wording_in("en"))

    assert table.rows[2] == ("C Domain C", "0", "1", "0", "0", "1")
    # Overall 50, 125/3 and 200/3: E3 at level 2 caps nothing.
    assert table.rows[0] == ("Overall readiness", "0", "0", "2", "1", "0")


def test_one_organisation_has_a_score_and_no_median() -> None:
    chart = distribution_dots(comparison(1), wording_in("en"))

    assert medians(chart) == []
    assert any(label.text.startswith("score ") for label in chart.labels)
    assert chart.title.startswith("One organisation has submitted")


def test_none_has_no_dot() -> None:
    chart = distribution_dots(comparison(0), wording_in("fr"))

    assert columns(chart) == []
    assert chart.title == "Aucune organisation n’a encore transmis de score"


def test_the_marked_organisation_has_a_triangle_in_each_row_with_its_score() -> None:
    own = next(each for each in SMALL.submitted if each.organisation.label == "A")

    chart = distribution_dots(SMALL, wording_in("en"), own=own)

    assert len([each for each in chart.primitives if isinstance(each, Polygon)]) == 3
