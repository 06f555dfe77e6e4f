"""A complete result among its peers, for page, PDF and files."""

from dataclasses import dataclass

from app.maturity.peers.contribution import build_contribution
from app.maturity.peers.position import CohortStanding, cohort_standings
from app.maturity.peers.snapshot import Snapshot
from app.maturity.scorecard import Scorecard


@dataclass(frozen=True, slots=True)
class PeerStandings:
    """The published cohorts of an organisation, the largest first, and their month.

    There are none, and the month is empty, while there are not enough peers.
    """

    month: str
    cohorts: tuple[CohortStanding, ...]


def peer_standings(card: Scorecard, snapshot: Snapshot | None) -> PeerStandings | None:
    """Return the standing of a result in the snapshot of its version and variant.

    It is None for an interim result, and for one without a score, an organisation type or a size band.
    """
    own = build_contribution(card)
    if own is None:
        return None
    return PeerStandings(snapshot.month if snapshot else "", cohort_standings(snapshot, own.cell, own.scores))
