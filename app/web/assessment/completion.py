"""The check of all answers, and Complete."""

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.maturity import wizard
from app.maturity.answers import unanswered
from app.storage.assessments import assessments
from app.storage.sealing.errors import ConflictError
from app.web import access
from app.web.forms.base import Problem
from app.web.forms.sign_in import ButtonForm
from app.web.request import database, language
from app.web.request.clock import utc_today
from app.web.request.language import translate as _
from app.web.request.services import questionnaire

bp = Blueprint("completion", __name__, url_prefix=language.ASSESSMENT_PREFIX)
language.localise(bp)


@bp.get("/check")
def check(id: str) -> ResponseReturnValue:
    """Show every answer on one page, with what is missing and what contradicts itself."""
    return _page(id, [])


@bp.get("/complete")
def back_to_check(id: str) -> ResponseReturnValue:
    """Lead whoever reloads the page of a refused Complete, or switches its language, back to the check."""
    return redirect(url_for("completion.check", id=id))


@bp.post("/complete")
def complete(id: str) -> ResponseReturnValue:
    """Complete the assessment, if every practice is answered."""
    key = access.key(id)
    stored = assessments.load(database.reading(), key)
    form = ButtonForm.from_request()
    problems = list(form.problems())
    for question in unanswered(questionnaire(), stored.assessment):
        sentence = _("%(id)s: %(name)s has no answer yet")
        values = {"id": question.id, "name": question.name.in_(language.current())}
        problems.append(Problem(f"row-{question.id}", sentence % values))
    if problems:
        return _page(id, problems), 422
    try:
        assessments.complete(database.writing(), key, utc_today(), stored.versions)
    except ConflictError:
        return _page(
            id, [Problem("", _("An answer changed while this page was open. Check the answers again."))]
        ), 409
    return redirect(url_for("results.results", id=id))


def _page(id: str, problems: list[Problem]) -> str:
    stored = assessments.load(database.reading(), access.key(id))
    asked = questionnaire()
    return render_template(
        "assessment/check.html",
        id=id,
        questionnaire=asked,
        assessment=stored.assessment,
        complete=stored.complete,
        blanks=unanswered(asked, stored.assessment),
        contradictions=list(wizard.contradictions(asked, stored.assessment)),
        problems=problems,
    )
