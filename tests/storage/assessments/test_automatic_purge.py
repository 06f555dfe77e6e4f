"""The automatic purge waits where a wrong clock may be what makes assessments due."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import func, insert, select

from app.maturity.answers import Answer
from app.storage.assessments import automatic_purge, sign_in
from app.storage.assessments.automatic_purge import DuePurge, PurgeMemory
from app.storage.database.tables import AssessmentRow
from tests.storage.stored_assessment import SavedAssessment, Store

TODAY = date(2026, 11, 30)
DAYS = 365
DUE, YOUNG = TODAY - timedelta(DAYS), TODAY - timedelta(3)


def store_rows(store: Store, changed_on: date, number: int) -> None:
    """Store rows of assessments that were last changed on a day."""
    start = store.rows(select(func.count()).select_from(AssessmentRow))[0][0]
    rows = [
        {"id": str(start + each), "questionnaire": "q", "version": "1.0", "changed_on": changed_on}
        for each in range(number)
    ]
    if rows:
        with store.writing.begin() as connection:
            connection.execute(insert(AssessmentRow), rows)


def purge(store: Store, today: date = TODAY, memory: PurgeMemory | None = None) -> tuple[int, DuePurge]:
    with store.writing.begin() as connection:
        return automatic_purge.purge_unless_unusual(connection, today, DAYS, memory or PurgeMemory())


@pytest.mark.parametrize(
    ("due", "young", "deleted"),
    [(1, 1, 1), (10, 1, 10), (11, 99, 11), (11, 98, 0), (20, 180, 20), (20, 179, 0), (0, 5, 0)],
)
def test_a_purge_of_more_than_ten_and_more_than_a_tenth_waits(
    store: Store, due: int, young: int, deleted: int
) -> None:
    store_rows(store, DUE, due)
    store_rows(store, YOUNG, young)

    count, found = purge(store)

    assert (count, found.waits) == (deleted, deleted == 0 < due)
    assert store.rows(select(func.count()).select_from(AssessmentRow)) == [(due + young - deleted,)]


@pytest.mark.parametrize(("silence", "deleted"), [(30, 1), (31, 0), (364, 0)])
def test_a_purge_more_than_thirty_days_after_the_newest_change_waits(
    store: Store, silence: int, deleted: int
) -> None:
    store_rows(store, DUE, 1)
    store_rows(store, TODAY - timedelta(silence), 1)

    assert purge(store)[0] == deleted


def test_a_start_four_hundred_days_ahead_deletes_nothing(store: Store) -> None:
    store_rows(store, TODAY, 54)
    ahead = TODAY + timedelta(400)

    count, due = purge(store, ahead)

    assert (count, due.due, due.assessments, due.waits) == (0, 54, 54, True)
    assert due.sentence == (
        "The purge of 54 of 54 assessments waits, because today is 2028-01-04 and the newest change on record"
        " is of 2026-11-30: check the clock and RETENTION_DAYS, then run data purge to delete them."
    )


def test_a_purge_that_is_too_large_names_its_size(store: Store) -> None:
    store_rows(store, DUE, 11)
    store_rows(store, TODAY, 1)

    assert (
        "The purge of 11 of 12 assessments waits, because that is more than a tenth:"
        in purge(store)[1].sentence
    )


def test_a_change_under_a_wrong_clock_does_not_end_the_wait(store: Store) -> None:
    memory, ahead = PurgeMemory(), TODAY + timedelta(400)
    store_rows(store, TODAY, 5)
    purge(store, ahead, memory)
    store_rows(store, ahead, 1)

    count, due = purge(store, ahead, memory)

    assert (count, due.due, due.waits) == (0, 5, True)
    assert f"the newest change on record is of {TODAY}" in due.sentence


def test_a_wait_ends_once_nothing_is_due_or_the_clock_is_right_again(store: Store) -> None:
    memory = PurgeMemory()
    store_rows(store, TODAY, 5)

    for today in (TODAY + timedelta(400), TODAY + timedelta(1)):
        purge(store, today, memory)

    assert memory == PurgeMemory(None)


def test_a_change_in_the_future_does_not_vouch_for_the_clock(store: Store) -> None:
    store_rows(store, DUE, 1)
    store_rows(store, TODAY + timedelta(90), 1)

    assert purge(store)[0] == 0


def test_without_retention_nothing_is_due(store: Store) -> None:
    store_rows(store, date(2000, 1, 1), 3)

    with store.reading.connect() as connection:
        due = automatic_purge.find_due(connection, TODAY, 0)

    assert (due.due, due.assessments, due.waits) == (0, 3, False)


def test_a_database_without_assessments_does_not_wait(store: Store) -> None:
    assert purge(store) == (0, DuePurge(TODAY, 0, 0, None))
    assert not purge(store)[1].waits


def test_a_clock_that_is_behind_does_not_make_an_assessment_older(
    store: Store, saved: SavedAssessment
) -> None:
    behind = replace(store, now=datetime(1970, 1, 1, tzinfo=UTC))
    before = store.rows(select(AssessmentRow.changed_on))

    replace(saved, store=behind).save("G", {"G1": Answer("4", "under a wrong clock")}, 1)
    with behind.writing.begin() as connection:
        sign_in.sign_in(connection, behind.vault, saved.code, behind.now)

    assert store.rows(select(AssessmentRow.changed_on)) == before


def test_a_later_change_raises_the_day(store: Store, saved: SavedAssessment) -> None:
    later = replace(store, now=store.now + timedelta(days=5))

    replace(saved, store=later).save("G", {"G1": Answer("4", "later")}, 1)

    assert store.rows(select(AssessmentRow.changed_on)) == [(later.now.date(),)]
