from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy import func, select, text

from app.maturity.answers import Answer
from app.storage.assessments import deletion
from app.storage.database.tables import Base, DocumentKeyRow
from tests import build
from tests.database_files import read_files
from tests.storage.pulse.stored_pulse import StoredPulse
from tests.storage.stored_assessment import SavedAssessment, Store

TODAY = date(2026, 11, 1)
PEERS = {"contributions", "histograms", "pending", "snapshots", "invitations"}


def counts(desk: Store) -> dict[str, int]:
    """Count the rows of every table."""
    return {
        name: desk.rows(select(func.count()).select_from(table))[0][0]
        for name, table in Base.metadata.tables.items()
    }


def erase(filed: SavedAssessment) -> bool:
    with filed.desk.writing.begin() as connection:
        return deletion.delete_assessment(connection, filed.id)


def changed(filed: SavedAssessment, on: date) -> None:
    filed.desk.run(
        text("UPDATE assessments SET changed_on = :on WHERE id = :id").bindparams(
            on=on.isoformat() if filed.desk.engine.dialect.name == "sqlite" else on, id=filed.id
        )
    )


def test_a_deleted_assessment_leaves_no_row_in_any_table_and_others_stay_whole(desk: Store) -> None:
    before = counts(desk)
    other = desk.file(build.aldebaran(desk.questionnaire))
    with_one, whole = counts(desk), other.load()
    filed = desk.file(build.bellatrix(desk.questionnaire))
    filed.save("G", {"G1": Answer("4", "later")}, 1)
    StoredPulse(filed).begins().answers("essential")
    assert all(counts(desk)[table] > count for table, count in with_one.items() if table not in PEERS)

    assert erase(filed)

    assert counts(desk) == with_one
    assert other.load() == whole
    assert erase(other)
    assert counts(desk) == before == dict.fromkeys(before, 0)


def test_what_is_not_there_cannot_be_deleted(desk: Store, filed: SavedAssessment) -> None:
    assert erase(filed)

    assert not erase(filed)


@pytest.mark.sqlite
def test_nothing_that_was_deleted_is_in_any_byte_of_the_files(desk: Store, filed: SavedAssessment) -> None:
    stays = desk.file(build.aldebaran(desk.questionnaire))
    filed.save("G", {"G1": Answer("4", "x" * 1900, "y" * 1900)}, 1)
    [sealed] = desk.rows(text("SELECT sealed FROM documents WHERE version = 2"))[0]
    wrapped = select(DocumentKeyRow.wrapped).where(DocumentKeyRow.assessment_id == filed.id)
    pieces = [sealed[at : at + 16] for at in range(0, len(sealed) - 16, 500)]
    gone = [filed.id.encode(), *pieces, *(row[0] for row in desk.rows(wrapped))]
    assert all(any(secret in content for content in read_files(desk.engine).values()) for secret in gone)

    assert erase(filed)

    assert not [
        secret for secret in gone for content in read_files(desk.engine).values() if secret in content
    ]
    assert stays.load().assessment.profile.organisation == "Aldebaran"


def test_the_purge_takes_what_nobody_changed_for_so_many_days_and_nothing_else(desk: Store) -> None:
    make: Callable[[], SavedAssessment] = lambda: desk.file(build.capella(desk.questionnaire))  # noqa: E731
    due, late, young = make(), make(), make()
    changed(due, date(2026, 10, 2))
    changed(late, date(2020, 1, 1))
    changed(young, date(2026, 10, 3))

    with desk.writing.begin() as connection:
        assert deletion.purge(connection, TODAY, 30) == 2
    with desk.writing.begin() as connection:
        assert deletion.purge(connection, TODAY, 30) == 0

    assert desk.rows(text("SELECT id FROM assessments")) == [(young.id,)]


def test_an_assessment_is_due_on_the_first_day_on_which_the_purge_takes_it(
    desk: Store, filed: SavedAssessment
) -> None:
    changed(filed, date(2026, 10, 2))

    with desk.reading.connect() as connection:
        assert deletion.purge_day(connection, filed.id, 30) == TODAY
        assert deletion.purge_day(connection, "nobody", 30) is None


def test_a_change_puts_the_end_off(desk: Store, filed: SavedAssessment) -> None:
    changed(filed, date(2020, 1, 1))

    filed.save("G", {"G1": Answer("4", "still at it")}, 1)

    with desk.writing.begin() as connection:
        assert deletion.purge(connection, TODAY, 30) == 0
