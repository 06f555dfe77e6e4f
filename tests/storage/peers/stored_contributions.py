"""Contributions to peers, under invented receipts and from stored assessments."""

from collections.abc import Iterable
from datetime import date

from app.maturity.peers.cohort import Cell
from app.maturity.peers.contribution import Contribution
from app.maturity.peers.snapshot import Snapshot
from app.storage.peers import contributions, snapshots
from app.storage.peers.edition import Edition
from tests.maturity.peers.build import SUPPLIER, a_contribution
from tests.storage.stored_assessment import SavedAssessment, Store

EDITION = Edition("1.0", "full")
NOVEMBER = date(2026, 11, 30)


def receipt(number: int) -> str:
    """Return an invented receipt with a number."""
    return f"{number:052d}"


def contribute_all(store: Store, points: Iterable[int], cell: Cell = SUPPLIER, first: int = 0) -> None:
    """Contribute each overall score under its own receipt, numbered from the first."""
    with store.writing.begin() as connection:
        for number, each in enumerate(points, first):
            contributions.replace_contribution(connection, receipt(number), a_contribution(each, cell))


def publish(store: Store, on: date = NOVEMBER, minimum: int = 10) -> bool:
    """Publish if the rules allow it, and return whether they did."""
    with store.writing.begin() as connection:
        return snapshots.publish(connection, EDITION, on, minimum)


def published(store: Store) -> Snapshot | None:
    """Return the published snapshot."""
    with store.reading.connect() as connection:
        return snapshots.read_snapshot(connection, EDITION)


def contribute(saved: SavedAssessment, contribution: Contribution) -> None:
    """Store a contribution of an assessment."""
    with saved.store.writing.begin() as connection:
        contributions.contribute(connection, saved.key(connection), contribution)


def contributed(saved: SavedAssessment) -> Contribution | None:
    """Return the contribution of an assessment."""
    with saved.store.reading.connect() as connection:
        return contributions.current_contribution(connection, saved.key(connection))
