"""peers.json: one’s own published cohorts and positions, as a scorecard’s PDF carries them."""

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
    """The file is not one that this module wrote."""


def write(peers: PeerStandings, version: str, variant: str) -> bytes:
    """Write cohorts and positions as JSON on one line; the same peers always give the same bytes."""
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
    """Read the published figures of measures that there are, or raise FaultyPeersError.

    Positions are not read: they follow from the figures and the scores.
    """
    try:
        given = json.loads(content)
        parse_month(given["month"])
        figures = {
            Cohort(each["organisation_type"], each["size_band"]): {
                name: CohortFigures(**values["figures"]) for name, values in each["measures"].items()
            }
            for each in given["cohorts"]
        }
        found = Snapshot(given["version"], given["variant"], given["month"], figures)
    except (AttributeError, KeyError, RecursionError, TypeError, ValueError) as error:
        raise FaultyPeersError from error
    if not found.measures <= set(measures) or not all(map(_is_sound, figures.values())):
        raise FaultyPeersError
    return found


def _is_sound(measures: Mapping[str, CohortFigures]) -> bool:
    """Return whether a cohort has overall figures, and whole numbers alone."""
    values = (value for each in measures.values() for value in astuple(each))
    return OVERALL in measures and all(value is None or type(value) is int for value in values)


def _cohort(of: CohortStanding) -> Mapping[str, object]:
    standings = sorted(of.standings, key=lambda each: measure_order(each.measure))
    return {
        "organisation_type": of.cohort.organisation_type,
        "size_band": of.cohort.size_band,
        "measures": {each.measure: _standing(each) for each in standings},
    }


def _standing(of: MeasureStanding) -> Mapping[str, object]:
    return {
        "own": of.own,
        "position": of.position.value if of.position else None,
        "figures": asdict(of.figures),
    }
