"""The inferences of an adversary who knows every organisation's cell and days, but not the secret scores.

A secret keeps a range if there are worlds, other scores of the honest organisations, in which every
publication is the same and the secret is far away. A world that is found proves this. A search without a
result proves nothing by itself, but with the rules in force the same search finds a world in each of
thousands of plots.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.maturity.peers.cohort import Cell
from app.maturity.peers.contribution import OVERALL
from app.maturity.peers.snapshot import Snapshot
from tests.attack.stage import Act, Secret, Secrets, Stage, play

# Whole scores, both ends included: from 0 to 19 there are twenty.
LEAST_RANGE = 20
# How much of the range is looked for above the true score: the likeliest first.
_SPAN = LEAST_RANGE - 1
_UPWARDS = (_SPAN, 0, 10, 5, 15, *range(1, _SPAN))
_TRIALS = 400
_UNLIKE = 200


@dataclass(frozen=True)
class Watcher:
    """An observer of the publications, with the true scores."""

    acts: Sequence[Act]
    truth: Secrets
    stage: type[Stage] = Stage

    def exposed(self) -> tuple[Secret, ...]:
        """Return the secrets whose consistent range is found to be narrower than it must be."""
        return tuple(secret for secret in self.truth if not self.hides(secret))

    def hides(self, secret: Secret) -> bool:
        """Return whether worlds are found in which the secret is anywhere within twenty scores."""
        true, found = self.truth[secret], dict[int, bool]()

        def possible(score: int) -> bool:
            if score not in found:
                found[score] = score == true or (0 <= score <= 100 and self.may_be(secret, score))
            return found[score]

        return any(possible(true + up) and possible(true + up - _SPAN) for up in _UPWARDS)

    def may_be(self, secret: Secret, score: int) -> bool:
        """Return whether a world is found in which the secret has the score and no publication differs."""
        seen = play(self.acts, self.truth, self.stage())
        chance = random.Random(f"{secret} {score}")  # noqa: S311  nothing secret
        world = {**self.truth, secret: score}
        best = _unlike(seen, play(self.acts, world, self.stage()))
        for trial in self._trials(world, secret, chance):
            if best == 0:
                break
            unlike = _unlike(seen, play(self.acts, trial, self.stage()))
            if unlike <= best:
                world.update(trial)
                best = unlike
        return best == 0

    def _trials(self, world: Secrets, secret: Secret, chance: random.Random) -> Iterator[Secrets]:
        """Yield worlds in which others compensate for the secret: one, then equal ones, then at random."""
        others = [each for each in self.truth if each != secret]
        for other in sorted(others, key=lambda each: abs(self.truth[each] - world[secret])):
            yield {**world, other: self.truth[secret]}
        for alike in self._alike(others):
            for score in range(101):
                yield {**world, **dict.fromkeys(alike, score)}
            for by in (-10, -5, -3, -2, -1, 1, 2, 3, 5, 10):
                yield {**world, **{each: _bounded(self.truth[each] + by) for each in alike}}
        for _ in range(_TRIALS if others else 0):
            moved = chance.sample(others, min(len(others), chance.choice((1, 1, 2))))
            yield {**world, **{each: self._elsewhere(world[each], chance) for each in moved}}

    def _alike(self, others: Sequence[Secret]) -> list[list[Secret]]:
        """Return the groups of secrets that act equally on the same days."""
        groups: dict[tuple[tuple[int, Cell | None], ...], list[Secret]] = {}
        for secret in others:
            deeds = tuple((act.day, act.cell) for act in self.acts if act.receipt == secret[0])
            groups.setdefault(deeds, []).append(secret)
        return list(groups.values())

    def _elsewhere(self, score: int, chance: random.Random) -> int:
        if chance.random() < 0.5:
            return _bounded(score + chance.choice((-5, -3, -2, -1, 1, 2, 3, 5)))
        return chance.choice(list(self.truth.values()))


def _bounded(score: int) -> int:
    return min(100, max(0, score))


def _unlike(seen: Sequence[Snapshot | None], other: Sequence[Snapshot | None]) -> int:
    """Return how far the publications differ; 0 if they are equal."""
    return sum(_apart(one, two) for one, two in zip(seen, other, strict=True))


def _apart(one: Snapshot | None, two: Snapshot | None) -> int:
    if one is None or two is None:
        return 0 if one is two else _UNLIKE
    if one.figures == two.figures:
        return 0
    if one.figures.keys() != two.figures.keys():
        return _UNLIKE
    total = 0
    for cohort, measures in one.figures.items():
        mine, theirs = measures[OVERALL], two.figures[cohort][OVERALL]
        for first, second in zip(
            (mine.n, mine.median, mine.lower, mine.upper),
            (theirs.n, theirs.median, theirs.lower, theirs.upper),
            strict=True,
        ):
            if first != second:
                total += 50 if first is None or second is None else abs(first - second)
    return total
