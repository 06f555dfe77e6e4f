import pytest

from app.maturity.peers.cohort import ALL, Cohort
from app.maturity.peers.contribution import OVERALL
from app.maturity.peers.position import MeasureStanding, Position, cohort_standings, position
from app.maturity.peers.snapshot import CohortFigures
from tests.maturity.peers.build import MEDIA, SUPPLIER, a_contribution, first_snapshot, several


@pytest.mark.parametrize(
    ("own", "found"),
    [(59, Position.BELOW_MEDIAN), (60, Position.AT_MEDIAN), (61, Position.ABOVE_MEDIAN)],
)
def test_with_a_median_alone_a_score_is_below_at_or_above_it(own: int, found: Position) -> None:
    assert position(own, CohortFigures(10, 60)) is found


@pytest.mark.parametrize(
    ("own", "found"),
    [
        (39, Position.LOWEST_QUARTER),
        (40, Position.SECOND_QUARTER),
        (59, Position.SECOND_QUARTER),
        (60, Position.AT_MEDIAN),
        (61, Position.THIRD_QUARTER),
        (80, Position.THIRD_QUARTER),
        (81, Position.HIGHEST_QUARTER),
    ],
)
def test_with_quartiles_a_score_is_in_a_quarter(own: int, found: Position) -> None:
    assert position(own, CohortFigures(20, 60, 40, 80)) is found


@pytest.mark.parametrize(
    ("own", "found"),
    [(49, Position.LOWEST_QUARTER), (50, Position.AT_MEDIAN), (51, Position.HIGHEST_QUARTER)],
)
def test_a_score_equal_to_coinciding_values_is_at_the_median(own: int, found: Position) -> None:
    assert position(own, CohortFigures(20, 50, 50, 50)) is found


@pytest.mark.parametrize(
    ("own", "figures", "found"),
    [
        (45, CohortFigures(20, 60, None, 80), Position.BELOW_MEDIAN),
        (70, CohortFigures(20, 60, None, 80), Position.THIRD_QUARTER),
        (45, CohortFigures(20, 60, 40, None), Position.SECOND_QUARTER),
        (90, CohortFigures(20, 60, 40, None), Position.ABOVE_MEDIAN),
        (30, CohortFigures(20, None, 40, 80), Position.LOWEST_QUARTER),
        (60, CohortFigures(20, None, 40, 80), Position.MIDDLE_HALF),
        (60, CohortFigures(20, None, 40, None), None),
        (30, CohortFigures(20, None, 40, None), Position.LOWEST_QUARTER),
        (60, CohortFigures(20), None),
    ],
)
def test_a_withheld_value_separates_no_scores(
    own: int, figures: CohortFigures, found: Position | None
) -> None:
    assert position(own, figures) is found


@pytest.mark.parametrize(("own", "value"), [(100, 90), (90, 90), (0, 10), (10, 10)])
def test_scores_beyond_ten_and_ninety_are_clamped_like_values(own: int, value: int) -> None:
    assert position(own, CohortFigures(10, value)) is Position.AT_MEDIAN


def test_standings_hold_the_published_cohorts_of_the_lineage_and_no_others() -> None:
    snapshot = first_snapshot({**several([50] * 10), **several([70] * 10, MEDIA)})

    beside = cohort_standings(snapshot, SUPPLIER, {OVERALL: 60})

    assert [each.cohort for each in beside] == [ALL, Cohort("supplier"), SUPPLIER]
    assert [each.n for each in beside] == [20, 10, 10]
    assert beside[2].standings == (
        MeasureStanding(OVERALL, 60, CohortFigures(10, 50), Position.ABOVE_MEDIAN),
    )


def test_a_domain_without_an_own_score_has_no_position() -> None:
    snapshot = first_snapshot({number: a_contribution(50, G=40) for number in range(10)})

    [overall, governance] = cohort_standings(snapshot, SUPPLIER, {OVERALL: 60})[0].standings

    assert overall.position is Position.ABOVE_MEDIAN
    assert governance == MeasureStanding("G", None, CohortFigures(10, 40), None)


def test_a_cohort_under_ten_gives_no_position() -> None:
    assert cohort_standings(first_snapshot(several([50] * 9)), SUPPLIER, {OVERALL: 60}) == ()
    assert cohort_standings(None, SUPPLIER, {OVERALL: 60}) == ()
