"""The page of the opinion questions, which mirror the survey's own and enter no score."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.storage.assessments import assessments
from app.storage.sealing.documents import OPINIONS
from app.storage.sealing.errors import ConflictError
from app.web import access
from app.web.assessment.opinion_form import opinion_form
from app.web.request import database, language
from app.web.request.services import questionnaire

bp = Blueprint("opinions", __name__, url_prefix=language.ASSESSMENT_PREFIX)
language.localise(bp)


@bp.route("/opinions", methods=["GET", "POST"])
def opinions(id: str) -> ResponseReturnValue:
    """Ask O1 to O4, all of them optional."""
    key = access.key(id)
    stored = assessments.load(database.reading(), key)
    version, status = stored.versions[OPINIONS], 200
    given, theirs = dict(stored.assessment.opinions), None
    form = opinion_form(questionnaire().opinions)()
    if request.method == "POST":
        form, status = opinion_form(questionnaire().opinions).from_request(), 422
        version = form.version_to_show(version)
        typed = {question.id: tuple(request.form.getlist(question.id)) for question in form.questions}
        if form.may_be_stored:
            opinions = form.opinions(given)
            try:
                if form.is_outdated(stored.versions[OPINIONS]):
                    raise ConflictError(OPINIONS, stored)
                version = assessments.save_opinions(
                    database.writing(), key, opinions, expected_version=form.expected_version
                )
            except ConflictError as error:
                version, status, theirs = error.version, 409, error.stored.assessment.opinions
        if form.is_valid and status == 422:
            return redirect(url_for("completion.check", id=id))
        given = typed
    problems = list(form.problems()) if status == 422 else []
    page = render_template(
        "assessment/opinions.html",
        id=id,
        questionnaire=questionnaire(),
        given=given,
        problems=problems,
        errors={problem.control: problem.sentence for problem in problems},
        version=version,
        theirs=theirs,
    )
    return page, status
