"""The changes since a snapshot: how many contributions differ in each group that an observer can compute."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from app.maturity.peers import rules
from app.maturity.peers.cohort import Cell, Cohort
from app.maturity.peers.contribution import Contribution


@dataclass(frozen=True, slots=True)
class ObservableGroup:
    """The scores of a cohort in one measure, without those of some of its children.

    With no child left out it is the published cohort. With the shown children left out it is the remainder
    that an observer gets by subtraction.
    """

    measure: str
    cohort: Cohort
    without: frozenset[Cohort] = frozenset()

    def contains(self, cell: Cell | None) -> bool:
        """Return whether a cell's contributions are in the group; None is in no group."""
        if cell is None or not self.cohort.contains(cell):
            return False
        return not any(child.contains(cell) for child in self.without)


@dataclass(frozen=True, slots=True)
class Movement:
    """The cells of a contribution that differs, before and after, in one measure.

    None means outside: the contribution is new, was withdrawn, or has no score in the measure.
    """

    measure: str
    before: Cell | None
    after: Cell | None

    def presence_in(self, group: ObservableGroup) -> tuple[bool, bool]:
        """Return whether it was in a group of its measure before, and whether it is after."""
        return group.contains(self.before), group.contains(self.after)


# The number of receipts by movement; a receipt counts once, however often it changed since the snapshot.
Movements = Mapping[Movement, int]


# A contribution's cell, and the measures in which it has a score.
CellMeasures = tuple[Cell, Collection[str]]


def count_movements(changes: Iterable[tuple[Contribution | None, Contribution | None]]) -> Movements:
    """Count the movements of contributions, each as it is in the snapshot and as it is now."""
    return count_located_movements(
        (_cell_measures(before), _cell_measures(after)) for before, after in changes if before != after
    )


def count_located_movements(
    differing: Iterable[tuple[CellMeasures | None, CellMeasures | None]],
) -> Movements:
    """Count the movements of contributions that differ, each by its cell and measures before and after.

    A contribution that differs in one measure counts as different in every measure in which it has a score:
    an observer of a measure in which the score happens to be equal cannot know that it is.
    """
    movements: Counter[Movement] = Counter()
    for before, after in differing:
        old_cell, old_measures = before or (None, ())
        new_cell, new_measures = after or (None, ())
        for measure in {*old_measures, *new_measures}:
            old = old_cell if measure in old_measures else None
            new = new_cell if measure in new_measures else None
            movements[Movement(measure, old, new)] += 1
    return movements


def _cell_measures(contribution: Contribution | None) -> CellMeasures | None:
    return (contribution.cell, contribution.scores.keys()) if contribution else None


def observable_groups(measure: str, shown: Collection[Cohort]) -> frozenset[ObservableGroup]:
    """Return what an observer can compute from a snapshot: every shown cohort, and its remainder."""
    whole = {ObservableGroup(measure, cohort) for cohort in shown}
    rest = {
        ObservableGroup(measure, cohort, frozenset(child for child in shown if child.parent == cohort))
        for cohort in shown
    }
    return frozenset(whole | rest)


def count_differing(movements: Movements, groups: Iterable[ObservableGroup]) -> dict[ObservableGroup, int]:
    """Return how many contributions differ in each group."""
    by_measure: dict[str, list[tuple[Movement, int]]] = {}
    for movement, count in movements.items():
        by_measure.setdefault(movement.measure, []).append((movement, count))
    return {group: _differing(by_measure.get(group.measure, ()), group) for group in groups}


def _differing(movements: Iterable[tuple[Movement, int]], group: ObservableGroup) -> int:
    counts: Counter[tuple[bool, bool]] = Counter()
    for movement, count in movements:
        counts[movement.presence_in(group)] += count
    return rules.count_changed_people(counts[True, True], counts[True, False], counts[False, True])
