"""Record which receipts differ from the published snapshot: one row each, however often it changed."""

import json
from collections.abc import Iterator

from sqlalchemy import Connection, bindparam, delete, insert, select

from app.maturity.peers.cohort import Cell
from app.maturity.peers.contribution import Contribution
from app.maturity.peers.movements import CellMeasures, Movements, count_located_movements
from app.storage.database.tables import ContributionRow, PendingRow
from app.storage.peers import receipts
from app.storage.peers.edition import Edition, edition_of

_OF_EDITION = (PendingRow.version == bindparam("version"), PendingRow.variant == bindparam("variant"))
_OF_RECEIPT = (*_OF_EDITION, PendingRow.receipt_digest == bindparam("receipt_digest"))
_FIND = select(
    PendingRow.organisation_type, PendingRow.size_band, PendingRow.measures, PendingRow.scores_digest
).where(*_OF_RECEIPT)
_REMOVE = delete(PendingRow).where(*_OF_RECEIPT)
_CHANGES = (
    select(
        PendingRow.organisation_type,
        PendingRow.size_band,
        PendingRow.measures,
        ContributionRow.organisation_type,
        ContributionRow.size_band,
        ContributionRow.scores,
    )
    .outerjoin(
        ContributionRow,
        (ContributionRow.receipt_digest == PendingRow.receipt_digest)
        & (ContributionRow.version == PendingRow.version)
        & (ContributionRow.variant == PendingRow.variant),
    )
    .where(*_OF_EDITION)
)
_REMOVE_ALL = delete(PendingRow).where(*_OF_EDITION)
_BATCH = 1000


def record_change(
    connection: Connection, receipt: str, before: Contribution | None, after: Contribution | None
) -> None:
    """Record a change of a receipt's contribution, or delete the row if it is as in the snapshot again."""
    for edition in {edition_of(each) for each in (before, after) if each}:
        was, becomes = (each if each and edition_of(each) == edition else None for each in (before, after))
        _record(connection, edition, receipt, was, becomes)


def _record(
    connection: Connection,
    edition: Edition,
    receipt: str,
    before: Contribution | None,
    after: Contribution | None,
) -> None:
    where = {**edition._asdict(), "receipt_digest": receipts.digest(receipt)}
    row = connection.execute(_FIND, where).first()
    # A receipt without a row is in the snapshot as it was before this change, or not at all.
    in_snapshot = row._asdict() if row else _columns(receipt, before)
    connection.execute(_REMOVE, where)
    if in_snapshot != _columns(receipt, after):
        connection.execute(insert(PendingRow), {**where, **in_snapshot})


def _columns(receipt: str, contribution: Contribution | None) -> dict[str, object]:
    if contribution is None:
        return {"organisation_type": "", "size_band": "", "measures": "", "scores_digest": b""}
    return {
        "organisation_type": contribution.cell.organisation_type,
        "size_band": contribution.cell.size_band,
        "measures": " ".join(sorted(contribution.scores)),
        "scores_digest": receipts.scores_digest(receipt, contribution.scores),
    }


def read_movements(connection: Connection, edition: Edition) -> Movements:
    """Return how many contributions moved from where to where since the snapshot of an edition."""
    return count_located_movements(_changes(connection, edition))


def remove_all(connection: Connection, edition: Edition) -> None:
    """Remove every row of an edition, because its snapshot now has the contributions as they are."""
    connection.execute(_REMOVE_ALL, edition._asdict())


def _changes(
    connection: Connection, edition: Edition
) -> Iterator[tuple[CellMeasures | None, CellMeasures | None]]:
    rows = connection.execute(_CHANGES, edition._asdict(), execution_options={"yield_per": _BATCH})
    for old_type, old_size, measures, new_type, new_size, scores in rows:
        before = (Cell(old_type, old_size), measures.split()) if old_type else None
        after = (Cell(new_type, new_size), json.loads(scores)) if scores else None
        yield before, after
