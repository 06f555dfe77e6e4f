"""Snapshots of peers: read as they are published, and replaced where the core allows it."""

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
_BESIDE = _READ.where(
    SnapshotRow.organisation_type.in_(["", bindparam("organisation_type")]),
    SnapshotRow.size_band.in_(["", bindparam("size_band")]),
)
_REMOVE = delete(SnapshotRow).where(*_OF_EDITION)
_PUBLISHED = select(SnapshotRow.version, SnapshotRow.variant)
_CHANGED = select(PendingRow.version, PendingRow.variant)

# A version of the questionnaire and a variant; only contributions to the same are peers.
Edition = tuple[str, str]


def read_snapshot(connection: Connection, version: str, variant: str) -> Snapshot | None:
    """Read the whole snapshot; None if there are not enough peers yet."""
    return _read(connection, version, variant, _READ, {})


def read_snapshot_for_cell(
    connection: Connection, version: str, variant: str, cell: Cohort
) -> Snapshot | None:
    """Read of the snapshot the cohorts that a cell descends from; None if there are not enough peers yet."""
    own = {"organisation_type": cell.organisation_type, "size_band": cell.size_band}
    return _read(connection, version, variant, _BESIDE, own)


def published_editions(connection: Connection) -> tuple[Edition, ...]:
    """Name what there are snapshots of, in order."""
    return tuple(sorted((version, variant) for version, variant in connection.execute(_PUBLISHED.distinct())))


def changed_editions(connection: Connection) -> tuple[Edition, ...]:
    """Name what there are snapshots of, or could be, in order."""
    found = connection.execute(union(_PUBLISHED, _CHANGED))
    return tuple(sorted((version, variant) for version, variant in found))


def publish(connection: Connection, version: str, variant: str, today: date, minimum: int) -> bool:
    """Publish a new snapshot if the rules allow one; False if the old one stays.

    Belongs into a writing connection of its own.
    """
    locks.lock_contributions(connection)
    old = read_snapshot(connection, version, variant)
    counted = histograms.read(connection, version, variant)
    counts = SnapshotInput(version, variant, f"{today:%Y-%m}", counted, minimum)
    successor = snapshot.build_next(old, counts, pending.read_movements(connection, version, variant))
    if successor is None:
        return False
    _write(connection, successor)
    pending.forget(connection, version, variant)
    return True


def publish_all(engine: Engine, today: date, minimum: int) -> Iterator[tuple[Edition, bool]]:
    """Try to publish each version and variant, in a transaction of its own, and say which got one."""
    with for_reading(engine).connect() as connection:
        editions = changed_editions(connection)
    for edition in editions:
        with for_writing(engine).begin() as connection:
            done = publish(connection, *edition, today, minimum)
        yield edition, done


def _read(
    connection: Connection,
    version: str,
    variant: str,
    statement: Select[*tuple[Any, ...]],
    own: dict[str, str],
) -> Snapshot | None:
    figures: dict[Cohort, dict[str, CohortFigures]] = {}
    month = ""
    found = connection.execute(statement, {"version": version, "variant": variant, **own})
    for organisation_type, size_band, measure, labelled, *numbers in found:
        figures.setdefault(Cohort(organisation_type, size_band), {})[measure] = CohortFigures(*numbers)
        month = labelled
    return Snapshot(version, variant, month, figures) if figures else None


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
