"""Contributions to peers: made, replaced and withdrawn, each with what is counted of it in one transaction.

Nothing of this is written into the assessment: its receipt was there before.
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

_AT_ONCE = 1000

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
    """Contribute, in place of what the assessment contributed before; for owners."""
    # Locked before the contributions: locks taken in two orders can wait for each other for ever.
    locks.lock_assessment(connection, key.assessment_id)
    replace_contribution(connection, receipts.read_receipt(connection, key), contribution)
    cover_writes.write_cover(connection, key.assessment_id)


def current_contribution(connection: Connection, key: AccessKey) -> Contribution | None:
    """Give what the assessment has contributed and not withdrawn; owners only."""
    return find(connection, receipts.read_receipt(connection, key))


def withdraw(connection: Connection, receipt: str) -> bool:
    """Withdraw what was contributed under a receipt in its normal form; False if nothing is.

    What is published stays so until enough others have changed, too.
    """
    return replace_contribution(connection, receipt, None)


def replace_contribution(connection: Connection, receipt: str, after: Contribution | None) -> bool:
    """Let this, or nothing, be what is contributed under a receipt; False if it is so already."""
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
    """Give what is contributed under a receipt in its normal form."""
    row = connection.execute(_FIND, {"digest": receipts.digest(receipt)}).first()
    return read(row) if row else None


def read(row: Row[str, str, str, str, str]) -> Contribution:
    """Read a row of version, variant, organisation type, size band and scores."""
    version, variant, organisation_type, size_band, scores = row
    return Contribution(version, variant, Cell(organisation_type, size_band), json.loads(scores))


def rebuild_histograms(connection: Connection, tell: Callable[[int], object]) -> bool:
    """Count all contributions anew, ``tell`` telling how many; False if the counts kept were others."""
    locks.lock_contributions(connection)
    return histograms.rebuild(connection, _every(connection, tell))


def count(connection: Connection) -> int:
    """Count the contributions, for who does not print it."""
    return connection.execute(select(func.count()).select_from(ContributionRow)).scalar_one()


def _every(connection: Connection, tell: Callable[[int], object]) -> Iterator[Contribution]:
    for rows in connection.execute(_ALL, execution_options={"yield_per": _AT_ONCE}).partitions():
        yield from map(read, rows)
        tell(len(rows))


def values(contribution: Contribution) -> dict[str, str]:
    """Give the columns of a contribution, and with the receipt’s digest all that is stored of it."""
    return {
        "version": contribution.version,
        "variant": contribution.variant,
        "organisation_type": contribution.cell.organisation_type,
        "size_band": contribution.cell.size_band,
        "scores": json.dumps(dict(contribution.scores), sort_keys=True, separators=(",", ":")),
    }
