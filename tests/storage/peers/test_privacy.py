"""A contribution cannot be linked to its assessment from one copy of the database."""

import pytest
from sqlalchemy import inspect, select, text

from app.storage.database.tables import ContributionRow, SnapshotRow
from app.storage.peers import cover_writes
from tests import build
from tests.database_files import read_files
from tests.maturity.peers.build import a_contribution
from tests.storage.peers.stored_contributions import contribute, contribute_all, publish
from tests.storage.stored_assessment import SavedAssessment, Store

OF_PEERS = ("contributions", "histograms", "pending", "snapshots", "invitations")
OF_ASSESSMENTS = ("assessments", "links", "documents", "document_keys")


def rows(store: Store, *tables: str) -> list[list[str]]:
    return [sorted(map(repr, store.rows(text(f"SELECT * FROM {name}")))) for name in tables]  # noqa: S608  our own names


def test_no_table_of_peers_refers_to_another_or_holds_a_day(store: Store) -> None:
    seen = inspect(store.engine)

    for name in OF_PEERS:
        columns = [(column["name"], str(column["type"])) for column in seen.get_columns(name)]
        assert not seen.get_foreign_keys(name)
        assert not [column for column in columns if "DATE" in column[1] or "TIME" in column[1]]
        assert "assessment_id" not in dict(columns)


def test_a_contribution_is_its_cell_and_its_scores_under_a_digest(saved: SavedAssessment) -> None:
    contribute(saved, a_contribution(33, G=50, C=0))

    [(receipt, *rest)] = saved.store.rows(select(ContributionRow))

    assert len(receipt) == 32
    assert rest == ["1.0", "full", "supplier", "50_249", '{"C":0,"G":50,"overall":33}']


def test_a_stored_snapshot_has_only_published_figures(store: Store) -> None:
    contribute_all(store, [51, 52, 53, 54, 50, 50, 50, 50, 50, 50])
    publish(store)

    for row in store.rows(select(SnapshotRow.month, SnapshotRow.n, SnapshotRow.median, SnapshotRow.lower)):
        assert row == ("2026-11", 10, 50, None)


def test_contributing_leaves_every_row_of_the_assessments_as_it_was(
    store: Store, saved: SavedAssessment
) -> None:
    store.create(build.aldebaran(store.questionnaire))
    before = rows(store, *OF_ASSESSMENTS)

    contribute(saved, a_contribution(33))

    assert rows(store, *OF_ASSESSMENTS) == before


def test_a_transaction_number_leads_to_ten_assessments(store: Store, saved: SavedAssessment) -> None:
    for _ in range(cover_writes.OTHERS + 3):
        store.create(saved.load().assessment)
    contribute(saved, a_contribution(33))
    if store.engine.dialect.name == "sqlite":
        # There is no such number, nor any other that grows: rows lie in the order of their random keys.
        rows = store.rows(text("SELECT name FROM sqlite_master WHERE sql LIKE '%WITHOUT ROWID%'"))
        assert {name for (name,) in rows} == set(OF_PEERS)
        return

    [(number,)] = store.rows(text("SELECT xmin::text FROM contributions"))
    for table, column in (("assessments", "id"), *((each, "assessment_id") for each in OF_ASSESSMENTS[1:])):
        rows = store.rows(text(f"SELECT DISTINCT {column} FROM {table} WHERE xmin::text = '{number}'"))  # noqa: S608  our own names
        assert (saved.id,) in rows
        assert len(rows) == 1 + cover_writes.OTHERS


@pytest.mark.sqlite
def test_sqlites_log_does_not_keep_a_contribution_beside_what_was_written_with_it(
    saved: SavedAssessment,
) -> None:
    contribute(saved, a_contribution(33))

    assert read_files(saved.store.engine)["muster.db-wal"] == b""
