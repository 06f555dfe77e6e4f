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


def counts(store: Store) -> dict[str, int]:
    """Return every count of overall scores, by cell and points."""
    rows = store.rows(
        select(HistogramRow.size_band, HistogramRow.measure, HistogramRow.points, HistogramRow.count)
    )
    return {f"{size} {measure} {points}": count for size, measure, points, count in rows}


def withdraw(store: Store, receipt: str) -> bool:
    with store.writing.begin() as connection:
        return contributions.withdraw(connection, receipt)


def read_receipt(saved: SavedAssessment) -> str:
    with saved.store.reading.connect() as connection:
        return receipts.read_receipt(connection, saved.key(connection))


def test_what_was_contributed_is_read_back(saved: SavedAssessment) -> None:
    contribution = a_contribution(33, G=50, C=0)

    contribute(saved, contribution)

    assert contributed(saved) == contribution


def test_a_new_assessment_has_no_contribution(saved: SavedAssessment) -> None:
    assert contributed(saved) is None


def test_a_second_contribution_replaces_the_first(saved: SavedAssessment) -> None:
    contribute(saved, a_contribution(33, G=50))
    contribute(saved, a_contribution(40, MEDIA, C=20))

    assert contributed(saved) == a_contribution(40, MEDIA, C=20)
    assert counts(saved.store) == {"1_49 overall 40": 1, "1_49 C 20": 1}


def test_replacing_moves_a_contribution_to_another_version(saved: SavedAssessment) -> None:
    contribute(saved, a_contribution(33))
    moved = replace(a_contribution(33), version="2.0")
    contribute(saved, moved)

    with saved.store.reading.connect() as connection:
        assert histograms.read(connection, Edition("1.0", "full")) == {}
        assert histograms.read(connection, Edition("2.0", "full")) == count_by_cell([moved])


def test_contributions_of_a_cell_are_counted_together(store: Store) -> None:
    contribute_all(store, [50, 50, 60])
    contribute_all(store, [50], MEDIA, first=3)

    assert counts(store) == {"50_249 overall 50": 2, "50_249 overall 60": 1, "1_49 overall 50": 1}


def test_withdrawing_leaves_neither_contribution_nor_count(saved: SavedAssessment) -> None:
    contribute(saved, a_contribution(33, G=50))

    assert withdraw(saved.store, read_receipt(saved))

    assert contributed(saved) is None
    assert saved.store.rows(select(ContributionRow.receipt_digest)) == []
    assert counts(saved.store) == {}


def test_a_receipt_without_a_contribution_cannot_withdraw(store: Store) -> None:
    contribute_all(store, [50])

    assert not withdraw(store, receipt(1))
    assert withdraw(store, receipt(0))
    assert not withdraw(store, receipt(0))


def test_an_assessment_can_contribute_again_after_withdrawing(saved: SavedAssessment) -> None:
    contribute(saved, a_contribution(33))
    withdraw(saved.store, read_receipt(saved))
    contribute(saved, a_contribution(35))

    assert contributed(saved) == a_contribution(35)


def test_a_deleted_assessment_leaves_its_contribution_which_the_receipt_withdraws(
    saved: SavedAssessment,
) -> None:
    contribute(saved, a_contribution(33))
    receipt = read_receipt(saved)
    with saved.store.writing.begin() as connection:
        deletion.delete_assessment(connection, saved.id, build.TODAY)

    assert counts(saved.store) == {"50_249 overall 33": 1}
    assert withdraw(saved.store, receipt)
    assert counts(saved.store) == {}


@pytest.mark.parametrize("role", [VIEWER, CONTRIBUTOR])
def test_only_an_owner_contributes_or_reads_the_contribution(saved: SavedAssessment, role: str) -> None:
    other = saved.shares(role, "G" if role == CONTRIBUTOR else "")

    with pytest.raises(ForbiddenError):
        contribute(other, a_contribution(33))
    with pytest.raises(ForbiddenError):
        contributed(other)


def test_another_owner_has_the_same_receipt(saved: SavedAssessment) -> None:
    other = saved.shares(OWNER)
    contribute(saved, a_contribution(33))

    assert contributed(other) == a_contribution(33)
    assert read_receipt(other) == read_receipt(saved)


def test_the_remaining_owner_keeps_the_receipt_when_another_is_withdrawn(saved: SavedAssessment) -> None:
    before, other = read_receipt(saved), saved.shares(OWNER)
    saved.withdraws(other)

    assert read_receipt(saved) == before


def test_an_assessment_that_is_imported_again_contributes_as_another(
    store: Store, saved: SavedAssessment
) -> None:
    again = store.create(saved.load().assessment)
    contribute(saved, a_contribution(33))
    contribute(again, a_contribution(33))

    assert counts(store) == {"50_249 overall 33": 2}


def test_contributing_changes_nothing_of_the_assessment(saved: SavedAssessment) -> None:
    before = saved.load()

    contribute(saved, a_contribution(33))

    assert saved.load() == before
    with saved.store.writing.begin() as connection:
        assessments.complete(connection, saved.key(connection), build.TODAY, before.versions)


def test_a_recount_equals_the_stored_counts(store: Store) -> None:
    contribute_all(store, range(30))
    numbers: list[int] = []

    with store.writing.begin() as connection:
        assert contributions.rebuild_histograms(connection, numbers.append)
    assert sum(numbers) == 30


def test_a_recount_corrects_wrong_counts(store: Store) -> None:
    contribute_all(store, [50, 60])
    right = counts(store)
    store.run(update(HistogramRow).values(count=7))
    with store.writing.begin() as connection:
        assert not contributions.rebuild_histograms(connection, lambda rows: None)

    assert counts(store) == right
    assert SUPPLIER.size_band in "".join(right)
