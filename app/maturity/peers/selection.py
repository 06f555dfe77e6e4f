"""The choice of cohorts that a snapshot shows in a measure; the snapshot before it stays known for ever."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from app.maturity.peers import cohort, movements, rules
from app.maturity.peers.cohort import Cell, Cohort
from app.maturity.peers.movements import Movements, ObservableGroup

Sizes = Mapping[Cohort, int]


@dataclass(frozen=True, slots=True)
class PreviousSelection:
    """The cohorts that the last snapshot shows in a measure, and the movements of contributions since."""

    measure: str
    shown: frozenset[Cohort]
    movements: Movements


def select_cohorts(
    sizes: Sizes, minimum: int, among: Collection[Cohort], past: PreviousSelection
) -> frozenset[Cohort] | None:
    """Return the cohorts of ``among`` to show, or None if no choice is safe yet.

    Cohorts that were not shown before are withheld, the smallest first, while together with the last snapshot
    they would disclose what neither may.
    """
    allowed = frozenset(among)
    while True:
        shown = cohort.showable_cohorts(sizes, minimum, allowed)
        if not _discloses_more(shown, sizes, past):
            return shown
        new = shown - past.shown
        if not new:
            return None
        allowed -= {min(new, key=lambda each: (sizes[each], each))}


def sizes_before(sizes: Sizes, measure: str, movements: Movements) -> Counter[Cohort]:
    """Return the sizes of all cells in the last snapshot, from today's sizes and the movements since."""
    before = Counter({cell: n for cell, n in sizes.items() if cell.size_band})
    for movement, count in movements.items():
        if movement.measure == measure:
            before.update({movement.before: count} if movement.before else {})
            before.subtract({movement.after: count} if movement.after else {})
    return before


def _discloses_more(shown: frozenset[Cohort], sizes: Sizes, past: PreviousSelection) -> bool:
    """Return whether two snapshots together disclose a part that is smaller than one alone may disclose.

    A group that one snapshot shows, and in which few contributions differ, is known of the other one too.
    """
    old, new = (movements.observable_groups(past.measure, each) for each in (past.shown, shown))
    if not old or not new:
        return False
    nearly_equal = {
        group
        for group, count in movements.count_differing(past.movements, old | new).items()
        if count < rules.MINIMUM_DIFFERING
    }
    before = sizes_before(sizes, past.measure, past.movements)
    now = {cell: n for cell, n in sizes.items() if cell.size_band}
    return _cuts_small(old, new & nearly_equal, before) or _cuts_small(new, old & nearly_equal, now)


def _cuts_small(
    groups: Collection[ObservableGroup], more: Collection[ObservableGroup], cells: Mapping[Cell, int]
) -> bool:
    """Return whether knowing ``more`` groups cuts too small a part out of what the first ones disclose."""
    whole = _parts(groups, cells)
    cut = _parts({*groups, *more}, cells) - whole
    return not all(rules.is_empty_or_large(sum(cells[cell] for cell in part)) for part in cut)


def _parts(groups: Iterable[ObservableGroup], cells: Iterable[Cell]) -> set[frozenset[Cell]]:
    """Return the sets of cells that lie in exactly the same groups."""
    parts: dict[frozenset[ObservableGroup], set[Cell]] = {}
    known = tuple(groups)
    for cell in cells:
        parts.setdefault(frozenset(group for group in known if group.contains(cell)), set()).add(cell)
    return {frozenset(part) for part in parts.values()}
