"""The page that imports an edited plan: it shows what would change, and stores what the owner confirms."""

from collections.abc import Iterable
from dataclasses import replace

from flask import Blueprint, redirect, request
from flask.typing import ResponseReturnValue

from app.exchange.plan_import import csv_sheet, edited_plan
from app.exchange.plan_import.cell_faults import PlanFileError
from app.exchange.plan_import.edited_plan import EditedPlan
from app.exchange.plan_import.proposal_json import SeenProposal
from app.exchange.plan_import.spreadsheet import MAX_BYTES
from app.maturity.errors import FullPlanError, RefusedActionError, UnknownActionError
from app.maturity.plan.plan import ACTION_LIMIT, Plan
from app.maturity.plan.proposal import PlanChange, compare
from app.storage.plan import plans
from app.storage.plan.plans import ActionEdit, NewAction, PlanChanges, PlanConflictError
from app.web import access
from app.web.access import OpenAssessment
from app.web.forms.base import Problem
from app.web.plan.full_plan import full_plan_sentence
from app.web.plan.import_form import PROPOSED, PlanFileForm, ProposalForm
from app.web.plan.import_view import describe
from app.web.request import clock, database, language, notice, rate_limits
from app.web.request.language import address
from app.web.request.language import translate as _
from app.web.request.sizes import LARGEST_EDITED_PLAN, LARGEST_PLAN

bp = Blueprint("plan_import", __name__, url_prefix=f"{language.ASSESSMENT_PREFIX}/plan")
language.localise(bp)


@bp.route("/import", methods=["GET", "POST"])
def import_plan(id: str) -> ResponseReturnValue:
    """Compare a file with the plan; then change the plan as the page showed."""
    request.max_content_length = LARGEST_EDITED_PLAN
    request.max_form_memory_size = LARGEST_PLAN
    opened = access.opened(id)
    if request.method == "GET":
        return _page(opened)
    return _confirm(opened) if PROPOSED in request.form else _compare(opened)


def _compare(opened: OpenAssessment) -> ResponseReturnValue:
    form = PlanFileForm.from_request()
    problems = tuple(form.problems())
    if problems:
        return _page(opened, problems=problems), 422
    rate_limits.hit(rate_limits.IMPORT)
    content = form.file.data.stream.read(MAX_BYTES + 1)
    plan = plans.load_plan(database.reading(), opened.key).plan
    try:
        edited = edited_plan.read(content, plan, language.current(), clock.utc_today())
    except PlanFileError as error:
        return _page(opened, problems=(Problem("file", error.fault.text(_)),)), 422
    problems = tuple(Problem("file", fault.text(_)) for fault in edited.faults)
    return _page(opened, edited, problems), 422 if problems else 200


def _confirm(opened: OpenAssessment) -> ResponseReturnValue:
    form = ProposalForm.from_request()
    problems = tuple(form.problems())
    if not form.proposals:
        return _page(opened, problems=problems), 422
    plan = plans.load_plan(database.reading(), opened.key).plan
    try:
        changes = _changes(plan, form.proposals)
    except (RefusedActionError, UnknownActionError):
        problems = (Problem("", _("The form arrived incomplete. Choose the file again.")),)
        return _page(opened, problems=problems), 422
    if problems:
        return _page(opened, EditedPlan(changes), problems), 422
    if _is_seen(form.proposals, plan):
        kept = tuple(each for each in changes if not each.is_outdated or each.proposed.id in form.ticked)
        try:
            return _save(opened, kept)
        except FullPlanError as error:
            return _page(opened, problems=(Problem("", full_plan_sentence(error.limit)),)), 422
        except PlanConflictError as error:
            changes = _changes(error.stored.plan, form.proposals)
    return _page(opened, EditedPlan(changes), conflict=True), 409


def _changes(plan: Plan, proposals: Iterable[SeenProposal]) -> tuple[PlanChange, ...]:
    """Return what proposals change in a plan now; what changed since they were seen is outdated."""
    found = ((each, compare(plan, each.proposed, clock.utc_today())) for each in proposals)
    return tuple(
        replace(change, is_outdated=change.is_outdated or not _is_as_seen(change, each))
        for each, change in found
        if change
    )


def _is_as_seen(change: PlanChange, proposal: SeenProposal) -> bool:
    return change.before is None or change.before.revision == proposal.seen


def _is_seen(proposals: Iterable[SeenProposal], plan: Plan) -> bool:
    """Return whether every action that would change is as the page showed it."""
    revisions = {action.id: action.revision for action in plan}
    return all(each.seen == revisions.get(each.proposed.id or "") for each in proposals)


def _save(opened: OpenAssessment, changes: tuple[PlanChange, ...]) -> ResponseReturnValue:
    if changes:
        plans.save_plan(
            database.writing(),
            opened.key,
            PlanChanges(
                changes[0].proposed.language,
                edits=tuple(
                    ActionEdit(each.before.id, each.before.revision, each.proposed.fields)
                    for each in changes
                    if each.before
                ),
                new=tuple(NewAction(each.proposed.fields) for each in changes if not each.before),
            ),
        )
    notice.leave_saved(opened.id, notice.SAVED if changes else notice.PLAN_UNCHANGED)
    return redirect(address("plan.plan", id=opened.id))


def _page(
    opened: OpenAssessment,
    edited: EditedPlan | None = None,
    problems: tuple[Problem, ...] = (),
    *,
    conflict: bool = False,
) -> str:
    return access.render(
        "plan/import.html",
        opened,
        pages_of="plan.plan",
        problems=problems,
        view=describe(edited, language.wording(opened.questionnaire)) if edited else None,
        conflict=conflict,
        most=ACTION_LIMIT,
        rows_read=csv_sheet.MOST_ROWS,
    )
