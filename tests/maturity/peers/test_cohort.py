from app.maturity.peers.cohort import ALL, Cohort, showable_cohorts

SUPPLIERS, MEDIA = Cohort("supplier"), Cohort("media")
SMALL, LARGE = Cohort("supplier", "1_49"), Cohort("supplier", "10000_plus")


def test_a_cell_descends_from_its_type_and_from_all() -> None:
    assert SMALL.lineage == (ALL, SUPPLIERS, SMALL)


def test_a_cohort_contains_itself_and_its_descendants() -> None:
    assert SUPPLIERS.contains(SMALL)
    assert SUPPLIERS.contains(SUPPLIERS)
    assert not SUPPLIERS.contains(MEDIA)
    assert not SMALL.contains(SUPPLIERS)


def test_a_cohort_under_ten_is_not_shown() -> None:
    sizes = {ALL: 9, SUPPLIERS: 9, SMALL: 9}

    assert showable_cohorts(sizes, 10, sizes) == frozenset()


def test_cohorts_of_ten_are_shown_if_no_sibling_is_hidden() -> None:
    sizes = {ALL: 20, SUPPLIERS: 10, SMALL: 10, MEDIA: 10}

    assert showable_cohorts(sizes, 10, sizes) == set(sizes)


def test_a_child_of_a_withheld_parent_is_not_shown() -> None:
    # Media are too few, so suppliers hide them, and their sizes with them.
    sizes = {ALL: 25, SUPPLIERS: 22, SMALL: 11, LARGE: 11, MEDIA: 3}

    assert showable_cohorts(sizes, 10, sizes) == {ALL}


def test_a_cohort_that_may_not_be_chosen_hides_among_its_siblings() -> None:
    sizes = {ALL: 32, SUPPLIERS: 10, MEDIA: 22}

    assert showable_cohorts(sizes, 10, {ALL, MEDIA}) == {ALL, MEDIA}
    assert showable_cohorts(sizes, 10, {MEDIA}) == frozenset()
