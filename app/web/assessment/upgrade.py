"""The page on which an owner moves an assessment to a newer version of the questionnaire."""

from collections.abc import Iterator
from functools import partial

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from app.maturity.versions.upgrade import UpgradePlan, plan_upgrade
from app.storage.assessments import upgrade
from app.storage.programme import participation
from app.storage.pulse import pulses
from app.storage.sealing.documents import StoredAssessment
from app.storage.sealing.errors import ConflictError
from app.web import access
from app.web.access import OpenAssessment
from app.web.assessment.upgrade_form import UpgradeForm
from app.web.assessment.upgrade_words import changed_text_name, scoring_changes
from app.web.forms.base import Problem
from app.web.request import database, language
from app.web.request.language import translate as _

bp = Blueprint("version", __name__, url_prefix=language.ASSESSMENT_PREFIX)
language.localise(bp)


@bp.route("/version", methods=["GET", "POST"])
def version(id: str) -> ResponseReturnValue:
    """Show what an upgrade changes and what becomes of every answer; then upgrade."""
    opened = access.opened(id)
    stored, to = opened.load(), opened.newer_version
    if stored.is_closed:
        # Of a newer version only the next round knows.
        return redirect(url_for("beginning.begin", id=id))
    if to is None:
        # The button was pressed twice, or the address was typed: there is nothing to upgrade to.
        if request.method == "POST" and not UpgradeForm.from_request().is_genuine:
            raise NotFound
        return redirect(url_for("tasks.tasks", id=id))
    move = plan_upgrade(stored.assessment, opened.questionnaire, to)
    if request.method == "GET":
        return _page(opened, stored, move)
    form = UpgradeForm.from_request()
    problems = list(_problems(opened, form, move))
    if problems:
        return _page(opened, stored, move, problems), 422
    try:
        if not form.matches(_state(stored), to.version):
            raise ConflictError("", stored)
        upgrade.upgrade_assessment(database.writing(), opened.key, to, move.assessment, stored)
    except ConflictError as error:
        again = plan_upgrade(error.stored.assessment, opened.questionnaire, to)
        return _page(opened, error.stored, again, conflict=True), 409
    return redirect(url_for("tasks.tasks", id=id))


def _problems(opened: OpenAssessment, form: UpgradeForm, move: UpgradePlan) -> Iterator[Problem]:
    yield from form.problems()
    pulse = (
        pulses.read_published(database.reading(), opened.key) if move.comparison.changed_opinions else None
    )
    if pulse and pulse[0].is_open:
        yield Problem("", _("Close the staff pulse first: it asks opinion questions that would change"))
    if move.loses_data and form.sure.data != "yes":
        yield Problem("sure", _("Tick the box if what is named above may be dropped"))


def _state(stored: StoredAssessment) -> int:
    # Versions of documents only grow: two states of an assessment never have the same sum.
    return sum(stored.versions.values())


def _page(
    opened: OpenAssessment,
    stored: StoredAssessment,
    move: UpgradePlan,
    problems: list[Problem] | None = None,
    *,
    conflict: bool = False,
) -> str:
    wording = language.wording(move.comparison.after)
    status = participation.load_status(database.reading(), opened.key)
    return access.render(
        "assessment/upgrade.html",
        opened,
        move=move,
        programme=status.participation.terms if status and status.is_tied else None,
        stored=stored,
        state=_state(stored),
        counted=scoring_changes(move.comparison, wording),
        part_of=partial(changed_text_name, wording=wording),
        problems=problems or [],
        conflict=conflict,
    )
