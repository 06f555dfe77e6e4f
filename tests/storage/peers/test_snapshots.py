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


def test_what_is_published_is_what_the_core_makes_of_all_contributions(desk: Store) -> None:
    scores = [20, 30, 40, 50, 60, 50, 50, 50, 50, 55]
    contribute_all(desk, scores)
    contribute_all(desk, [70] * 20, MEDIA, first=100)

    assert publish(desk)

    assert published(desk) == first_snapshot({**several(scores), **several([70] * 20, MEDIA)})


def test_until_then_nothing_is_published(desk: Store) -> None:
    contribute_all(desk, [50] * 9)

    assert not publish(desk)
    assert published(desk) is None


def test_a_snapshot_stays_until_nine_receipts_differ(desk: Store) -> None:
    contribute_all(desk, [50] * 20)
    publish(desk)
    first = published(desk)

    contribute_all(desk, [90] * 8)
    assert not publish(desk, DECEMBER)
    assert published(desk) == first

    contribute_all(desk, [90], first=8)
    assert publish(desk, DECEMBER)
    second = published(desk)
    assert second is not None
    assert second.month == "2026-12"


def test_who_changes_often_or_back_counts_once_or_not(desk: Store) -> None:
    contribute_all(desk, [50] * 20)
    publish(desk)

    for points in (60, 70, 80):
        contribute_all(desk, [points] * 8)
    contribute_all(desk, [60], first=8)
    contribute_all(desk, [50], first=8)

    assert len(desk.rows(select(PendingRow.receipt_digest))) == 8
    assert not publish(desk)


def test_who_withdraws_and_comes_back_the_same_does_not_differ(desk: Store) -> None:
    contribute_all(desk, [50] * 20)
    publish(desk)

    with desk.writing.begin() as connection:
        contributions.withdraw(connection, receipt(3))
    assert len(desk.rows(select(PendingRow.receipt_digest))) == 1
    contribute_all(desk, [50], first=3)

    assert desk.rows(select(PendingRow.receipt_digest)) == []


def test_nothing_that_was_withdrawn_can_be_read_of_what_differs(desk: Store) -> None:
    contribute_all(desk, [37] * 20)
    publish(desk)
    with desk.writing.begin() as connection:
        contributions.withdraw(connection, receipt(3))

    [row] = desk.rows(select(PendingRow))

    kept = (*EDITION, SUPPLIER.organisation_type, SUPPLIER.size_band, OVERALL)
    assert {value for value in row if isinstance(value, str)} == set(kept)
    assert {len(value) for value in row if isinstance(value, bytes)} == {32}


def test_each_version_and_variant_is_published_by_itself(desk: Store) -> None:
    contribute_all(desk, [50] * 10)
    publish(desk)

    with desk.writing.begin() as connection:
        assert not snapshots.publish(connection, Edition("1.0", "quick"), DECEMBER, 10)
        assert not snapshots.publish(connection, Edition("2.0", "full"), DECEMBER, 10)
        assert snapshots.published_editions(connection) == (EDITION,)
        assert snapshots.changed_editions(connection) == (EDITION,)


def test_beside_a_cell_only_its_own_cohorts_are_read(desk: Store) -> None:
    contribute_all(desk, [50] * 10)
    contribute_all(desk, [70] * 10, MEDIA, first=100)
    publish(desk)

    with desk.reading.connect() as connection:
        beside = snapshots.read_snapshot_for_cell(connection, EDITION, SUPPLIER)

    assert beside is not None
    assert set(beside.figures) == {ALL, Cohort("supplier"), SUPPLIER}
    assert beside.figures[SUPPLIER] == {OVERALL: CohortFigures(10, 50)}


def test_a_snapshot_of_nothing_takes_all_figures_away(desk: Store) -> None:
    contribute_all(desk, [50] * 12)
    publish(desk)
    with desk.writing.begin() as connection:
        for number in range(12):
            contributions.withdraw(connection, receipt(number))

    assert publish(desk)

    assert published(desk) is None
    assert desk.rows(select(SnapshotRow.month)) == []
