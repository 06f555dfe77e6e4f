"""peers.json: an organisation’s published cohorts and positions, as attached to a scorecard’s PDF."""

import json
from collections.abc import Collection, Mapping
from dataclasses import asdict, astuple

from app.exchange import canonical_json
from app.maturity.iso_dates import parse_month
from app.maturity.peers.cohort import Cohort
from app.maturity.peers.contribution import OVERALL, measure_order
from app.maturity.peers.position import CohortStanding, MeasureStanding
from app.maturity.peers.snapshot import CohortFigures, Snapshot
from app.maturity.peers.standings import PeerStandings

FORMAT, FORMAT_VERSION = "muster-position", 1


class FaultyPeersError(Exception):
    """This module did not write the file."""


def write(peers: PeerStandings, version: str, variant: str) -> bytes:
    """Write cohorts and positions; equal standings give equal bytes."""
    content = {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "version": version,
        "variant": variant,
        "month": peers.month,
        "cohorts": [_cohort(each) for each in peers.cohorts],
    }
    return canonical_json.write_line(content)


def read(content: bytes, measures: Collection[str]) -> Snapshot:
    """Return the published figures of ``measures``; raise FaultyPeersError for another file or measure.

    Positions are not read: they follow from the figures and the scores.
    """
    try:
        stored = json.loads(content)
        parse_month(stored["month"])
        figures = {
            Cohort(each["organisation_type"], each["size_band"]): {
                name: CohortFigures(**values["figures"]) for name, values in each["measures"].items()
            }
            for each in stored["cohorts"]
        }
        snapshot = Snapshot(stored["version"], stored["variant"], stored["month"], figures)
    except (AttributeError, KeyError, RecursionError, TypeError, ValueError) as error:
        raise FaultyPeersError from error
    if not snapshot.measures <= set(measures) or not all(map(_is_sound, figures.values())):
        raise FaultyPeersError
    return snapshot


def _is_sound(measures: Mapping[str, CohortFigures]) -> bool:
    """Return whether a cohort has overall figures, and all values are whole numbers or None."""
    values = (value for each in measures.values() for value in astuple(each))
    return OVERALL in measures and all(value is None or type(value) is int for value in values)


def _cohort(standing: CohortStanding) -> Mapping[str, object]:
    standings = sorted(standing.standings, key=lambda each: measure_order(each.measure))
    return {
        "organisation_type": standing.cohort.organisation_type,
        "size_band": standing.cohort.size_band,
        "measures": {each.measure: _standing(each) for each in standings},
    }


def _standing(standing: MeasureStanding) -> Mapping[str, object]:
    return {
        "own": standing.own,
        "position": standing.position.value if standing.position else None,
        "figures": asdict(standing.figures),
    }
