"""The target levels of the domains."""

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import Connection

from app.storage.assessments import assessments
from app.storage.sealing.documents import TARGETS
from app.web import access
from app.web.forms.base import sentences_by_control
from app.web.refused.closed_form import closed_targets
from app.web.request import language, notice
from app.web.results.target_form import target_form
from app.web.versioned_save import unsent, versioned_save

bp = Blueprint("targets", __name__, url_prefix=language.ASSESSMENT_PREFIX)
language.localise(bp)


@bp.route("/targets", methods=["GET", "POST"])
def targets(id: str) -> ResponseReturnValue:
    """Set the level that each domain aims at."""
    opened = access.opened(id)
    stored = opened.load()
    questionnaire = opened.questionnaire
    if request.method == "GET" and stored.is_closed:
        return closed_targets(opened, stored)
    form_class, result = target_form(questionnaire.domains), unsent(stored, TARGETS)
    chosen = {letter: str(stored.assessment.target(letter)) for letter in form_class.letters}
    if request.method == "POST":
        form = form_class.from_request()
        levels = form.targets(stored.assessment)

        def save(connection: Connection, expected: int) -> int:
            return assessments.save_targets(connection, opened.key, levels, expected_version=expected)

        result = versioned_save(form, stored, TARGETS, save)
        if result.is_saved:
            # The first save writes every target down, also if each stays as it was.
            changed = any(stored.assessment.target(letter) != each for letter, each in levels.items())
            notice.leave_saved(id, notice.SAVED if changed else notice.UNCHANGED)
            return redirect(url_for("results.section", id=id, name="recommendations"))
        chosen |= form.sent_targets
    page = access.render(
        "results/targets.html",
        opened,
        questionnaire=questionnaire,
        chosen=chosen,
        problems=result.problems,
        saved=result.saved_sentence,
        errors=sentences_by_control(result.problems),
        version=result.version,
        theirs=result.conflict.assessment if result.conflict else None,
    )
    return page, result.status
