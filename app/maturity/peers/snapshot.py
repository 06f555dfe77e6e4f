"""A snapshot: the figures of every shown cohort, published together (docs/method.md section 5)."""

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
    """The published figures of one measure in one cohort, in steps of five; ``n`` is rounded down.

    Values are points from 10 to 90: 10 means 10 or less, 90 means 90 or more. A value is None if too few
    contributions are near it; quartiles are None if the cohort is too small for them.
    """

    n: int
    median: int | None = None
    lower: int | None = None
    upper: int | None = None


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All published figures of one version and variant, by cohort and measure.

    ``month`` is written ``2026-11``. The ``n`` of ``overall`` is the size of the cohort. A domain is absent
    if too few contributions have a score in it.
    """

    version: str
    variant: str
    month: str
    figures: Mapping[Cohort, Mapping[str, CohortFigures]] = field(default_factory=dict)

    def shown_cohorts(self, measure: str) -> frozenset[Cohort]:
        """Return the cohorts that are shown in a measure."""
        return frozenset(cohort for cohort, measures in self.figures.items() if measure in measures)

    @property
    def measures(self) -> frozenset[str]:
        """Return the measures that are shown in any cohort."""
        return frozenset(measure for measures in self.figures.values() for measure in measures)


@dataclass(frozen=True, slots=True)
class SnapshotInput:
    """The data that a snapshot is built from: the histograms of every cell, and the operator's minimum."""

    version: str
    variant: str
    month: str
    histograms: HistogramsByCell
    minimum: int


def build_first(counts: SnapshotInput) -> Snapshot:
    """Build the first snapshot, before which nothing was published."""
    nothing = Snapshot(counts.version, counts.variant, counts.month)
    return _build_compatible(nothing, counts, {}) or nothing


def build_next(old: Snapshot | None, counts: SnapshotInput, moved: Movements) -> Snapshot | None:
    """Return the snapshot to publish in place of the old one, or None if the old one stays.

    ``moved`` counts the movements from the data of the old snapshot to ``counts``.
    """
    before = old or Snapshot(counts.version, counts.variant, counts.month)
    new = _build_compatible(before, counts, moved)
    if new is None:
        return None
    groups = (movements.observable_groups(name, before.shown_cohorts(name)) for name in before.measures)
    return publish_together(
        before, new, movements.count_differing(moved, frozenset[ObservableGroup]().union(*groups))
    )


def publish_together(
    old: Snapshot, new: Snapshot, differing: Mapping[ObservableGroup, int]
) -> Snapshot | None:
    """Return the new snapshot if every group may change, else None (one-snapshot rule).

    Either all figures are published or none, not even those of groups in which enough changed.
    """
    if not all(rules.may_change(count) for count in differing.values()):
        return None
    return new if any(differing.values()) or new.figures != old.figures else None


def _histograms_by_cohort(histograms: HistogramsByCell) -> dict[Cohort, dict[str, Histogram]]:
    """Return the histograms of every cohort that has contributions, as sums of its cells."""
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
    """Return a snapshot that discloses nothing more together with the old one, or None if there is none.

    Each measure keeps to the minimums by itself: a shown cohort may be too small in a domain that does not
    apply to all. A domain is shown only in cohorts that are shown.
    """
    by_cohort = _histograms_by_cohort(counts.histograms)
    shown_by_measure: dict[str, frozenset[Cohort]] = {}
    domains = {name for measures in by_cohort.values() for name in measures} | old.measures
    for measure in (OVERALL, *sorted(domains - {OVERALL})):
        sizes = {each: sums[measure].n for each, sums in by_cohort.items() if measure in sums}
        among = shown_by_measure.get(OVERALL, by_cohort.keys())
        shown = selection.select_cohorts(
            sizes, counts.minimum, among, PreviousSelection(measure, old.shown_cohorts(measure), moved)
        )
        if shown is None:
            return None
        shown_by_measure[measure] = shown
    figures = {
        each: {
            name: _figures(by_cohort[each][name])
            for name, cohorts in shown_by_measure.items()
            if each in cohorts
        }
        for each in sorted(shown_by_measure[OVERALL])
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
