"""Store, replace and withdraw contributions to peers, and update the histograms in the same transaction.

Nothing is written into the assessment, which has had its receipt from the start.
"""

import json
from collections.abc import Callable, Iterator

from sqlalchemy import Connection, Row, bindparam, delete, func, insert, select

from app.maturity.peers.cohort import Cell
from app.maturity.peers.contribution import Contribution
from app.storage.database import checkpoint, locks
from app.storage.database.tables import ContributionRow
from app.storage.peers import cover_writes, histograms, pending, receipts
from app.storage.sealing.access_key import AccessKey

_BATCH = 1000

_ALL = select(
    ContributionRow.version,
    ContributionRow.variant,
    ContributionRow.organisation_type,
    ContributionRow.size_band,
    ContributionRow.scores,
)
_FIND = _ALL.where(ContributionRow.receipt_digest == bindparam("digest"))
_REMOVE = delete(ContributionRow).where(ContributionRow.receipt_digest == bindparam("digest"))


def contribute(connection: Connection, key: AccessKey, contribution: Contribution) -> None:
    """Store a contribution in place of the assessment's earlier one, or raise ForbiddenError."""
    locks.lock_assessment(connection, key.assessment_id)
    replace_contribution(connection, receipts.read_receipt(connection, key), contribution)
    cover_writes.write_cover(connection, key.assessment_id)


def current_contribution(connection: Connection, key: AccessKey) -> Contribution | None:
    """Return the assessment's contribution, or None; raise ForbiddenError unless the key is an owner's."""
    return find(connection, receipts.read_receipt(connection, key))


def withdraw(connection: Connection, receipt: str) -> bool:
    """Withdraw the contribution of a receipt in its normal form, and return whether there was one.

    Published figures stay until enough other contributions have changed too.
    """
    return replace_contribution(connection, receipt, None)


def replace_contribution(connection: Connection, receipt: str, after: Contribution | None) -> bool:
    """Store a contribution, or None, under a receipt, and return whether that changes anything."""
    locks.lock_contributions(connection)
    before = find(connection, receipt)
    if before == after:
        return False
    digest = receipts.digest(receipt)
    connection.execute(_REMOVE, {"digest": digest})
    if after is not None:
        connection.execute(insert(ContributionRow), {"receipt_digest": digest, **values(after)})
    histograms.update_counts(connection, before, after)
    pending.record_change(connection, receipt, before, after)
    checkpoint.truncate_log(connection, wait_for_readers=False)
    return True


def find(connection: Connection, receipt: str) -> Contribution | None:
    """Return the contribution of a receipt in its normal form, or None."""
    row = connection.execute(_FIND, {"digest": receipts.digest(receipt)}).first()
    return read(row) if row else None


def read(row: Row[str, str, str, str, str]) -> Contribution:
    """Return the contribution in a row of version, variant, organisation type, size band and scores."""
    version, variant, organisation_type, size_band, scores = row
    return Contribution(version, variant, Cell(organisation_type, size_band), json.loads(scores))


def rebuild_histograms(connection: Connection, report_rows: Callable[[int], object]) -> bool:
    """Recount all contributions, and return whether the stored counts were right.

    ``report_rows`` is called with the number of contributions, as they are counted.
    """
    locks.lock_contributions(connection)
    return histograms.rebuild(connection, _every(connection, report_rows))


def count(connection: Connection) -> int:
    """Return the number of contributions. Never show it: it is not rounded."""
    return connection.execute(select(func.count()).select_from(ContributionRow)).scalar_one()


def _every(connection: Connection, report_rows: Callable[[int], object]) -> Iterator[Contribution]:
    for rows in connection.execute(_ALL, execution_options={"yield_per": _BATCH}).partitions():
        yield from map(read, rows)
        report_rows(len(rows))


def values(contribution: Contribution) -> dict[str, str]:
    """Return the columns of a contribution: all that is stored of it beside the receipt’s digest."""
    return {
        "version": contribution.version,
        "variant": contribution.variant,
        "organisation_type": contribution.cell.organisation_type,
        "size_band": contribution.cell.size_band,
        "scores": json.dumps(dict(contribution.scores), sort_keys=True, separators=(",", ":")),
    }
