"""The acts of organisations and of adversaries, drawn at random, and the secret scores."""

import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from app.maturity.peers.cohort import ALL, Cell
from app.maturity.peers.contribution import OVERALL
from app.maturity.peers.snapshot import Snapshot
from tests.attack.stage import Act, Secret, play

SUPPLIER = Cell("supplier", "50_249")
LARGE_SUPPLIER = Cell("supplier", "1000_9999")
MEDIA = Cell("media", "1_49")
AGENCY = Cell("government", "250_999")
COLLUDERS = 4
# Scores at which a value published in steps of five changes.
_TURNING = (42, 43, 47, 48, 52, 53, 57, 58)


@dataclass
class Plot:
    """Acts in the order of days, and the scores of the honest organisations."""

    acts: list[Act] = field(default_factory=list)
    truth: dict[Secret, int] = field(default_factory=dict)

    def honest(self, day: int, receipt: str, cell: Cell, score: int) -> None:
        """Let an honest organisation contribute or replace a secret score."""
        turn = sum(act.receipt == receipt and act.cell is not None for act in self.acts)
        self.acts.append(Act(day, receipt, cell))
        self.truth[receipt, turn] = clamp(score)

    def collude(self, day: int, cell: Cell, scores: Iterable[int]) -> None:
        """Let the adversary's organisations contribute or replace scores of its choice."""
        for number, score in enumerate(scores):
            self.acts.append(Act(day, f"colluder-{number}", cell, clamp(score)))

    def rejoin(self, day: int, cell: Cell, scores: Iterable[int]) -> None:
        """Let the adversary’s organisations withdraw, and contribute again with new receipts."""
        for number, score in enumerate(scores):
            self.acts.append(Act(day, f"colluder-{number}"))
            self.acts.append(Act(day, f"colluder-{number} of day {day}", cell, clamp(score)))

    def seen(self) -> Snapshot | None:
        """Return the publication after the last act."""
        return play(self.acts, self.truth)[-1] if self.acts else None


Draw = Callable[[random.Random], Plot]


def drawn(draw: Draw, seed: int) -> Plot:
    """Return the plot of a seed."""
    return draw(random.Random(seed))  # noqa: S311  nothing secret


def clamp(score: float) -> int:
    """Return the nearest whole score from 0 to 100."""
    return min(100, max(0, round(score)))


def first_publication(chance: random.Random) -> Plot:
    """Draw a cohort that reaches about its minimum, with up to four colluders."""
    plot, colluders = Plot(), chance.choice((3, 4, 4))
    middle, width = chance.choice((12, 50, 50, 50, 88, 95)), chance.choice((1, 3, 6, 10))
    for number in range(chance.choice((10, 10, 11, 12, 15, 20)) - colluders):
        plot.honest(0, f"honest-{number}", SUPPLIER, round(chance.gauss(middle, width)))
    pins = chance.choice(([0, 0], [100, 100], [0, 100], [middle, middle], [middle - 7, middle + 7])) * 2
    plot.collude(0, SUPPLIER, pins[:colluders])
    return plot


def newcomer(chance: random.Random) -> Plot:
    """Draw a newcomer that joins a published cohort alone; the next day the adversary changes its scores."""
    plot = _crowd(chance, chance.randint(20, 26), SUPPLIER)
    plot.honest(1, "newcomer", SUPPLIER, chance.choice((45, 48, 50, 52, 55)))
    plot.collude(2, SUPPLIER, chance.choice(([0] * 4, [100] * 4, [47] * 4, [53] * 4)))
    return plot


def rejoiner(chance: random.Random) -> Plot:
    """Draw a newcomer that joins on the day on which the adversary’s four leave and come back as others.

    These are eight receipts of four organisations, and nine with the newcomer’s.
    """
    plot = _crowd(chance, chance.randint(20, 26), SUPPLIER)
    pins = chance.choice(([0] * 4, [100] * 4, [47] * 4, [53] * 4))
    plot.collude(0, SUPPLIER, pins)
    plot.honest(1, "newcomer", SUPPLIER, chance.choice((45, 48, 50, 52, 55)))
    plot.rejoin(1, SUPPLIER, pins)
    return plot


def small_sibling(chance: random.Random) -> Plot:
    """Draw one of another kind beside a cohort large enough to be shown."""
    plot = _crowd(chance, chance.randint(20, 26), SUPPLIER)
    plot.honest(0, "sibling", MEDIA, chance.choice((45, 48, 50, 52, 55)))
    return plot


def visitor(chance: random.Random) -> Plot:
    """Draw one of another kind that comes for a day, while eight of a cohort replace scores."""
    plot = _crowd(chance, chance.randint(20, 25), SUPPLIER)
    plot.collude(0, SUPPLIER, [0])
    plot.honest(1, "visitor", MEDIA, chance.choice((45, 48, 50, 52, 55)))
    for number in range(8):
        plot.honest(1, f"supplier-{number}", SUPPLIER, _turning(chance))
    plot.acts.append(Act(2, "visitor"))
    plot.collude(2, SUPPLIER, [1])
    return plot


def many_days(chance: random.Random) -> Plot:
    """Draw honest organisations that come, replace and leave while colluders watch and change scores."""
    plot, cells = Plot(), (SUPPLIER, LARGE_SUPPLIER, MEDIA, AGENCY)
    middle, width = chance.choice((30, 50, 70)), chance.choice((3, 6, 12))
    names = [f"honest-{number}" for number in range(chance.randint(12, 30))]
    at = {name: chance.choice(cells[: chance.randint(1, 4)]) for name in names}
    home = chance.choice(list(at.values()))
    for day in range(chance.randint(4, 8)):
        for name in names if day == 0 else chance.sample(names, min(len(names), chance.choice((0, 1, 5, 9)))):
            if day and chance.random() < 0.2:
                plot.acts.append(Act(day, name))
            else:
                plot.honest(day, name, at[name], round(chance.gauss(middle, width)))
        plot.collude(day, home, _pins(chance, plot.seen(), middle))
    return plot


def _pins(chance: random.Random, seen: Snapshot | None, middle: int) -> list[int]:
    """Return the colluders' next scores: near the last publication, or far from it."""
    median = seen.figures.get(ALL, {}).get(OVERALL) if seen else None
    about = median.median if median and median.median is not None else middle
    beside = [about - 3, about - 3, about + 3, about + 3]
    far = [about - 8, about + 8, about, about]
    return chance.choice(([0] * 4, [100] * 4, [0, 0, 100, 100], [about] * 4, beside, far))


def _crowd(chance: random.Random, count: int, cell: Cell) -> Plot:
    plot = Plot()
    for number in range(count):
        plot.honest(0, f"{cell.organisation_type}-{number}", cell, _turning(chance))
    return plot


def _turning(chance: random.Random) -> int:
    return chance.choice(_TURNING) + chance.choice((-1, 0, 0, 1))
