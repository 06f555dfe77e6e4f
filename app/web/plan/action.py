"""The page of one action, and the page that adds one which no recommendation asks for."""

from flask import Blueprint, redirect, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from app.maturity.errors import FullPlanError, UnknownActionError
from app.maturity.plan.action import Action
from app.maturity.plan.plan import ACTION_LIMIT, find
from app.storage.plan import plans
from app.storage.plan.plans import NewAction, PlanChanges, PlanConflictError
from app.storage.sealing.roles import CONTRIBUTOR, OWNER
from app.web import access
from app.web.access import OpenAssessment
from app.web.forms.base import Problem
from app.web.plan.action_form import BLANK, ActionForm, OwnerActionForm
from app.web.plan.full_plan import full_plan_sentence
from app.web.plan.plan_view import ActionViews, state_options
from app.web.request import clock, database, language, notice
from app.web.request.language import address
from app.web.request.language import translate as _

bp = Blueprint("plan_action", __name__, url_prefix=f"{language.ASSESSMENT_PREFIX}/plan")
language.localise(bp)


@bp.route("/actions/<action>", methods=["GET", "POST"])
def edit(id: str, action: str) -> ResponseReturnValue:
    """Change one action."""
    opened = access.opened(id, CONTRIBUTOR)
    shown = _find(opened, action)
    if request.method == "GET":
        return _page(opened, shown)
    form = _form_class(opened).from_request(action=shown)
    problems = tuple(form.problems())
    if problems:
        return _page(opened, shown, form, problems), 422
    try:
        changes = PlanChanges(language.current(), (form.edit,))
        saved = plans.save_plan(database.writing(), opened.key, changes)
    except PlanConflictError as error:
        return _page(opened, find(error.stored.plan, action), form, conflict=True), 409
    notice.leave_saved(id, notice.kind_of_change(changed=bool(saved.changed)))
    return redirect(address("plan.plan", id=id))


@bp.route("/add", methods=["GET", "POST"])
def add(id: str) -> ResponseReturnValue:
    """Add an action of one’s own."""
    opened = access.opened(id)
    if request.method == "GET":
        return _page(opened, BLANK)
    form = OwnerActionForm.from_request(action=BLANK)
    problems = tuple(form.problems())
    if not problems:
        changes = PlanChanges(language.current(), new=(NewAction(form.read),))
        try:
            plans.save_plan(database.writing(), opened.key, changes)
        except FullPlanError as error:
            problems = (Problem("", full_plan_sentence(error.limit)),)
    if problems:
        return _page(opened, BLANK, form, problems), 422
    notice.leave_saved(id, notice.ADDED)
    return redirect(address("plan.plan", id=id))


def _find(opened: OpenAssessment, action: str) -> Action:
    try:
        return find(plans.load_plan(database.reading(), opened.key).plan, action)
    except UnknownActionError:
        raise NotFound from None


def _form_class(opened: OpenAssessment) -> type[ActionForm]:
    return OwnerActionForm if opened.role == OWNER else ActionForm


def _page(
    opened: OpenAssessment,
    action: Action,
    form: ActionForm | None = None,
    problems: tuple[Problem, ...] = (),
    *,
    conflict: bool = False,
) -> str:
    wording = language.wording(opened.questionnaire)
    fields = _form_class(opened).fields
    views = ActionViews(wording, clock.now(), fields)
    version = action.revision if conflict or form is None else form.version_to_show(action.revision)
    return access.render(
        "plan/action.html",
        opened,
        pages_of="plan.plan",
        view=views.of(action, form.row if form else None, conflict=conflict),
        is_new=action is BLANK,
        version=version,
        fields=fields,
        states=state_options(wording),
        problems=problems,
        saved=_("Nothing on this page is saved yet.") if problems else "",
        conflict=conflict,
        most=ACTION_LIMIT,
    )
