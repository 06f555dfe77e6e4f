from datetime import date

from sqlalchemy import select

from app.maturity.peers.cohort import ALL, Cohort
from app.maturity.peers.contribution import OVERALL
from app.maturity.peers.snapshot import CohortFigures
from app.storage.database.tables import PendingRow, SnapshotRow
from app.storage.peers import contributions, snapshots
from app.storage.peers.edition import Edition
from tests.maturity.peers.build import MEDIA, SUPPLIER, first_snapshot, several
from tests.storage.peers.stored_contributions import EDITION, contribute_all, publish, published, receipt
from tests.storage.stored_assessment import Store

DECEMBER = date(2026, 12, 1)


def test_what_is_published_is_what_the_core_makes_of_all_contributions(store: Store) -> None:
    scores = [20, 30, 40, 50, 60, 50, 50, 50, 50, 55]
    contribute_all(store, scores)
    contribute_all(store, [70] * 20, MEDIA, first=100)

    assert publish(store)

    assert published(store) == first_snapshot({**several(scores), **several([70] * 20, MEDIA)})


def test_with_too_few_contributions_nothing_is_published(store: Store) -> None:
    contribute_all(store, [50] * 9)

    assert not publish(store)
    assert published(store) is None


def test_a_snapshot_stays_until_nine_receipts_differ(store: Store) -> None:
    contribute_all(store, [50] * 20)
    publish(store)
    first = published(store)

    contribute_all(store, [90] * 8)
    assert not publish(store, DECEMBER)
    assert published(store) == first

    contribute_all(store, [90], first=8)
    assert publish(store, DECEMBER)
    second = published(store)
    assert second is not None
    assert second.month == "2026-12"


def test_a_receipt_counts_once_however_often_it_changes_and_not_if_it_changes_back(store: Store) -> None:
    contribute_all(store, [50] * 20)
    publish(store)

    for points in (60, 70, 80):
        contribute_all(store, [points] * 8)
    contribute_all(store, [60], first=8)
    contribute_all(store, [50], first=8)

    assert len(store.rows(select(PendingRow.receipt_digest))) == 8
    assert not publish(store)


def test_a_contribution_withdrawn_and_made_again_is_not_pending(store: Store) -> None:
    contribute_all(store, [50] * 20)
    publish(store)

    with store.writing.begin() as connection:
        contributions.withdraw(connection, receipt(3))
    assert len(store.rows(select(PendingRow.receipt_digest))) == 1
    contribute_all(store, [50], first=3)

    assert store.rows(select(PendingRow.receipt_digest)) == []


def test_a_withdrawn_score_cannot_be_read_from_the_pending_rows(store: Store) -> None:
    contribute_all(store, [37] * 20)
    publish(store)
    with store.writing.begin() as connection:
        contributions.withdraw(connection, receipt(3))

    [row] = store.rows(select(PendingRow))

    texts = (*EDITION, SUPPLIER.organisation_type, SUPPLIER.size_band, OVERALL)
    assert {value for value in row if isinstance(value, str)} == set(texts)
    assert {len(value) for value in row if isinstance(value, bytes)} == {32}


def test_each_version_and_variant_is_published_by_itself(store: Store) -> None:
    contribute_all(store, [50] * 10)
    publish(store)

    with store.writing.begin() as connection:
        assert not snapshots.publish(connection, Edition("1.0", "quick"), DECEMBER, 10)
        assert not snapshots.publish(connection, Edition("2.0", "full"), DECEMBER, 10)
        assert snapshots.published_editions(connection) == (EDITION,)
        assert snapshots.changed_editions(connection) == (EDITION,)


def test_for_a_cell_only_its_own_cohorts_are_read(store: Store) -> None:
    contribute_all(store, [50] * 10)
    contribute_all(store, [70] * 10, MEDIA, first=100)
    publish(store)

    with store.reading.connect() as connection:
        beside = snapshots.read_snapshot_for_cell(connection, EDITION, SUPPLIER)

    assert beside is not None
    assert set(beside.figures) == {ALL, Cohort("supplier"), SUPPLIER}
    assert beside.figures[SUPPLIER] == {OVERALL: CohortFigures(10, 50)}


def test_a_snapshot_without_contributions_has_no_figures(store: Store) -> None:
    contribute_all(store, [50] * 12)
    publish(store)
    with store.writing.begin() as connection:
        for number in range(12):
            contributions.withdraw(connection, receipt(number))

    assert publish(store)

    assert published(store) is None
    assert store.rows(select(SnapshotRow.month)) == []
