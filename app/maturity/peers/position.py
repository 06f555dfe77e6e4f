"""An organisation's position among its peers: between which published values its own score falls."""

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
    """One's own rounded score beside the figures of one measure in one cohort.

    Without a position there is no score of one's own, or no value was published.
    """

    measure: str
    own: int | None
    figures: CohortFigures
    position: Position | None


@dataclass(frozen=True, slots=True)
class CohortStanding:
    """A cohort of which figures are published, and where one stands in it, overall first."""

    cohort: Cohort
    n: int
    standings: tuple[MeasureStanding, ...]


def cohort_standings(
    snapshot: Snapshot | None, cell: Cell, scores: Mapping[str, int]
) -> tuple[CohortStanding, ...]:
    """Compare rounded scores with every published cohort of one's own, the largest first.

    None of them: not enough peers yet.
    """
    found = []
    for cohort in cell.lineage if snapshot else ():
        measures = snapshot.figures.get(cohort, {}) if snapshot else {}
        if measures:
            names = (OVERALL, *(name for name in measures if name != OVERALL))
            standings = tuple(_standing(name, scores.get(name), measures[name]) for name in names)
            found.append(CohortStanding(cohort, measures[OVERALL].n, standings))
    return tuple(found)


def position(own: int, figures: CohortFigures) -> Position | None:
    """Name the band of the published values that a score falls in; None if none is published.

    Who scores what is published as the median is at it, and who scores what is published as a quartile
    belongs to the quarter towards the median: that holds where values coincide, too. A score beyond 10 or 90
    counts as 10 or 90, as the values do.
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
    """Name the band of a score that no quartile parts from the median."""
    if figures.median is None:
        return Position.MIDDLE_HALF if None not in (figures.lower, figures.upper) else None
    if own < figures.median:
        return Position.BELOW_MEDIAN if figures.lower is None else Position.SECOND_QUARTER
    return Position.ABOVE_MEDIAN if figures.upper is None else Position.THIRD_QUARTER


def _standing(measure: str, own: int | None, figures: CohortFigures) -> MeasureStanding:
    return MeasureStanding(measure, own, figures, None if own is None else position(own, figures))
