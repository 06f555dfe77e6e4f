"""Which cohorts a snapshot shows in a measure, beside what the snapshot before it shows for ever."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from app.maturity.peers import cohort, movements, rules
from app.maturity.peers.cohort import Cell, Cohort
from app.maturity.peers.movements import Movements, ObservableGroup

Sizes = Mapping[Cohort, int]


@dataclass(frozen=True, slots=True)
class PreviousSelection:
    """What the last snapshot shows in a measure, and how contributions moved since."""

    measure: str
    shown: frozenset[Cohort]
    movements: Movements


def select_cohorts(
    sizes: Sizes, minimum: int, among: Collection[Cohort], past: PreviousSelection
) -> frozenset[Cohort] | None:
    """Choose the cohorts to show, of those ``among`` which it may choose; None if no choice is safe yet.

    What was not shown before is withheld, the smallest first, while it would tell of the last snapshot what
    that kept to itself.
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


def sizes_before(sizes: Sizes, measure: str, moved: Movements) -> Counter[Cohort]:
    """Give the sizes of all cells as they were in the last snapshot."""
    found = Counter({cell: n for cell, n in sizes.items() if cell.size_band})
    for move, count in moved.items():
        if move.measure == measure:
            found.update({move.before: count} if move.before else {})
            found.subtract({move.after: count} if move.after else {})
    return found


def _discloses_more(shown: frozenset[Cohort], sizes: Sizes, past: PreviousSelection) -> bool:
    """Say whether two snapshots together tell of fewer than one of them may.

    What one of them shows, and what hardly changed between them, is known of the other as well.
    """
    old, new = (movements.observable_groups(past.measure, each) for each in (past.shown, shown))
    if not old or not new:
        return False
    little = {
        place
        for place, count in movements.count_differing(past.movements, old | new).items()
        if count < rules.MINIMUM_DIFFERING
    }
    before = sizes_before(sizes, past.measure, past.movements)
    now = {cell: n for cell, n in sizes.items() if cell.size_band}
    return _cuts_small(old, new & little, before) or _cuts_small(new, old & little, now)


def _cuts_small(
    places: Collection[ObservableGroup], also: Collection[ObservableGroup], cells: Mapping[Cell, int]
) -> bool:
    """Say whether knowing some places more cuts too small a part out of what is known from the first."""
    whole = _parts(places, cells)
    cut = _parts({*places, *also}, cells) - whole
    return not all(rules.is_empty_or_large(sum(cells[cell] for cell in part)) for part in cut)


def _parts(places: Iterable[ObservableGroup], cells: Iterable[Cell]) -> set[frozenset[Cell]]:
    """Part the cells by the places that they are in."""
    parts: dict[frozenset[ObservableGroup], set[Cell]] = {}
    known = tuple(places)
    for cell in cells:
        parts.setdefault(frozenset(place for place in known if place.contains(cell)), set()).add(cell)
    return {frozenset(part) for part in parts.values()}
