"""Contributions to peers by receipts that are made up, and by assessments on file."""

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
    """Make up a receipt."""
    return f"{number:052d}"


def contribute_all(desk: Store, points: Iterable[int], cell: Cell = SUPPLIER, first: int = 0) -> None:
    """Contribute each overall score under a receipt of its own, numbered on from the first."""
    with desk.writing.begin() as connection:
        for number, each in enumerate(points, first):
            contributions.replace_contribution(connection, receipt(number), a_contribution(each, cell))


def publish(desk: Store, on: date = NOVEMBER, minimum: int = 10) -> bool:
    """Try to publish."""
    with desk.writing.begin() as connection:
        return snapshots.publish(connection, EDITION, on, minimum)


def published(desk: Store) -> Snapshot | None:
    """Read what is published."""
    with desk.reading.connect() as connection:
        return snapshots.read_snapshot(connection, EDITION)


def contribute(filed: SavedAssessment, contribution: Contribution) -> None:
    """Contribute from an assessment."""
    with filed.desk.writing.begin() as connection:
        contributions.contribute(connection, filed.key(connection), contribution)


def contributed(filed: SavedAssessment) -> Contribution | None:
    """Read what an assessment has contributed."""
    with filed.desk.reading.connect() as connection:
        return contributions.current_contribution(connection, filed.key(connection))
