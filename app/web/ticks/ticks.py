"""Recommendations that are ticked on the pages of the results become actions of the plan."""

from flask import Blueprint, redirect
from flask.typing import ResponseReturnValue

from app.maturity.errors import FullPlanError
from app.maturity.outlook.next_step import next_steps
from app.storage.plan import plans
from app.storage.plan.plans import PlanChanges
from app.web import access
from app.web.forms.base import Problem
from app.web.plan.full_plan import full_plan_sentence
from app.web.request import database, language, notice
from app.web.request.language import address
from app.web.results.pages import render_section, results_view
from app.web.results.present_results import PresentResults
from app.web.ticks.tick_form import TickForm

bp = Blueprint("ticks", __name__, url_prefix=language.ASSESSMENT_PREFIX)
language.localise(bp)


@bp.post("/results/recommendations")
def tick(id: str) -> ResponseReturnValue:
    """Make an action of each ticked recommendation that has no open one."""
    opened = access.opened(id)
    shown = PresentResults(opened)
    view = results_view(shown, "recommendations")
    steps = {each.recommendation.question.id: each for each in next_steps(view.card, view.today)}
    form = TickForm.from_request(ids=steps)
    problems = tuple(form.problems())
    if not problems:
        changes = PlanChanges(language.current(), steps=tuple(steps[each] for each in form.ticked))
        try:
            saved = plans.save_plan(database.writing(), opened.key, changes)
        except FullPlanError as error:
            problems = (Problem("", full_plan_sentence(error.limit)),)
        else:
            notice.leave_saved(id, notice.ADDED if saved.added else notice.IN_PLAN)
            return redirect(address("plan.plan", id=id))
    return render_section(shown, "recommendations", view, problems=problems, ticked=form.ticked), 422
