"""An organisation's position among its peers: the band between published values in which its score lies."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from app.maturity.peers import rules
from app.maturity.peers.cohort import Cell, Cohort
from app.maturity.peers.contribution import OVERALL
from app.maturity.peers.snapshot import CohortFigures, Snapshot


class Position(Enum):
    """A band of the published values; never a percentile."""

    BELOW_MEDIAN = "below_median"
    AT_MEDIAN = "at_median"
    ABOVE_MEDIAN = "above_median"
    LOWEST_QUARTER = "lowest_quarter"
    SECOND_QUARTER = "second_quarter"
    MIDDLE_HALF = "middle_half"
    THIRD_QUARTER = "third_quarter"
    HIGHEST_QUARTER = "highest_quarter"


@dataclass(frozen=True, slots=True)
class MeasureStanding:
    """An organisation's rounded score beside the figures of one measure in one cohort.

    ``position`` is None if the organisation has no score, or if too few values are published to name a band.
    """

    measure: str
    own: int | None
    figures: CohortFigures
    position: Position | None


@dataclass(frozen=True, slots=True)
class CohortStanding:
    """A published cohort, its size rounded down, and the organisation's standings in it, overall first."""

    cohort: Cohort
    n: int
    standings: tuple[MeasureStanding, ...]


def cohort_standings(
    snapshot: Snapshot | None, cell: Cell, scores: Mapping[str, int]
) -> tuple[CohortStanding, ...]:
    """Return the standings of rounded scores in the published cohorts of a cell's lineage, largest first.

    The result is empty while there are not enough peers.
    """
    cohorts = []
    for cohort in cell.lineage if snapshot else ():
        measures = snapshot.figures.get(cohort, {}) if snapshot else {}
        if measures:
            names = (OVERALL, *(name for name in measures if name != OVERALL))
            standings = tuple(_standing(name, scores.get(name), measures[name]) for name in names)
            cohorts.append(CohortStanding(cohort, measures[OVERALL].n, standings))
    return tuple(cohorts)


def position(own: int, figures: CohortFigures) -> Position | None:
    """Return the band of the published values in which a score of 0 to 100 lies, or None without any value.

    A score equal to the median is at the median. A score equal to a quartile is in the quarter towards the
    median, also where values coincide. A score below 10 or above 90 counts as 10 or 90, as the values do.
    """
    own = rules.clamp_to_ends(own)
    if figures.median is not None and own == figures.median:
        return Position.AT_MEDIAN
    if figures.lower is not None and own < figures.lower:
        return Position.LOWEST_QUARTER
    if figures.upper is not None and own > figures.upper:
        return Position.HIGHEST_QUARTER
    return _within(own, figures)


def _within(own: int, figures: CohortFigures) -> Position | None:
    """Return the band of a score that lies between the published quartiles."""
    if figures.median is None:
        return Position.MIDDLE_HALF if None not in (figures.lower, figures.upper) else None
    if own < figures.median:
        return Position.BELOW_MEDIAN if figures.lower is None else Position.SECOND_QUARTER
    return Position.ABOVE_MEDIAN if figures.upper is None else Position.THIRD_QUARTER


def _standing(measure: str, own: int | None, figures: CohortFigures) -> MeasureStanding:
    return MeasureStanding(measure, own, figures, None if own is None else position(own, figures))
