"""The page of the whole plan, on which every action is seen and changed at once."""

from dataclasses import dataclass, field

from flask import Blueprint, redirect, request
from flask.typing import ResponseReturnValue

from app.maturity.plan.plan import ACTION_LIMIT
from app.storage.plan import plans
from app.storage.plan.plans import PlanChanges, PlanConflictError, StoredPlan
from app.storage.sealing.roles import CONTRIBUTOR, OWNER, VIEWER
from app.web import access
from app.web.access import OpenAssessment
from app.web.forms.base import Problem
from app.web.plan.asked_part import AskedPart
from app.web.plan.plan_form import OF_OWNERS, PlanForm, plan_form
from app.web.plan.plan_view import ActionView, ActionViews, describe_plan, state_options
from app.web.plan.typed_action import OF_CONTRIBUTORS
from app.web.request import clock, database, language, notice
from app.web.request.language import address
from app.web.request.language import translate as _
from app.web.request.sizes import LARGEST_PLAN

bp = Blueprint("plan", __name__, url_prefix=language.ASSESSMENT_PREFIX)
language.localise(bp)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a plan that was sent: the plan now, the problems, and the actions in conflict."""

    stored: StoredPlan
    form: PlanForm | None = None
    problems: tuple[Problem, ...] = ()
    conflicts: frozenset[str] = field(default_factory=frozenset)
    saved: str = ""
    is_changed: bool = False


@bp.get("/plan")
def plan(id: str) -> ResponseReturnValue:
    """Show the actions that are asked for, with controls for what the link may change."""
    opened = access.opened(id, VIEWER, CONTRIBUTOR)
    return _page(opened, Outcome(plans.load_plan(database.reading(), opened.key)))


@bp.post("/plan")
def save(id: str) -> ResponseReturnValue:
    """Store the rows that were changed."""
    # The whole plan is one form, which can hold many notes.
    request.max_content_length = request.max_form_memory_size = LARGEST_PLAN
    opened = access.opened(id, CONTRIBUTOR)
    stored = plans.load_plan(database.reading(), opened.key)
    form = plan_form(stored.plan, _fields(opened))
    outcome = _save(opened, stored, form)
    if outcome.conflicts:
        return _page(opened, outcome), 409
    if outcome.problems:
        return _page(opened, outcome), 422
    notice.leave_saved(id, notice.kind_of_change(changed=outcome.is_changed))
    asked = _asked(opened, outcome.stored)
    return redirect(address("plan.plan", id=id) + asked.address)


def _fields(opened: OpenAssessment) -> tuple[str, ...]:
    return OF_OWNERS if opened.role == OWNER else OF_CONTRIBUTORS


def _asked(opened: OpenAssessment, stored: StoredPlan) -> AskedPart:
    wording = language.wording(opened.questionnaire)
    return AskedPart(stored.plan, wording, clock.now(), request.args, opened.id)


def _save(opened: OpenAssessment, stored: StoredPlan, form: PlanForm) -> Outcome:
    problems = tuple(form.problems())
    if not form.is_genuine:
        return Outcome(stored, form, problems, saved=_("Nothing on this page is saved yet."))
    changes = PlanChanges(language.current(), form.edits)
    try:
        made = plans.save_plan(database.writing(), opened.key, changes)
    except PlanConflictError as error:
        return Outcome(error.stored, form, problems, frozenset(error.ids))
    now = plans.load_plan(database.writing(), opened.key)
    saved = _("What is named here is not saved yet. Everything else on this page is saved.")
    return Outcome(now, form, problems, saved=saved, is_changed=bool(made.changed))


def _views(opened: OpenAssessment, outcome: Outcome) -> list[ActionView]:
    """Return the rows of the page: those that were sent, or else those that are asked for."""
    asked = _asked(opened, outcome.stored)
    views = ActionViews(asked.wording, asked.now, _fields(opened))
    if outcome.form is None:
        return views.stored(asked.actions())
    typed, unsaved = outcome.form.typed, not outcome.form.is_genuine or bool(outcome.conflicts)
    sent = asked.sorted(tuple(each for each in outcome.stored.plan if each.id in typed))
    return [
        views.of(each, typed[each.id], conflict=each.id in outcome.conflicts)
        if typed[each.id].fields and (unsaved or typed[each.id].faults)
        else views.of(each)
        for each in sent
    ]


def _page(opened: OpenAssessment, outcome: Outcome) -> str:
    asked = _asked(opened, outcome.stored)
    return access.render(
        "plan/plan.html",
        opened,
        pages_of="plan.plan",
        views=_views(opened, outcome),
        asked=asked,
        words=describe_plan(outcome.stored.plan, asked.wording, asked.now),
        whole=len(outcome.stored.plan),
        most=ACTION_LIMIT,
        fields=_fields(opened),
        states=state_options(asked.wording),
        problems=outcome.problems,
        saved=outcome.saved,
        conflict=bool(outcome.conflicts),
    )
