"""How far the organisations of a programme are: their states now, and since which day."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from app.maturity.programme.programme import STATES, Organisation, State


@dataclass(frozen=True, slots=True)
class ProgressDay:
    """A day, and how many organisations have been in each state since it."""

    day: date
    counts: Mapping[State, int]


@dataclass(frozen=True, slots=True)
class ProgrammeProgress:
    """How many organisations are in each state; every state is counted, also with none."""

    counts: Mapping[State, int]
    days: tuple[ProgressDay, ...]

    @property
    def invited(self) -> int:
        """Return how many organisations are invited."""
        return sum(self.counts.values())


def count_progress(organisations: Iterable[Organisation]) -> ProgrammeProgress:
    """Return how many organisations are in each state, in all and by the day of the state."""
    by_day: dict[date, Counter[State]] = {}
    for each in organisations:
        by_day.setdefault(each.day, Counter())[each.state] += 1
    total = sum(by_day.values(), Counter[State]())
    return ProgrammeProgress(
        _counts(total), tuple(ProgressDay(day, _counts(by_day[day])) for day in sorted(by_day))
    )


def _counts(counter: Counter[State]) -> dict[State, int]:
    return {state: counter[state] for state in STATES}
