from app.maturity.peers.cohort import ALL, Cell, Cohort
from app.maturity.peers.contribution import OVERALL
from app.maturity.peers.movements import count_movements
from app.maturity.peers.selection import PreviousSelection, select_cohorts, sizes_before
from tests.maturity.peers.build import LARGE_SUPPLIER, MEDIA, SUPPLIER, a_contribution

GOVERNMENT = Cell("government", "1_49")
TYPES = {ALL: 50, Cohort("government"): 20, Cohort("supplier"): 20, Cohort("media"): 10}


def sizes() -> dict[Cohort, int]:
    return TYPES | {GOVERNMENT: 20, SUPPLIER: 20, MEDIA: 10}


def past(*shown: Cohort, media_joined: int) -> PreviousSelection:
    """Return a past selection before ``media_joined`` media contributed."""
    came = [(None, a_contribution(50, MEDIA))] * media_joined
    return PreviousSelection(OVERALL, frozenset(shown), count_movements(came))


def test_the_sizes_before_are_the_sizes_now_without_additions_and_with_withdrawals() -> None:
    here, there = a_contribution(50, SUPPLIER), a_contribution(50, LARGE_SUPPLIER)
    moved = count_movements(
        [(None, here), (here, None), (here, None), (here, there), (there, a_contribution(60, LARGE_SUPPLIER))]
    )

    assert sizes_before({ALL: 25, SUPPLIER: 5, LARGE_SUPPLIER: 20}, OVERALL, moved) == {
        SUPPLIER: 5 - 1 + 2 + 1,
        LARGE_SUPPLIER: 20 - 1,
    }


def test_before_the_first_snapshot_every_selection_is_safe() -> None:
    assert select_cohorts(sizes(), 10, sizes(), past(media_joined=10)) == frozenset(sizes())


def test_new_cohorts_are_withheld_smallest_first_and_no_more_than_needed() -> None:
    # One of ten media was there before. Media hide, then the first of the two others beside them.
    found = select_cohorts(sizes(), 10, sizes(), past(ALL, media_joined=9))

    assert found == frozenset({ALL, Cohort("supplier"), SUPPLIER})


def test_if_ten_were_there_before_all_may_be_shown() -> None:
    more = sizes() | {ALL: 59, Cohort("media"): 19, MEDIA: 19}

    assert select_cohorts(more, 10, more, past(ALL, media_joined=9)) == frozenset(more)


def test_a_cohort_outside_the_candidates_is_not_chosen() -> None:
    among = frozenset({ALL, Cohort("government"), GOVERNMENT})

    assert select_cohorts(sizes(), 10, among, past(media_joined=10)) == among


def test_shown_cohorts_with_few_changes_can_keep_all_figures_as_they_are() -> None:
    shrunk = {ALL: 21, Cohort("supplier"): 20, SUPPLIER: 20, Cohort("media"): 1, MEDIA: 1}
    left = count_movements([(a_contribution(50, MEDIA), None)] * 9)

    assert (
        select_cohorts(
            shrunk, 10, shrunk, PreviousSelection(OVERALL, frozenset({ALL, Cohort("supplier")}), left)
        )
        is None
    )
    assert select_cohorts(
        shrunk, 10, shrunk, PreviousSelection(OVERALL, frozenset({ALL}), left)
    ) == frozenset({ALL})
