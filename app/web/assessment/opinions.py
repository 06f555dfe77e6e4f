"""The page of the opinion questions, which mirror the survey's own and enter no score."""

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from app.storage.assessments import assessments
from app.storage.sealing.documents import OPINIONS
from app.storage.sealing.errors import ConflictError
from app.web import access
from app.web.assessment.opinion_form import opinion_form
from app.web.request import database, language

bp = Blueprint("opinions", __name__, url_prefix=language.ASSESSMENT_PREFIX)
language.localise(bp)


@bp.route("/opinions", methods=["GET", "POST"])
def opinions(id: str) -> ResponseReturnValue:
    """Ask the opinion questions, all of them optional."""
    opened = access.opened(id)
    stored = opened.load()
    questions = opened.questionnaire.opinions
    version, status = stored.versions[OPINIONS], 200
    given, theirs = dict(stored.assessment.opinions), None
    form = opinion_form(questions)()
    if request.method == "POST":
        form, status = opinion_form(questions).from_request(), 422
        version = form.version_to_show(version)
        typed = {question.id: tuple(request.form.getlist(question.id)) for question in form.questions}
        if form.may_be_stored:
            opinions = form.opinions(given)
            try:
                if form.is_outdated(stored.versions[OPINIONS]):
                    raise ConflictError(OPINIONS, stored)
                version = assessments.save_opinions(
                    database.writing(), opened.key, opinions, expected_version=form.expected_version
                )
            except ConflictError as error:
                version, status, theirs = error.version, 409, error.stored.assessment.opinions
        if form.is_valid and status == 422:
            return redirect(url_for("completion.check", id=id))
        given = typed
    problems = list(form.problems()) if status == 422 else []
    page = access.render(
        "assessment/opinions.html",
        opened,
        questionnaire=opened.questionnaire,
        given=given,
        problems=problems,
        errors={problem.control: problem.sentence for problem in problems},
        version=version,
        theirs=theirs,
    )
    return page, status
