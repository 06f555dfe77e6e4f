"""Contributions of invented organisations, and the snapshots built from them."""

from collections.abc import Iterable, Mapping
from typing import Any

from app.maturity.peers import contribution, snapshot
from app.maturity.peers.cohort import Cell
from app.maturity.peers.contribution import OVERALL, Contribution
from app.maturity.peers.movements import count_movements
from app.maturity.peers.rules import MINIMUM_COHORT
from app.maturity.peers.snapshot import Snapshot, SnapshotInput

SUPPLIER = Cell("supplier", "50_249")
LARGE_SUPPLIER = Cell("supplier", "1000_9999")
MEDIA = Cell("media", "1_49")

Contributions = Mapping[Any, Contribution]


def a_contribution(overall: int = 50, cell: Cell = SUPPLIER, **domains: int) -> Contribution:
    """Return a contribution to the full assessment."""
    return Contribution("1.0", "full", cell, {OVERALL: overall, **domains})


def several(points: Iterable[int], cell: Cell = SUPPLIER, name: str = "") -> dict[Any, Contribution]:
    """Return a contribution for each overall score, by receipts such as ``supplier-0``."""
    return {
        f"{name or cell.organisation_type}-{number}": a_contribution(each, cell)
        for number, each in enumerate(points)
    }


def counts(contributions: Contributions, minimum: int = MINIMUM_COHORT) -> SnapshotInput:
    """Return the input of a snapshot of the contributions."""
    return SnapshotInput(
        "1.0", "full", "2026-11", contribution.count_by_cell(contributions.values()), minimum
    )


def first_snapshot(contributions: Contributions, minimum: int = MINIMUM_COHORT) -> Snapshot:
    """Return the first snapshot of the contributions."""
    return snapshot.build_first(counts(contributions, minimum))


def next_snapshot(
    old: Snapshot | None, before: Contributions, after: Contributions, minimum: int = MINIMUM_COHORT
) -> Snapshot | None:
    """Return the snapshot after the changes, or None if it may not replace the old one."""
    changes = ((before.get(receipt), after.get(receipt)) for receipt in {**before, **after})
    return snapshot.build_next(old, counts(after, minimum), count_movements(changes))
