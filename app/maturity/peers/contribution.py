"""A contribution: the only data that leaves an assessment for its peers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.maturity.peers.cohort import Cell
from app.maturity.peers.histogram import Histogram
from app.maturity.scorecard import Scorecard

OVERALL = "overall"


def measure_order(measure: str) -> tuple[bool, str]:
    """Return the key to sort measures by: ``overall`` first, then the domains by their letters."""
    return measure != OVERALL, measure


@dataclass(frozen=True, slots=True)
class Contribution:
    """The cell of an organisation and its rounded scores.

    ``scores`` holds points from 0 to 100 by measure: ``overall``, always, and each domain that has a score,
    by letter.
    """

    version: str
    variant: str
    cell: Cell
    scores: Mapping[str, int]


def build_contribution(card: Scorecard) -> Contribution | None:
    """Return the contribution of a complete assessment.

    It is None while the result is interim, and without a score, an organisation type or a size band.
    """
    profile = card.assessment.profile
    cell = Cell(profile.organisation_type, profile.size_band)
    if not (card.complete and card.overall.score and cell.organisation_type and cell.size_band):
        return None
    domains = {each.domain.letter: each.score.rounded for each in card.domains if each.score}
    scores = {OVERALL: card.overall.score.rounded, **domains}
    return Contribution(card.assessment.version, profile.variant, cell, scores)


HistogramsByCell = Mapping[Cell, Mapping[str, Histogram]]


def count_by_cell(contributions: Iterable[Contribution]) -> HistogramsByCell:
    """Return the histograms of contributions of one version and variant, by cell and measure."""
    counts: dict[Cell, dict[str, dict[int, int]]] = {}
    for each in contributions:
        measures = counts.setdefault(each.cell, {})
        for measure, points in each.scores.items():
            histogram = measures.setdefault(measure, {})
            histogram[points] = histogram.get(points, 0) + 1
    return {
        cell: {measure: Histogram(histogram) for measure, histogram in measures.items()}
        for cell, measures in counts.items()
    }
