"""A complete result beside its peers: what page and PDF show of them, and files keep."""

from dataclasses import dataclass

from app.maturity.peers.contribution import offered
from app.maturity.peers.position import Beside, beside_peers
from app.maturity.peers.snapshot import Snapshot
from app.maturity.scorecard import Scorecard


@dataclass(frozen=True, slots=True)
class Peers:
    """One's own published cohorts, the largest first, and their month; none: not enough peers yet."""

    month: str
    beside: tuple[Beside, ...]


def among_peers(card: Scorecard, snapshot: Snapshot | None) -> Peers | None:
    """Set a result beside the snapshot of its version and variant; None if it has nothing to set there.

    That is: an interim result, or one without a score, an organisation type or a size.
    """
    own = offered(card)
    if own is None:
        return None
    return Peers(snapshot.month if snapshot else "", beside_peers(snapshot, own.cell, own.scores))
