"""How far a plan is: the share of its actions that is done, and what is overdue."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction

from app.maturity.clock import earliest_day
from app.maturity.plan.action import Action


@dataclass(frozen=True, slots=True)
class PlanProgress:
    """How many actions are done, of all that are not dropped, and how many are; at least one is not."""

    done: int
    of: int
    dropped: int = 0

    @property
    def share(self) -> Fraction:
        """Return the share that is done, 0 to 1."""
        return Fraction(self.done, self.of)


def progress(actions: Iterable[Action]) -> PlanProgress | None:
    """Return the progress of actions, or None if there is none but dropped ones."""
    plan = tuple(actions)
    kept = [action for action in plan if action.state != "dropped"]
    done = sum(action.state == "done" for action in kept)
    return PlanProgress(done, len(kept), len(plan) - len(kept)) if kept else None


def done_after(actions: Iterable[Action], day: date) -> tuple[Action, ...]:
    """Return the actions that were done after a day, in the order of their days."""
    done = [(each.done_on, each) for each in actions if each.done_on is not None and each.done_on > day]
    return tuple(each for _day, each in sorted(done, key=lambda pair: pair[0]))


def done_days(actions: Iterable[Action], since: date) -> dict[str, date]:
    """Return the practices of actions that were done after a day, each with the latest such day."""
    done = done_after(actions, since)
    return {each.practice: each.done_on for each in done if each.practice and each.done_on}


def is_overdue(action: Action, now: datetime) -> bool:
    """Return whether an open action's due day is over in every time zone."""
    return action.is_open and action.due is not None and earliest_day(now) > action.due
