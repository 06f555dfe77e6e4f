from app.maturity.peers.cohort import ALL, Cohort
from app.maturity.peers.contribution import OVERALL, Contribution
from app.maturity.peers.movements import ObservableGroup, count_differing, count_movements, observable_groups
from tests.maturity.peers.build import LARGE_SUPPLIER, MEDIA, SUPPLIER, a_contribution

SUPPLIERS = Cohort("supplier")


def counted(
    before: Contribution | None, after: Contribution | None, measure: str, *cohorts: Cohort
) -> list[int]:
    """Return how many receipts differ in each cohort."""
    found = count_differing(
        count_movements([(before, after)]), [ObservableGroup(measure, each) for each in cohorts]
    )
    return list(found.values())


def test_a_new_or_withdrawn_contribution_differs_in_every_cohort_of_its_lineage() -> None:
    one = a_contribution(50, SUPPLIER)

    assert counted(None, one, OVERALL, ALL, SUPPLIERS, SUPPLIER, MEDIA) == [1, 1, 1, 0]
    assert counted(one, None, OVERALL, ALL, SUPPLIERS, SUPPLIER, MEDIA) == [1, 1, 1, 0]


def test_an_unchanged_contribution_differs_nowhere() -> None:
    assert not count_movements([(a_contribution(50, G=40), a_contribution(50, G=40)), (None, None)])


def test_a_contribution_with_one_changed_score_differs_in_all_its_measures() -> None:
    before, after = a_contribution(50, G=40), a_contribution(55, G=40)

    assert counted(before, after, OVERALL, ALL) == counted(before, after, "G", ALL) == [1]
    assert counted(before, after, "C", ALL) == [0]


def test_a_contribution_that_loses_a_domain_score_differs() -> None:
    assert counted(a_contribution(50, G=40), a_contribution(50), "G", ALL, SUPPLIER) == [1, 1]


def test_a_contribution_that_moved_differs_once_in_each_child_and_in_the_parent() -> None:
    before, after = a_contribution(50, SUPPLIER), a_contribution(50, LARGE_SUPPLIER)

    assert counted(before, after, OVERALL, ALL, SUPPLIERS, SUPPLIER, LARGE_SUPPLIER, MEDIA) == [1, 1, 1, 1, 0]


def test_the_remainder_beside_shown_children_is_observable() -> None:
    assert observable_groups("G", {ALL, SUPPLIERS, SUPPLIER}) == {
        ObservableGroup("G", ALL),
        ObservableGroup("G", SUPPLIERS),
        ObservableGroup("G", SUPPLIER),
        ObservableGroup("G", ALL, frozenset({SUPPLIERS})),
        ObservableGroup("G", SUPPLIERS, frozenset({SUPPLIER})),
    }


def test_a_contribution_in_a_shown_child_is_not_in_the_remainder() -> None:
    left = ObservableGroup(OVERALL, SUPPLIERS, frozenset({SUPPLIER}))
    inside, beside = (
        count_movements([(None, a_contribution(50, cell))]) for cell in (SUPPLIER, LARGE_SUPPLIER)
    )

    assert count_differing(inside, [left]) == {left: 0}
    assert count_differing(beside, [left]) == {left: 1}


def test_each_receipt_of_equal_movements_counts() -> None:
    both = count_movements([(None, a_contribution(10)), (None, a_contribution(90))])

    assert count_differing(both, [ObservableGroup(OVERALL, ALL)]) == {ObservableGroup(OVERALL, ALL): 2}


def test_a_withdrawn_and_a_new_contribution_may_be_of_one_person() -> None:
    left, came = (a_contribution(10), None), (None, a_contribution(90))
    replaced = (a_contribution(10), a_contribution(90))
    found = count_differing(
        count_movements([left] * 4 + [came] * 5 + [replaced]), [ObservableGroup(OVERALL, ALL)]
    )

    assert found == {ObservableGroup(OVERALL, ALL): 6}  # five who came, four of whom may have left, and one
