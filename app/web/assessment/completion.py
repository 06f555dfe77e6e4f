"""The page that checks all answers, and the completion."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from app.maturity import wizard
from app.maturity.answers import unanswered
from app.storage.assessments import assessments
from app.storage.sealing.documents import StoredAssessment
from app.storage.sealing.errors import ConflictError
from app.web import access
from app.web.access import OpenAssessment
from app.web.forms.base import ButtonForm, Problem, question_label
from app.web.request import database, language, notice
from app.web.request.clock import utc_today
from app.web.request.language import translate as _

bp = Blueprint("completion", __name__, url_prefix=language.ASSESSMENT_PREFIX)
language.localise(bp)


@bp.get("/check")
def check(id: str) -> ResponseReturnValue:
    """Show every answer on one page, with the missing and the contradictory ones."""
    opened = access.opened(id)
    return _page(opened, opened.load(), [])


@bp.get("/complete")
def back_to_check(id: str) -> ResponseReturnValue:
    """Redirect to the check when the page of a refused Complete is reloaded or its language is switched."""
    return redirect(url_for("completion.check", id=id))


@bp.post("/complete")
def complete(id: str) -> ResponseReturnValue:
    """Complete the assessment, if every practice is answered."""
    opened = access.opened(id)
    stored = opened.load()
    form = ButtonForm.from_request()
    problems = list(form.problems())
    for question in unanswered(opened.questionnaire, stored.assessment):
        sentence = _("%(question)s has no answer yet")
        problems.append(Problem(f"row-{question.id}", sentence % {"question": question_label(question)}))
    if problems:
        return _page(opened, stored, problems), 422
    try:
        assessments.complete(database.writing(), opened.key, utc_today(), stored.versions)
    except ConflictError as error:
        sentence = _("An answer changed while this page was open. Check the answers again.")
        return _page(opened, error.stored, [Problem("", sentence)]), 409
    notice.leave_saved(id, notice.COMPLETED)
    return redirect(url_for("results.results", id=id))


def _page(opened: OpenAssessment, stored: StoredAssessment, problems: list[Problem]) -> str:
    questionnaire = opened.questionnaire
    return access.render(
        "assessment/check.html",
        opened,
        questionnaire=questionnaire,
        assessment=stored.assessment,
        complete=stored.complete,
        blanks=unanswered(questionnaire, stored.assessment),
        contradictions=list(wizard.contradictions(questionnaire, stored.assessment)),
        problems=problems,
    )
