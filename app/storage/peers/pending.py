"""Which receipts differ from the published snapshot, each once, however often its contribution changed."""

import json
from collections.abc import Iterator

from sqlalchemy import Connection, bindparam, delete, insert, select

from app.maturity.peers.cohort import Cell
from app.maturity.peers.contribution import Contribution
from app.maturity.peers.movements import CellMeasures, Movements, count_located_movements
from app.storage.database.tables import ContributionRow, PendingRow
from app.storage.peers import receipts

_EDITION = (PendingRow.version == bindparam("version"), PendingRow.variant == bindparam("variant"))
_ONE = (*_EDITION, PendingRow.receipt_digest == bindparam("receipt_digest"))
_FIND = select(
    PendingRow.organisation_type, PendingRow.size_band, PendingRow.measures, PendingRow.scores_digest
).where(*_ONE)
_REMOVE = delete(PendingRow).where(*_ONE)
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
    .where(*_EDITION)
)
_FORGET = delete(PendingRow).where(*_EDITION)
_AT_ONCE = 1000


def record_change(
    connection: Connection, receipt: str, before: Contribution | None, after: Contribution | None
) -> None:
    """Note a change from what stood before; who changed back to what the snapshot has differs no longer."""
    for version, variant in {(each.version, each.variant) for each in (before, after) if each}:
        was, is_ = (
            each if each and (each.version, each.variant) == (version, variant) else None
            for each in (before, after)
        )
        _note(connection, (version, variant), receipt, was, is_)


def _note(
    connection: Connection,
    edition: tuple[str, str],
    receipt: str,
    before: Contribution | None,
    after: Contribution | None,
) -> None:
    place = {"version": edition[0], "variant": edition[1], "receipt_digest": receipts.digest(receipt)}
    found = connection.execute(_FIND, place).first()
    # Whoever is not noted stands in the snapshot as before this change, or not at all.
    known = found._asdict() if found else _remember(receipt, before)
    connection.execute(_REMOVE, place)
    if known != _remember(receipt, after):
        connection.execute(insert(PendingRow), {**place, **known})


def _remember(receipt: str, contribution: Contribution | None) -> dict[str, object]:
    if contribution is None:
        return {"organisation_type": "", "size_band": "", "measures": "", "scores_digest": b""}
    return {
        "organisation_type": contribution.cell.organisation_type,
        "size_band": contribution.cell.size_band,
        "measures": " ".join(sorted(contribution.scores)),
        "scores_digest": receipts.scores_digest(receipt, contribution.scores),
    }


def read_movements(connection: Connection, version: str, variant: str) -> Movements:
    """Count how contributions moved since the snapshot of a version and variant."""
    return count_located_movements(_changes(connection, version, variant))


def forget(connection: Connection, version: str, variant: str) -> None:
    """Let the contributions as they are be those of the snapshot."""
    connection.execute(_FORGET, {"version": version, "variant": variant})


def _changes(
    connection: Connection, version: str, variant: str
) -> Iterator[tuple[CellMeasures | None, CellMeasures | None]]:
    found = connection.execute(
        _CHANGES, {"version": version, "variant": variant}, execution_options={"yield_per": _AT_ONCE}
    )
    for was_type, was_size, measures, is_type, is_size, scores in found:
        before = (Cell(was_type, was_size), measures.split()) if was_type else None
        after = (Cell(is_type, is_size), json.loads(scores)) if scores else None
        yield before, after
