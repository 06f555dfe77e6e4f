from dataclasses import replace

import pytest
from sqlalchemy import select, update

from app.maturity.peers.contribution import count_by_cell
from app.storage.assessments import assessments, deletion
from app.storage.database.tables import ContributionRow, HistogramRow
from app.storage.peers import contributions, histograms, receipts
from app.storage.peers.edition import Edition
from app.storage.sealing.errors import ForbiddenError
from app.storage.sealing.roles import CONTRIBUTOR, OWNER, VIEWER
from tests import build
from tests.maturity.peers.build import MEDIA, SUPPLIER, a_contribution
from tests.storage.peers.stored_contributions import contribute, contribute_all, contributed, receipt
from tests.storage.stored_assessment import SavedAssessment, Store


def counts(desk: Store) -> dict[str, int]:
    """Read every count of overall scores, by cell and points."""
    rows = desk.rows(
        select(HistogramRow.size_band, HistogramRow.measure, HistogramRow.points, HistogramRow.count)
    )
    return {f"{size} {measure} {points}": count for size, measure, points, count in rows}


def withdraw(desk: Store, given: str) -> bool:
    with desk.writing.begin() as connection:
        return contributions.withdraw(connection, given)


def held(filed: SavedAssessment) -> str:
    with filed.desk.reading.connect() as connection:
        return receipts.read_receipt(connection, filed.key(connection))


def test_what_was_contributed_is_read_back(filed: SavedAssessment) -> None:
    given = a_contribution(33, G=50, C=0)

    contribute(filed, given)

    assert contributed(filed) == given


def test_before_that_nothing_is_contributed(filed: SavedAssessment) -> None:
    assert contributed(filed) is None


def test_contributing_anew_replaces(filed: SavedAssessment) -> None:
    contribute(filed, a_contribution(33, G=50))
    contribute(filed, a_contribution(40, MEDIA, C=20))

    assert contributed(filed) == a_contribution(40, MEDIA, C=20)
    assert counts(filed.desk) == {"1_49 overall 40": 1, "1_49 C 20": 1}


def test_replacing_moves_a_contribution_to_another_version(filed: SavedAssessment) -> None:
    contribute(filed, a_contribution(33))
    moved = replace(a_contribution(33), version="2.0")
    contribute(filed, moved)

    with filed.desk.reading.connect() as connection:
        assert histograms.read(connection, Edition("1.0", "full")) == {}
        assert histograms.read(connection, Edition("2.0", "full")) == count_by_cell([moved])


def test_contributions_of_a_cell_are_counted_together(desk: Store) -> None:
    contribute_all(desk, [50, 50, 60])
    contribute_all(desk, [50], MEDIA, first=3)

    assert counts(desk) == {"50_249 overall 50": 2, "50_249 overall 60": 1, "1_49 overall 50": 1}


def test_withdrawing_leaves_neither_contribution_nor_count(filed: SavedAssessment) -> None:
    contribute(filed, a_contribution(33, G=50))

    assert withdraw(filed.desk, held(filed))

    assert contributed(filed) is None
    assert filed.desk.rows(select(ContributionRow.receipt_digest)) == []
    assert counts(filed.desk) == {}


def test_what_is_not_contributed_cannot_be_withdrawn(desk: Store) -> None:
    contribute_all(desk, [50])

    assert not withdraw(desk, receipt(1))
    assert withdraw(desk, receipt(0))
    assert not withdraw(desk, receipt(0))


def test_after_withdrawing_one_may_contribute_again(filed: SavedAssessment) -> None:
    contribute(filed, a_contribution(33))
    withdraw(filed.desk, held(filed))
    contribute(filed, a_contribution(35))

    assert contributed(filed) == a_contribution(35)


def test_a_deleted_assessment_leaves_its_contribution_which_the_receipt_withdraws(
    filed: SavedAssessment,
) -> None:
    contribute(filed, a_contribution(33))
    kept = held(filed)
    with filed.desk.writing.begin() as connection:
        deletion.delete_assessment(connection, filed.id)

    assert counts(filed.desk) == {"50_249 overall 33": 1}
    assert withdraw(filed.desk, kept)
    assert counts(filed.desk) == {}


@pytest.mark.parametrize("role", [VIEWER, CONTRIBUTOR])
def test_nobody_but_an_owner_contributes_or_sees_what_was(filed: SavedAssessment, role: str) -> None:
    other = filed.shares(role, "G" if role == CONTRIBUTOR else "")

    with pytest.raises(ForbiddenError):
        contribute(other, a_contribution(33))
    with pytest.raises(ForbiddenError):
        contributed(other)


def test_another_owner_has_the_same_receipt(filed: SavedAssessment) -> None:
    other = filed.shares(OWNER)
    contribute(filed, a_contribution(33))

    assert contributed(other) == a_contribution(33)
    assert held(other) == held(filed)


def test_an_owner_who_stays_keeps_the_receipt_when_another_is_withdrawn(filed: SavedAssessment) -> None:
    before, other = held(filed), filed.shares(OWNER)
    filed.withdraws(other)

    assert held(filed) == before


def test_an_assessment_that_is_imported_again_contributes_as_another(
    desk: Store, filed: SavedAssessment
) -> None:
    again = desk.file(filed.load().assessment)
    contribute(filed, a_contribution(33))
    contribute(again, a_contribution(33))

    assert counts(desk) == {"50_249 overall 33": 2}


def test_contributing_changes_nothing_of_the_assessment(filed: SavedAssessment) -> None:
    before = filed.load()

    contribute(filed, a_contribution(33))

    assert filed.load() == before
    with filed.desk.writing.begin() as connection:
        assessments.complete(connection, filed.key(connection), build.TODAY, before.versions)


def test_counting_anew_finds_what_was_kept(desk: Store) -> None:
    contribute_all(desk, range(30))
    told: list[int] = []

    with desk.writing.begin() as connection:
        assert contributions.rebuild_histograms(connection, told.append)
    assert sum(told) == 30


def test_counting_anew_mends_counts_that_are_wrong(desk: Store) -> None:
    contribute_all(desk, [50, 60])
    right = counts(desk)
    desk.run(update(HistogramRow).values(count=7))
    with desk.writing.begin() as connection:
        assert not contributions.rebuild_histograms(connection, lambda rows: None)

    assert counts(desk) == right
    assert SUPPLIER.size_band in "".join(right)
