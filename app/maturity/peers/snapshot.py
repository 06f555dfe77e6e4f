"""A snapshot: the figures of every shown cohort, published together and labelled with their month."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from app.maturity.peers import movements, rules, selection
from app.maturity.peers.cohort import Cohort
from app.maturity.peers.contribution import OVERALL, HistogramsByCell
from app.maturity.peers.histogram import Histogram
from app.maturity.peers.movements import Movements, ObservableGroup
from app.maturity.peers.selection import PreviousSelection
from app.maturity.score import round_down

LOWER, MEDIAN, UPPER = Fraction(1, 4), Fraction(1, 2), Fraction(3, 4)


@dataclass(frozen=True, slots=True)
class CohortFigures:
    """What is published of one measure in one cohort, in steps of five; ``n`` is rounded down.

    Values are 10 to 90: 10 says 10 or less, 90 says 90 or more.
    A value is None where too few contributions lie near it, and quartiles are where there are too few at all.
    """

    n: int
    median: int | None = None
    lower: int | None = None
    upper: int | None = None


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All that is published of one version and variant; ``month`` is the first seven letters of its day.

    A cohort's ``overall`` has its number of contributions. A domain may be absent where too few have a score.
    """

    version: str
    variant: str
    month: str
    figures: Mapping[Cohort, Mapping[str, CohortFigures]] = field(default_factory=dict)

    def shown_cohorts(self, measure: str) -> frozenset[Cohort]:
        """Name the cohorts that are shown in a measure."""
        return frozenset(cohort for cohort, measures in self.figures.items() if measure in measures)

    @property
    def measures(self) -> frozenset[str]:
        """Name the measures that are shown anywhere."""
        return frozenset(measure for measures in self.figures.values() for measure in measures)


@dataclass(frozen=True, slots=True)
class SnapshotInput:
    """All that a snapshot could be made of: the histograms of every cell, and the smallest cohort to show."""

    version: str
    variant: str
    month: str
    histograms: HistogramsByCell
    minimum: int


def build_first(counts: SnapshotInput) -> Snapshot:
    """Make the first snapshot, before which nothing was published."""
    nothing = Snapshot(counts.version, counts.variant, counts.month)
    return _build_compatible(nothing, counts, {}) or nothing


def build_next(old: Snapshot | None, counts: SnapshotInput, moved: Movements) -> Snapshot | None:
    """Give what is to be published in place of the old snapshot; None if it stays as it is.

    ``moved`` is counted from what the old snapshot was made of to what is counted now.
    """
    before = old or Snapshot(counts.version, counts.variant, counts.month)
    new = _build_compatible(before, counts, moved)
    if new is None:
        return None
    places = (movements.observable_groups(name, before.shown_cohorts(name)) for name in before.measures)
    return publish_together(
        before, new, movements.count_differing(moved, frozenset[ObservableGroup]().union(*places))
    )


def publish_together(
    old: Snapshot, new: Snapshot, differing: Mapping[ObservableGroup, int]
) -> Snapshot | None:
    """One-snapshot rule: everything gets new figures, or nothing does, not even where enough changed."""
    if not all(rules.may_change(count) for count in differing.values()):
        return None
    return new if any(differing.values()) or new.figures != old.figures else None


def _histograms_by_cohort(histograms: HistogramsByCell) -> dict[Cohort, dict[str, Histogram]]:
    """Add the cells' histograms up for every cohort that anybody is in."""
    counts: dict[Cohort, dict[str, Counter[int]]] = {}
    for cell, measures in histograms.items():
        for each in cell.lineage:
            sums = counts.setdefault(each, {})
            for name, histogram in measures.items():
                sums.setdefault(name, Counter()).update(histogram.counts)
    return {
        each: {name: Histogram(counted) for name, counted in sums.items()} for each, sums in counts.items()
    }


def _build_compatible(old: Snapshot, counts: SnapshotInput, moved: Movements) -> Snapshot | None:
    """Make the snapshot that may stand beside the old one, which everybody may have kept; None if none may.

    Each measure keeps to the minimums by itself: in a domain that does not apply to some, a cohort that is
    shown may be too small. Nor is a domain shown where the cohort is not.
    """
    gathered = _histograms_by_cohort(counts.histograms)
    places: dict[str, frozenset[Cohort]] = {}
    domains = {name for measures in gathered.values() for name in measures} | old.measures
    for measure in (OVERALL, *sorted(domains - {OVERALL})):
        sizes = {each: sums[measure].n for each, sums in gathered.items() if measure in sums}
        among = places.get(OVERALL, gathered.keys())
        shown = selection.select_cohorts(
            sizes, counts.minimum, among, PreviousSelection(measure, old.shown_cohorts(measure), moved)
        )
        if shown is None:
            return None
        places[measure] = shown
    figures = {
        each: {name: _figures(gathered[each][name]) for name, where in places.items() if each in where}
        for each in sorted(places[OVERALL])
    }
    return Snapshot(counts.version, counts.variant, counts.month, figures)


def _figures(histogram: Histogram) -> CohortFigures:
    n = histogram.n
    quartiles = rules.has_quartiles(n)
    return CohortFigures(
        n=round_down(n),
        median=rules.published_quantile(histogram, MEDIAN),
        lower=rules.published_quantile(histogram, LOWER) if quartiles else None,
        upper=rules.published_quantile(histogram, UPPER) if quartiles else None,
    )
