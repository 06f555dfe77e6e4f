"""A complete result beside its peers: what page and PDF show of them, and files keep."""

from dataclasses import dataclass

from app.maturity.peers.contribution import build_contribution
from app.maturity.peers.position import CohortStanding, cohort_standings
from app.maturity.peers.snapshot import Snapshot
from app.maturity.scorecard import Scorecard


@dataclass(frozen=True, slots=True)
class PeerStandings:
    """One's own published cohorts, the largest first, and their month; none: not enough peers yet."""

    month: str
    cohorts: tuple[CohortStanding, ...]


def peer_standings(card: Scorecard, snapshot: Snapshot | None) -> PeerStandings | None:
    """Set a result beside the snapshot of its version and variant; None if it has nothing to set there.

    That is: an interim result, or one without a score, an organisation type or a size.
    """
    own = build_contribution(card)
    if own is None:
        return None
    return PeerStandings(snapshot.month if snapshot else "", cohort_standings(snapshot, own.cell, own.scores))
