"""The page of the opinion questions, which repeat the survey's and enter no score."""

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import Connection

from app.storage.assessments import assessments
from app.storage.sealing.documents import OPINIONS
from app.web import access
from app.web.assessment.opinion_form import opinion_form
from app.web.forms.base import sentences_by_control
from app.web.refused.closed_form import closed_opinions
from app.web.request import language, notice
from app.web.versioned_save import unsent, versioned_save

bp = Blueprint("opinions", __name__, url_prefix=language.ASSESSMENT_PREFIX)
language.localise(bp)


@bp.route("/opinions", methods=["GET", "POST"])
def opinions(id: str) -> ResponseReturnValue:
    """Ask the opinion questions, all of them optional."""
    opened = access.opened(id)
    stored = opened.load()
    questionnaire = opened.questionnaire
    if request.method == "GET" and stored.is_closed:
        return closed_opinions(opened, stored)
    answers, result = dict(stored.assessment.opinions), unsent(stored, OPINIONS)
    if request.method == "POST":
        form = opinion_form(questionnaire.opinions).from_request()
        valid = form.opinions(answers)

        def save(connection: Connection, expected: int) -> int:
            return assessments.save_opinions(connection, opened.key, valid, expected_version=expected)

        result = versioned_save(form, stored, OPINIONS, save)
        if result.is_saved:
            kind = notice.kind_of_save(stored.versions[OPINIONS], result.version)
            notice.leave_saved(id, kind)
            return redirect(url_for("completion.check", id=id))
        answers = form.sent_opinions
    page = access.render(
        "assessment/opinions.html",
        opened,
        questionnaire=questionnaire,
        given=answers,
        problems=result.problems,
        saved=result.saved_sentence,
        errors=sentences_by_control(result.problems),
        version=result.version,
        theirs=result.conflict.assessment.opinions if result.conflict else None,
    )
    return page, result.status
