"""Days of contributions, replacements and withdrawals, played with the product's own publication."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.maturity.peers import contribution, movements, rules, snapshot
from app.maturity.peers.cohort import Cell, Cohort
from app.maturity.peers.contribution import OVERALL, Contribution
from app.maturity.peers.movements import Movements, ObservableGroup
from app.maturity.peers.rules import MINIMUM_COHORT
from app.maturity.peers.snapshot import Snapshot, SnapshotInput

# The scores that an adversary does not know, by receipt and by which of its contributions it is.
Secret = tuple[str, int]
Secrets = Mapping[Secret, int]


@dataclass(frozen=True, slots=True)
class Act:
    """One organisation's act on a day: it contributes or replaces, or, without a cell, withdraws.

    A known score is the adversary's own; None stands for one of the secrets.
    """

    day: int
    receipt: str
    cell: Cell | None = None
    known: int | None = None


@dataclass
class Stage:
    """Receives contributions and publishes after each day, under the rules of the product."""

    published: Snapshot | None = None
    now: dict[str, Contribution] = field(default_factory=dict)
    _then: dict[str, Contribution] = field(default_factory=dict)

    def publish(self) -> Snapshot | None:
        """Publish if the rules allow it, and return the publication."""
        follows = snapshot.build_next(self.published, self._counts(), _moved(self._then, self.now))
        if follows is not None:
            self.published, self._then = follows, dict(self.now)
        return self.published

    def _counts(self) -> SnapshotInput:
        return SnapshotInput(
            "1.0", "full", "2026-11", contribution.count_by_cell(self.now.values()), MINIMUM_COHORT
        )


class Piecemeal(Stage):
    """Publishes each cohort by itself as soon as enough changed in it, without the one-snapshot rule."""

    def __init__(self) -> None:
        super().__init__(Snapshot("1.0", "full", "2026-11"))
        self._then_of: dict[Cohort, dict[str, Contribution]] = {}

    def publish(self) -> Snapshot | None:
        """Publish each cohort that may change, and return the publication."""
        figures = dict(self.published.figures) if self.published else {}
        for cohort, measures in snapshot.build_first(self._counts()).figures.items():
            then = self._then_of.get(cohort, {})
            count = movements.count_differing(
                _moved(then, self.now), [place := ObservableGroup(OVERALL, cohort)]
            )[place]
            if count and rules.may_change(count):
                figures[cohort], self._then_of[cohort] = measures, dict(self.now)
        self.published = Snapshot("1.0", "full", "2026-11", figures)
        return self.published


def play(acts: Sequence[Act], secrets: Secrets, stage: Stage | None = None) -> tuple[Snapshot | None, ...]:
    """Return the publication after each day of the acts, in the order of days."""
    stage = stage or Stage()
    seen, turns = list[Snapshot | None](), dict[str, int]()
    for day in sorted({act.day for act in acts}):
        for act in acts:
            if act.day == day:
                _do(act, secrets, stage.now, turns)
        seen.append(stage.publish())
    return tuple(seen)


def _moved(then: Mapping[str, Contribution], now: Mapping[str, Contribution]) -> Movements:
    return movements.count_movements((then.get(each), now.get(each)) for each in then.keys() | now.keys())


def _do(act: Act, secrets: Secrets, now: dict[str, Contribution], turns: dict[str, int]) -> None:
    if act.cell is None:
        now.pop(act.receipt, None)
        return
    turn = turns[act.receipt] = turns.get(act.receipt, -1) + 1
    score = secrets[act.receipt, turn] if act.known is None else act.known
    now[act.receipt] = Contribution("1.0", "full", act.cell, {OVERALL: score})
