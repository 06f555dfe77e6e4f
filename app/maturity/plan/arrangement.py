"""The order in which a page shows a plan, and the part of it that is asked for."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from app.maturity.clean_text import fold
from app.maturity.plan.action import STATES, Action, State, owner_role
from app.maturity.plan.progress import is_overdue
from app.maturity.questionnaire import Questionnaire

SortKey = Literal["due", "person", "state", "owner"]
SORT_KEYS: tuple[SortKey, ...] = ("due", "person", "state", "owner")

# In a filter: the actions without a person, or without a role.
NOBODY = ""


@dataclass(frozen=True, slots=True)
class PlanFilter:
    """Which actions are asked for; None asks for all, ``NOBODY`` for those without a person or a role.

    Persons are compared without capitals and accents. ``due_by`` asks for those due on that day or before.
    """

    person: str | None = None
    state: State | None = None
    owner: str | None = None
    due_by: date | None = None
    overdue_only: bool = False

    def keeps(self, action: Action, questionnaire: Questionnaire, now: datetime) -> bool:
        """Return whether an action is asked for."""
        return (
            (self.person is None or fold(self.person) == fold(action.person))
            and (self.state is None or self.state == action.state)
            and (self.owner is None or self.owner == (owner_role(action, questionnaire) or NOBODY))
            and (self.due_by is None or (action.due is not None and action.due <= self.due_by))
            and (not self.overdue_only or is_overdue(action, now))
        )


def filter_actions(
    actions: Iterable[Action], wanted: PlanFilter, questionnaire: Questionnaire, now: datetime
) -> tuple[Action, ...]:
    """Return the actions that are asked for, in their order."""
    return tuple(each for each in actions if wanted.keeps(each, questionnaire, now))


def sort_actions(
    actions: Iterable[Action], by: SortKey, questionnaire: Questionnaire, now: datetime
) -> tuple[Action, ...]:
    """Return the overdue actions first, each part sorted by a key, then by due day, then as they were made.

    What has no person, role or due day comes after what has one. Roles are in the questionnaire's order.
    """
    roles = list(questionnaire.owners)
    keys: dict[SortKey, Callable[[Action], tuple[object, ...]]] = {
        "due": lambda action: (),
        "person": lambda action: (action.person == NOBODY, fold(action.person)),
        "state": lambda action: (STATES.index(action.state),),
        "owner": lambda action: (_place(owner_role(action, questionnaire), roles),),
    }
    return tuple(
        sorted(
            actions,
            key=lambda action: (not is_overdue(action, now), *keys[by](action), action.due or date.max),
        )
    )


def _place(role: str | None, roles: list[str]) -> int:
    return len(roles) if role is None else roles.index(role)


def persons(actions: Iterable[Action]) -> tuple[str, ...]:
    """Return the persons of actions, each once as first written, in alphabetical order."""
    found: dict[str, str] = {}
    for action in actions:
        if action.person:
            found.setdefault(fold(action.person), action.person)
    return tuple(found[folded] for folded in sorted(found))
