"""The changes of a plan, which is a tuple of actions in the order in which they were made."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from app.maturity.clean_text import clean, clean_title
from app.maturity.errors import FullPlanError, RefusedActionError, UnknownActionError
from app.maturity.outlook.next_step import NextStep
from app.maturity.plan.action import Action, State, checked
from app.maturity.text import Language

ACTION_LIMIT = 200

Plan = tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class ActionFields:
    """What a person writes of an action; the other fields follow from it."""

    title: str
    person: str = ""
    due: date | None = None
    state: State = "to_do"
    note: str = ""


def fields_of(action: Action) -> ActionFields:
    """Return the fields of an action that a person may change."""
    return ActionFields(action.title, action.person, action.due, action.state, action.note)


def recommended_action(id: str, step: NextStep, language: Language) -> Action:
    """Return the action that a next step asks for, in the words of a language; nobody has it yet."""
    practice = step.recommendation.question.id
    return checked(Action(id, step.action.in_(language), language, practice, due=step.due))


def free_action(id: str, fields: ActionFields, language: Language, today: date) -> Action:
    """Return an action that no recommendation asks for.

    ``today`` is the day in UTC. Raises RefusedActionError for fields that break a rule.
    """
    return checked(_filled(Action(id, "", language), fields, language, today))


def edit(action: Action, fields: ActionFields, language: Language, today: date) -> Action:
    """Return the action with other fields, its revision one higher, or as it is if nothing differs.

    A title that differs is in ``language``, that of the page or file in which it was written. ``today``, the
    day in UTC, is the day of a change to done. Raises RefusedActionError for fields that break a rule.
    """
    edited = _filled(action, fields, language, today)
    if edited == action:
        return action
    return checked(replace(edited, revision=action.revision + 1))


def _filled(action: Action, fields: ActionFields, language: Language, today: date) -> Action:
    title = clean_title(fields.title)
    return replace(
        action,
        title=title,
        lang=action.lang if title == action.title else language,
        person=clean_title(fields.person),
        due=fields.due,
        state=fields.state,
        # Spreadsheets lose tabs on the way through their files.
        note=clean(fields.note).replace("\t", " "),
        done_on=(action.done_on or today) if fields.state == "done" else None,
    )


def changes_state_alone(action: Action, fields: ActionFields) -> bool:
    """Return whether fields change only the state and the note, all that a contributor may change."""
    return replace(fields_of(action), state=fields.state, note=fields.note) == fields


def has_open_action(plan: Iterable[Action], practice: str) -> bool:
    """Return whether an action of a practice is to do or doing, so that a tick makes no second one."""
    return any(each.practice == practice and each.is_open for each in plan)


def tick(plan: Plan, id: str, step: NextStep, language: Language) -> Plan:
    """Return the plan with the action of a next step, or as it is while one of its practice is open."""
    if has_open_action(plan, step.recommendation.question.id):
        return plan
    return add(plan, recommended_action(id, step, language))


def add(plan: Plan, action: Action) -> Plan:
    """Return the plan with one action more.

    Raises FullPlanError if it holds ``ACTION_LIMIT``, and RefusedActionError if it has one of this id.
    """
    if len(plan) >= ACTION_LIMIT:
        raise FullPlanError(ACTION_LIMIT)
    if any(each.id == action.id for each in plan):
        raise RefusedActionError({"id": "taken"})
    return (*plan, action)


def find(plan: Plan, id: str) -> Action:
    """Return an action by its id, or raise UnknownActionError."""
    for action in plan:
        if action.id == id:
            return action
    raise UnknownActionError(id)


def with_changed(plan: Plan, changed: Action) -> Plan:
    """Return the plan with a changed action in the place of that of its id, or raise UnknownActionError."""
    find(plan, changed.id)
    return tuple(changed if each.id == changed.id else each for each in plan)
