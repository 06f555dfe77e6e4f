"""The plan: its actions, added and replaced by a program that names the state that it has seen."""

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from app.exchange import plan_json
from app.exchange.faults import FaultCollector
from app.maturity.errors import FullPlanError, RefusedActionError, UnknownActionError
from app.maturity.plan import plan as plans
from app.maturity.plan.action import Action
from app.maturity.plan.plan import Plan
from app.storage.database import locks
from app.storage.plan import plans as stored_plans
from app.storage.plan.plans import ActionEdit, NewAction, PlanChanges, SavedPlan
from app.translations import N_
from app.web.access import OpenAssessment
from app.web.api import json_body
from app.web.api.answering import json_answer, mark_of, require_precondition, require_state
from app.web.api.bearer import PLANS, READS_PLAN, WRITES, with_code
from app.web.refused import problem
from app.web.refused.problem import ProblemError
from app.web.request import database

bp = Blueprint("api_plan", __name__, url_prefix="/api/v1/assessment/plan")

_PLACES = {key: key for key in plan_json.KEYS}


@bp.get("")
@with_code(*READS_PLAN)
def plan(opened: OpenAssessment) -> ResponseReturnValue:
    """Send the actions that the code reads, each with its mark."""
    return _send(opened, stored_plans.load_plan(database.reading(), opened.key).plan)


@bp.get("/actions/<action>")
@with_code(*READS_PLAN)
def one_action(opened: OpenAssessment, action: str) -> ResponseReturnValue:
    """Send one action."""
    found = _find(stored_plans.load_plan(database.reading(), opened.key).plan, action)
    return json_answer(_entry(opened, found), _mark(opened, found))


@bp.post("/actions")
@with_code(*PLANS)
def add_action(opened: OpenAssessment) -> ResponseReturnValue:
    """Add an action to a plan that is as the program has seen it, so that none is added twice."""
    require_precondition()
    members, faults = json_body.read_members(), FaultCollector()
    language, fields = plan_json.read_fields(members, faults, "practice")
    practice = members.get("practice")
    practices = tuple(opened.questionnaire.ids)
    if practice is not None and practice not in practices:
        faults.add("practice", N_("%(where)s is not a question of this questionnaire."))
    json_body.raise_faults(faults)
    before = _lock_and_load(opened)
    require_state(_mark_of_plan(opened, before), _content(opened, before))
    new = NewAction(fields, str(practice) if practice is not None else None)
    saved = _save(opened, PlanChanges(language, new=(new,)))
    [added] = saved.added
    answer = json_answer(
        {**_entry(opened, added), "plan_etag": f'"{_mark_of_plan(opened, saved.plan)}"'},
        _mark(opened, added),
        201,
    )
    answer.headers["Location"] = url_for("api_plan.one_action", action=added.id)
    return answer


@bp.put("/actions/<action>")
@with_code(*WRITES)
def replace_action(opened: OpenAssessment, action: str) -> ResponseReturnValue:
    """Replace the fields of an action that is as the program has seen it."""
    _find(stored_plans.load_plan(database.reading(), opened.key).plan, action)
    require_precondition()
    faults = FaultCollector()
    language, fields = plan_json.read_fields(json_body.read_members(), faults)
    json_body.raise_faults(faults)
    before = _find(_lock_and_load(opened), action)
    require_state(_mark(opened, before), _entry(opened, before))
    edit = ActionEdit(action, before.revision, fields)
    after = plans.find(_save(opened, PlanChanges(language, edits=(edit,))).plan, action)
    return json_answer(_entry(opened, after), _mark(opened, after))


def _send(opened: OpenAssessment, actions: Plan) -> ResponseReturnValue:
    return json_answer(_content(opened, actions), _mark_of_plan(opened, actions))


def _lock_and_load(opened: OpenAssessment) -> Plan:
    connection = database.writing()
    locks.lock_assessment(connection, opened.id)
    return stored_plans.load_plan(connection, opened.key).plan


def _save(opened: OpenAssessment, changes: PlanChanges) -> SavedPlan:
    try:
        return stored_plans.save_plan(database.writing(), opened.key, changes)
    except RefusedActionError as error:
        faults = FaultCollector()
        plan_json.note_refused(error, _PLACES, faults)
        json_body.raise_faults(faults)
        raise
    except FullPlanError as error:
        raise ProblemError(problem.PLAN_FULL, {"limit": error.limit}) from None


def _find(actions: Plan, id: str) -> Action:
    try:
        return plans.find(actions, id)
    except UnknownActionError:
        raise NotFound from None


def _content(opened: OpenAssessment, actions: Plan) -> dict[str, object]:
    return {"actions": [_entry(opened, each) for each in actions]}


def _entry(opened: OpenAssessment, action: Action) -> dict[str, object]:
    return {**_held(action), "etag": f'"{_mark(opened, action)}"'}


def _held(action: Action) -> dict[str, object]:
    [held] = plan_json.as_list((action,))
    return {**held, "revision": action.revision}


def _mark(opened: OpenAssessment, action: Action) -> str:
    return mark_of(opened.id, f"action {action.id}", _held(action))


def _mark_of_plan(opened: OpenAssessment, actions: Plan) -> str:
    return mark_of(opened.id, "plan", [_held(each) for each in actions])
