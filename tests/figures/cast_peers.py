"""Invented peers for a scorecard of the cast."""

from functools import cache

from app.maturity.peers.cohort import Cell
from app.maturity.peers.contribution import OVERALL, Contribution
from app.maturity.peers.snapshot import Snapshot
from app.maturity.peers.standings import PeerStandings, peer_standings
from app.maturity.scorecard import Scorecard
from tests.figures.cast import questionnaire
from tests.maturity.peers.build import SUPPLIER, first_snapshot


def a_contribution_at(points: int, cell: Cell = SUPPLIER, **other: int) -> Contribution:
    """Return a contribution with the same score in every measure but the domains in ``other``."""
    real = questionnaire()
    scores = dict.fromkeys((OVERALL, *(domain.letter for domain in real.domains)), points)
    return Contribution(real.version, "full", cell, {**scores, **other})


@cache
def a_snapshot(number: int) -> Snapshot:
    """Return a snapshot of suppliers with scores from 41 to 60 in turn; 0 in domain G, 100 in V."""
    return first_snapshot({each: a_contribution_at(41 + each % 20, G=0, V=100) for each in range(number)})


def among_suppliers(card: Scorecard, number: int) -> PeerStandings:
    """Return the standing of a complete scorecard among a number of suppliers."""
    found = peer_standings(card, a_snapshot(number))
    assert found is not None
    return found
