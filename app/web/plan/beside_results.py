"""What pages of results and tasks say of the plan: how far it is, and which practices have an open action."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from app.maturity.plan.action import Action
from app.maturity.plan.plan import Plan
from app.translations.plan_words import STATE_NAMES
from app.translations.wording import Wording
from app.web.plan.plan_view import PlanWords, describe_plan


@dataclass(frozen=True, slots=True)
class OpenAction:
    """An action that is to do or doing: its id, and its state with its person in words."""

    id: str
    words: str


@dataclass(frozen=True, slots=True)
class PlanBesideResults:
    """The plan as other pages show it; the open actions stand by the id of their practice."""

    words: PlanWords | None
    open_actions: Mapping[str, OpenAction]


def describe_beside(plan: Plan, wording: Wording, now: datetime) -> PlanBesideResults:
    """Return what pages say of a plan at a moment."""
    # The first of several actions of a practice.
    actions = {each.practice: each for each in reversed(plan) if each.practice and each.is_open}
    return PlanBesideResults(
        describe_plan(plan, wording, now),
        {practice: OpenAction(each.id, _words(each, wording)) for practice, each in actions.items()},
    )


def _words(action: Action, wording: Wording) -> str:
    state = wording._(STATE_NAMES[action.state])
    return f"{state}, {action.person}" if action.person else state
