"""Read the published snapshots of peers, and publish new ones where the core's rules allow it."""

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from typing import Any

from sqlalchemy import Connection, Engine, Select, bindparam, delete, insert, select, union

from app.maturity.peers import snapshot
from app.maturity.peers.cohort import Cohort
from app.maturity.peers.snapshot import CohortFigures, Snapshot, SnapshotInput
from app.storage.database import locks
from app.storage.database.engine import for_reading, for_writing
from app.storage.database.tables import PendingRow, SnapshotRow
from app.storage.peers import histograms, pending
from app.storage.peers.edition import Edition

_OF_EDITION = (SnapshotRow.version == bindparam("version"), SnapshotRow.variant == bindparam("variant"))
_READ = select(
    SnapshotRow.organisation_type,
    SnapshotRow.size_band,
    SnapshotRow.measure,
    SnapshotRow.month,
    SnapshotRow.n,
    SnapshotRow.median,
    SnapshotRow.lower,
    SnapshotRow.upper,
).where(*_OF_EDITION)
_READ_FOR_CELL = _READ.where(
    SnapshotRow.organisation_type.in_(["", bindparam("organisation_type")]),
    SnapshotRow.size_band.in_(["", bindparam("size_band")]),
)
_REMOVE = delete(SnapshotRow).where(*_OF_EDITION)
_PUBLISHED = select(SnapshotRow.version, SnapshotRow.variant)
_PENDING = select(PendingRow.version, PendingRow.variant)


def read_snapshot(connection: Connection, edition: Edition) -> Snapshot | None:
    """Return the whole snapshot; None while there are too few peers."""
    return _read(connection, edition, _READ, {})


def read_snapshot_for_cell(connection: Connection, edition: Edition, cell: Cohort) -> Snapshot | None:
    """Return the cohorts of the snapshot that contain a cell; None while there are too few peers."""
    own = {"organisation_type": cell.organisation_type, "size_band": cell.size_band}
    return _read(connection, edition, _READ_FOR_CELL, own)


def published_editions(connection: Connection) -> tuple[Edition, ...]:
    """Return the editions that have a snapshot, in order."""
    return tuple(sorted(Edition(*row) for row in connection.execute(_PUBLISHED.distinct())))


def changed_editions(connection: Connection) -> tuple[Edition, ...]:
    """Return the editions that have a snapshot or pending changes, in order."""
    return tuple(sorted(Edition(*row) for row in connection.execute(union(_PUBLISHED, _PENDING))))


def has_pending(connection: Connection) -> bool:
    """Return whether any contribution differs from its snapshot."""
    return connection.execute(_PENDING.limit(1)).first() is not None


def publish(connection: Connection, edition: Edition, today: date, minimum: int) -> bool:
    """Publish a new snapshot if the rules allow one, and return whether they did.

    ``minimum`` is the smallest cohort that is shown. Takes a writing connection in its own transaction.
    """
    locks.lock_contributions(connection)
    old = read_snapshot(connection, edition)
    counts = SnapshotInput(*edition, f"{today:%Y-%m}", histograms.read(connection, edition), minimum)
    successor = snapshot.build_next(old, counts, pending.read_movements(connection, edition))
    if successor is None:
        return False
    _write(connection, successor)
    pending.remove_all(connection, edition)
    return True


def publish_all(engine: Engine, today: date, minimum: int) -> Iterator[tuple[Edition, bool]]:
    """Try to publish every edition, each in its own transaction; yield whether it got a new snapshot."""
    with for_reading(engine).connect() as connection:
        editions = changed_editions(connection)
    for edition in editions:
        with for_writing(engine).begin() as connection:
            is_published = publish(connection, edition, today, minimum)
        yield edition, is_published


def _read(
    connection: Connection, edition: Edition, statement: Select[*tuple[Any, ...]], cell: dict[str, str]
) -> Snapshot | None:
    figures: dict[Cohort, dict[str, CohortFigures]] = {}
    month = ""
    rows = connection.execute(statement, {**edition._asdict(), **cell})
    # Every row of a snapshot has the same month.
    for organisation_type, size_band, measure, month, *numbers in rows:  # noqa: B007  read after the loop
        figures.setdefault(Cohort(organisation_type, size_band), {})[measure] = CohortFigures(*numbers)
    return Snapshot(*edition, month, figures) if figures else None


def _write(connection: Connection, new: Snapshot) -> None:
    connection.execute(_REMOVE, {"version": new.version, "variant": new.variant})
    rows = [
        {
            "version": new.version,
            "variant": new.variant,
            "month": new.month,
            "organisation_type": cohort.organisation_type,
            "size_band": cohort.size_band,
            "measure": measure,
            **asdict(figures),
        }
        for cohort, measures in new.figures.items()
        for measure, figures in measures.items()
    ]
    if rows:
        connection.execute(insert(SnapshotRow), rows)
