"""Which cohorts a snapshot shows in a measure, beside what the snapshot before it shows for ever."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from app.maturity.peers import cohort, movements, rules
from app.maturity.peers.cohort import Cell, Cohort
from app.maturity.peers.movements import Moves, Watched

Sizes = Mapping[Cohort, int]


@dataclass(frozen=True, slots=True)
class Past:
    """What the last snapshot shows in a measure, and how contributions moved since."""

    measure: str
    shown: frozenset[Cohort]
    moved: Moves


def chosen(sizes: Sizes, minimum: int, among: Collection[Cohort], past: Past) -> frozenset[Cohort] | None:
    """Choose the cohorts to show, of those ``among`` which it may choose; None if no choice is safe yet.

    What was not shown before is withheld, the smallest first, while it would tell of the last snapshot what
    that kept to itself.
    """
    allowed = frozenset(among)
    while True:
        shown = cohort.shown(sizes, minimum, allowed)
        if not _tells_more(shown, sizes, past):
            return shown
        new = shown - past.shown
        if not new:
            return None
        allowed -= {min(new, key=lambda each: (sizes[each], each))}


def sizes_before(sizes: Sizes, measure: str, moved: Moves) -> Counter[Cohort]:
    """Give the sizes of all cells as they were in the last snapshot."""
    found = Counter({cell: n for cell, n in sizes.items() if cell.size_band})
    for move, count in moved.items():
        if move.measure == measure:
            found.update({move.before: count} if move.before else {})
            found.subtract({move.after: count} if move.after else {})
    return found


def _tells_more(shown: frozenset[Cohort], sizes: Sizes, past: Past) -> bool:
    """Say whether two snapshots together tell of fewer than one of them may.

    What one of them shows, and what hardly changed between them, is known of the other as well.
    """
    old, new = (movements.watched(past.measure, each) for each in (past.shown, shown))
    if not old or not new:
        return False
    little = {
        place
        for place, count in movements.differing(past.moved, old | new).items()
        if count < rules.LEAST_DIFFERING
    }
    before = sizes_before(sizes, past.measure, past.moved)
    now = {cell: n for cell, n in sizes.items() if cell.size_band}
    return _cuts_small(old, new & little, before) or _cuts_small(new, old & little, now)


def _cuts_small(places: Collection[Watched], also: Collection[Watched], cells: Mapping[Cell, int]) -> bool:
    """Say whether knowing some places more cuts too small a part out of what is known from the first."""
    whole = _parts(places, cells)
    cut = _parts({*places, *also}, cells) - whole
    return not all(rules.is_hidden(sum(cells[cell] for cell in part)) for part in cut)


def _parts(places: Iterable[Watched], cells: Iterable[Cell]) -> set[frozenset[Cell]]:
    """Part the cells by the places that they are in."""
    parts: dict[frozenset[Watched], set[Cell]] = {}
    known = tuple(places)
    for cell in cells:
        parts.setdefault(frozenset(place for place in known if place.holds(cell)), set()).add(cell)
    return {frozenset(part) for part in parts.values()}
