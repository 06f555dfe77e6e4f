"""Dots on their scores: each organisation once, none over another, as large as fits."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.figures.programme.packing import Column, PackedDots, pack_dots

WIDTH, HEIGHT = 240.0, 44.0

rows = st.lists(
    st.dictionaries(st.integers(0, 1_000), st.integers(1, 60), max_size=40).map(
        lambda counts: [(place * WIDTH / 1_000, count) for place, count in sorted(counts.items())]
    ),
    max_size=4,
)


def dots(row: tuple[Column, ...]) -> int:
    return sum(count for _place, count in row)


@given(rows)
def test_every_dot_is_drawn_and_none_lies_on_another(given_rows: list[list[Column]]) -> None:
    packed = pack_dots(given_rows, WIDTH, HEIGHT)

    for before, after in zip(given_rows, packed.rows, strict=True):
        assert dots(after) == sum(count for _place, count in before)
        places = [place for place, _count in after]
        gaps = [right - left for left, right in pairwise(places)]
        assert all(gap >= packed.distance - 1e-9 for gap in gaps)


@given(rows)
def test_dots_stay_within_the_height_unless_they_are_as_small_as_can_be(
    given_rows: list[list[Column]],
) -> None:
    packed = pack_dots(given_rows, WIDTH, HEIGHT)

    highest = max((count for row in packed.rows for _place, count in row), default=0)
    assert highest * packed.distance <= HEIGHT or packed.distance == 0.4


@given(rows)
def test_no_dot_is_further_from_its_score_than_five_points(given_rows: list[list[Column]]) -> None:
    packed = pack_dots(given_rows, WIDTH, HEIGHT)
    reach = max(packed.distance, WIDTH / 20)

    for before, after in zip(given_rows, packed.rows, strict=True):
        true = [place for place, count in before for _ in range(count)]
        drawn = [place for place, count in after for _ in range(count)]
        assert all(abs(one - other) <= reach for one, other in zip(true, sorted(drawn), strict=True))


def test_few_scores_stand_exactly_on_their_places() -> None:
    assert pack_dots([[(10.0, 1), (90.0, 2)]], WIDTH, HEIGHT) == PackedDots(7.0, (((10.0, 1), (90.0, 2)),))


def test_scores_closer_than_a_dot_share_a_column_between_them() -> None:
    assert pack_dots([[(10.0, 1), (13.0, 1)]], WIDTH, HEIGHT).rows == (((11.5, 2),),)


def test_a_group_twice_as_large_is_twice_as_high() -> None:
    (row,) = pack_dots([[(40.0, 400), (120.0, 200)]], WIDTH, HEIGHT).rows

    one = [count for place, count in row if place < 80]
    other = [count for place, count in row if place > 80]
    assert len(one) == len(other) > 1
    assert sum(one) == 2 * sum(other)


def test_nothing_is_packed_into_nothing() -> None:
    assert pack_dots([[], []], WIDTH, HEIGHT).rows == ((), ())
