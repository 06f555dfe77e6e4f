"""What changed since a snapshot: how many differ in whatever an observer can compute."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from app.maturity.peers import rules
from app.maturity.peers.cohort import Cell, Cohort
from app.maturity.peers.contribution import Contribution


@dataclass(frozen=True, slots=True)
class ObservableGroup:
    """The scores of a cohort in one measure, some of its children left out.

    Without any it is what is published; without the shown ones it is what is left when they are subtracted.
    """

    measure: str
    cohort: Cohort
    without: frozenset[Cohort] = frozenset()

    def contains(self, cell: Cell | None) -> bool:
        """Say whether a cell's contributions are in it; those of no cell are in nothing."""
        if cell is None or not self.cohort.contains(cell):
            return False
        return not any(child.contains(cell) for child in self.without)


@dataclass(frozen=True, slots=True)
class Movement:
    """From which cell to which a contribution that differs went, as regards one measure.

    None is outside: a contribution that came, left, or has no score in the measure.
    """

    measure: str
    before: Cell | None
    after: Cell | None

    def presence_in(self, watched: ObservableGroup) -> tuple[bool, bool]:
        """Say whether it was, and whether it is, in a place of its measure."""
        return watched.contains(self.before), watched.contains(self.after)


# Receipts that moved alike; each is counted once, however often it changed since the snapshot.
Movements = Mapping[Movement, int]


# Where a contribution counts: its cell, and the measures it has a score in.
CellMeasures = tuple[Cell, Collection[str]]


def count_movements(changes: Iterable[tuple[Contribution | None, Contribution | None]]) -> Movements:
    """Count how contributions moved, each given as it is in the snapshot and as it is now."""
    return count_located_movements(
        (_counted(before), _counted(after)) for before, after in changes if before != after
    )


def count_located_movements(
    differing: Iterable[tuple[CellMeasures | None, CellMeasures | None]],
) -> Movements:
    """Count how contributions moved that differ, each given by where it counted and where it counts now.

    One that differs in anything differs in every measure it has a score in: whoever watches a measure
    in which its score is by chance the same cannot know that it is.
    """
    found: Counter[Movement] = Counter()
    for before, after in differing:
        left, was = before or (None, ())
        come, is_ = after or (None, ())
        for measure in {*was, *is_}:
            found[Movement(measure, left if measure in was else None, come if measure in is_ else None)] += 1
    return found


def _counted(contribution: Contribution | None) -> CellMeasures | None:
    return (contribution.cell, contribution.scores.keys()) if contribution else None


def observable_groups(measure: str, shown: Collection[Cohort]) -> frozenset[ObservableGroup]:
    """List what can be computed from a snapshot: every shown cohort, and what its shown children leave."""
    whole = {ObservableGroup(measure, cohort) for cohort in shown}
    rest = {
        ObservableGroup(measure, cohort, frozenset(child for child in shown if child.parent == cohort))
        for cohort in shown
    }
    return frozenset(whole | rest)


def count_differing(moved: Movements, places: Iterable[ObservableGroup]) -> dict[ObservableGroup, int]:
    """Count those who differ in each place."""
    by_measure: dict[str, list[tuple[Movement, int]]] = {}
    for move, count in moved.items():
        by_measure.setdefault(move.measure, []).append((move, count))
    return {place: _differing(by_measure.get(place.measure, ()), place) for place in places}


def _differing(moved: Iterable[tuple[Movement, int]], place: ObservableGroup) -> int:
    found: Counter[tuple[bool, bool]] = Counter()
    for move, count in moved:
        found[move.presence_in(place)] += count
    return rules.count_changed_people(found[True, True], found[True, False], found[False, True])
