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
# What becomes of them is tested in tests/storage/programme/test_states.py.
PROGRAMMES = {"programmes", "programme_codes", "programme_invitations", "submissions"}


def counts(store: Store) -> dict[str, int]:
    """Return the number of rows of every table."""
    return {
        name: store.rows(select(func.count()).select_from(table))[0][0]
        for name, table in Base.metadata.tables.items()
    }


def erase(saved: SavedAssessment) -> bool:
    with saved.store.writing.begin() as connection:
        return deletion.delete_assessment(connection, saved.id, TODAY)


def changed(saved: SavedAssessment, on: date) -> None:
    saved.store.run(
        text("UPDATE assessments SET changed_on = :on WHERE id = :id").bindparams(
            on=on.isoformat() if saved.store.engine.dialect.name == "sqlite" else on, id=saved.id
        )
    )


def test_a_deleted_assessment_leaves_no_row_in_any_table_and_others_stay_whole(store: Store) -> None:
    before = counts(store)
    other = store.create(build.aldebaran(store.questionnaire))
    with_one, whole = counts(store), other.load()
    saved = store.create(build.bellatrix(store.questionnaire))
    saved.save("G", {"G1": Answer("4", "later")}, 1)
    StoredPulse(saved).begins().answers("essential")
    assert all(
        counts(store)[table] > count for table, count in with_one.items() if table not in PEERS | PROGRAMMES
    )

    assert erase(saved)

    assert counts(store) == with_one
    assert other.load() == whole
    assert erase(other)
    assert counts(store) == before == dict.fromkeys(before, 0)


def test_an_unknown_assessment_cannot_be_deleted(store: Store, saved: SavedAssessment) -> None:
    assert erase(saved)

    assert not erase(saved)


@pytest.mark.sqlite
def test_nothing_that_was_deleted_is_in_any_byte_of_the_files(store: Store, saved: SavedAssessment) -> None:
    stays = store.create(build.aldebaran(store.questionnaire))
    saved.save("G", {"G1": Answer("4", "x" * 1900, "y" * 1900)}, 1)
    [sealed] = store.rows(text("SELECT sealed FROM documents WHERE version = 2"))[0]
    wrapped = select(DocumentKeyRow.wrapped).where(DocumentKeyRow.assessment_id == saved.id)
    pieces = [sealed[at : at + 16] for at in range(0, len(sealed) - 16, 500)]
    gone = [saved.id.encode(), *pieces, *(row[0] for row in store.rows(wrapped))]
    assert all(any(secret in content for content in read_files(store.engine).values()) for secret in gone)

    assert erase(saved)

    assert not [
        secret for secret in gone for content in read_files(store.engine).values() if secret in content
    ]
    assert stays.load().assessment.profile.organisation == "Aldebaran"


def test_the_purge_deletes_assessments_unchanged_for_these_days_and_no_others(store: Store) -> None:
    make: Callable[[], SavedAssessment] = lambda: store.create(build.capella(store.questionnaire))  # noqa: E731  a default with a type
    due, late, young = make(), make(), make()
    changed(due, date(2026, 10, 2))
    changed(late, date(2020, 1, 1))
    changed(young, date(2026, 10, 3))

    with store.writing.begin() as connection:
        assert deletion.purge(connection, TODAY, 30) == 2
    with store.writing.begin() as connection:
        assert deletion.purge(connection, TODAY, 30) == 0

    assert store.rows(text("SELECT id FROM assessments")) == [(young.id,)]


def test_the_purge_day_is_the_first_on_which_the_purge_deletes_it(
    store: Store, saved: SavedAssessment
) -> None:
    changed(saved, date(2026, 10, 2))

    with store.reading.connect() as connection:
        assert deletion.purge_day(connection, saved.id, 30) == TODAY
        assert deletion.purge_day(connection, "nobody", 30) is None


def test_a_change_postpones_the_purge_day(store: Store, saved: SavedAssessment) -> None:
    changed(saved, date(2020, 1, 1))

    saved.save("G", {"G1": Answer("4", "still at it")}, 1)

    with store.writing.begin() as connection:
        assert deletion.purge(connection, TODAY, 30) == 0
