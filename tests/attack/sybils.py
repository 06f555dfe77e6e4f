"""Nine organisations under one control in open mode: they satisfy the change rule by themselves.

They replace all their contributions between publications, and so query the same honest organisations
repeatedly: where is the median if so many scores are above it, so many below, and the rest at this point?
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass

from app.maturity.peers.snapshot import Snapshot
from tests.attack.plots import SUPPLIER, Plot
from tests.attack.stage import play

SYBILS = 9
_PUBLICATIONS = 60
_TRIED = 20


@dataclass(frozen=True, slots=True)
class SybilFindings:
    """Of twenty that joined: how many keep fewer than twenty possible scores, and the median number kept."""

    narrowed: int
    middle: int
    publications: int


def measure(honest: int) -> SybilFindings:
    """Return how far the sybils narrow the score of one more organisation beside honest ones they know."""
    left = sorted(len(possible(seed, honest)) for seed in range(_TRIED))
    return SybilFindings(sum(count < 20 for count in left), left[_TRIED // 2], _PUBLICATIONS)


def possible(seed: int, honest: int) -> list[int]:
    """Return the scores of the last honest organisation that lead to the same publications."""
    chance = random.Random(seed)  # noqa: S311  nothing secret
    others = [round(chance.gauss(50, 15)) for _ in range(honest - 1)]
    queries = list(_queries(chance))
    true = min(100, max(0, round(chance.gauss(50, 15))))
    seen = _answers(others, true, queries)
    return [score for score in range(101) if score == true or _answers(others, score, queries) == seen]


def _queries(chance: random.Random) -> Iterator[list[int]]:
    """Yield the sybils' scores, day by day: a cluster at a point, the others below and above it."""
    for day in range(_PUBLICATIONS):
        point = 4 + day * 92 // _PUBLICATIONS
        low = chance.randint(0, 5)
        # Every score is another one than the day before: so nine receipts differ.
        yield [day % 2] * low + [point] * 4 + [100 - day % 2] * (SYBILS - 4 - low)


def _answers(others: list[int], score: int, queries: list[list[int]]) -> tuple[Snapshot | None, ...]:
    plot = Plot()
    for number, other in enumerate((*others, score)):
        plot.honest(0, f"honest-{number}", SUPPLIER, other)
    for day, scores in enumerate(queries):
        plot.collude(day, SUPPLIER, scores)
    return play(plot.acts, plot.truth)
