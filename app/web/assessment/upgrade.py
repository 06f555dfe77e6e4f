"""The offer to move an assessment to a newer version of the questionnaire, for owners."""

from collections.abc import Iterator

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from app.maturity.versions.upgrade import UpgradePlan, plan_upgrade
from app.storage.assessments import assessments, upgrade
from app.storage.pulse import pulses
from app.storage.sealing.access_key import AccessKey
from app.storage.sealing.documents import StoredAssessment
from app.storage.sealing.errors import ConflictError
from app.translations import translator
from app.web import access
from app.web.assessment.upgrade_form import UpgradeForm
from app.web.assessment.upgrade_words import scoring_changes, wording_name
from app.web.forms.base import Problem
from app.web.request import database, language
from app.web.request.language import translate as _
from app.web.request.services import newer, questionnaire

bp = Blueprint("version", __name__, url_prefix=language.ASSESSMENT_PREFIX)
language.localise(bp)


@bp.route("/version", methods=["GET", "POST"])
def version(id: str) -> ResponseReturnValue:
    """Show what a move would change and what becomes of every answer; then move."""
    key = access.key(id)
    stored = assessments.load(database.reading(), key)
    to = newer()
    if to is None:
        # A second press of the button, or an address that was typed: there is nothing to do.
        if request.method == "POST" and not UpgradeForm.from_request().is_genuine:
            raise NotFound
        return redirect(url_for("tasks.tasks", id=id))
    move = plan_upgrade(stored.assessment, questionnaire(), to)
    if request.method == "GET":
        return _page(id, stored, move)
    form = UpgradeForm.from_request()
    problems = list(_problems(key, form, move))
    if problems:
        return _page(id, stored, move, problems), 422
    try:
        if not form.matches(_state(stored), to.version):
            raise ConflictError("", stored)
        upgrade.upgrade_assessment(database.writing(), key, to, move.assessment, stored)
    except ConflictError as error:
        again = plan_upgrade(error.stored.assessment, questionnaire(), to)
        return _page(id, error.stored, again, conflict=True), 409
    return redirect(url_for("tasks.tasks", id=id))


def _problems(key: AccessKey, form: UpgradeForm, move: UpgradePlan) -> Iterator[Problem]:
    yield from form.problems()
    pulse = pulses.read_published(database.reading(), key) if move.comparison.changed_opinions else None
    if pulse and pulse[0].is_open:
        yield Problem("", _("Close the staff pulse first: it asks opinion questions that would change"))
    if move.loses_data and form.sure.data != "yes":
        yield Problem("sure", _("Tick the box if what is named above may be dropped"))


def _state(stored: StoredAssessment) -> int:
    # Versions only ever grow: two states of an assessment never have the same sum.
    return sum(stored.versions.values())


def _page(
    id: str,
    stored: StoredAssessment,
    move: UpgradePlan,
    problems: list[Problem] | None = None,
    *,
    conflict: bool = False,
) -> str:
    reader = language.current()
    return render_template(
        "assessment/upgrade.html",
        id=id,
        move=move,
        stored=stored,
        state=_state(stored),
        counted=scoring_changes(move.comparison, reader, translator(reader)),
        part_of=lambda wording: wording_name(wording, move.comparison.after, reader, translator(reader)),
        problems=problems or [],
        conflict=conflict,
    )
