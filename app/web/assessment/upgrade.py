"""The offer to move an assessment to a newer version of the questionnaire, for owners."""

from collections.abc import Iterator

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from app.maturity.versions.upgrade import Move, plan
from app.storage.assessments import assessments, upgrade
from app.storage.pulse import pulses
from app.storage.sealing.access_key import Key
from app.storage.sealing.documents import Stored
from app.storage.sealing.errors import ConflictError
from app.translations import translator
from app.web import access
from app.web.assessment.upgrade_form import MoveForm
from app.web.assessment.upgrade_words import counted_otherwise, part_of
from app.web.forms.base import Problem
from app.web.request import database, language
from app.web.request.language import translate as _
from app.web.request.services import newer, questionnaire

bp = Blueprint("version", __name__, url_prefix=language.PATH)
language.speak(bp)


@bp.route("/version", methods=["GET", "POST"])
def version(id: str) -> ResponseReturnValue:
    """Show what a move would change and what becomes of every answer; then move."""
    key = access.key(id)
    stored = assessments.load(database.reading(), key)
    to = newer()
    if to is None:
        # A second press of the button, or an address that was typed: there is nothing to do.
        if request.method == "POST" and not MoveForm.sent().is_genuine:
            raise NotFound
        return redirect(url_for("tasks.tasks", id=id))
    move = plan(stored.assessment, questionnaire(), to)
    if request.method == "GET":
        return _page(id, stored, move)
    form = MoveForm.sent()
    problems = list(_problems(key, form, move))
    if problems:
        return _page(id, stored, move, problems), 422
    try:
        if not form.is_of(_state(stored), to.version):
            raise ConflictError("", stored)
        upgrade.move(database.writing(), key, to, move.assessment, stored)
    except ConflictError as error:
        again = plan(error.stored.assessment, questionnaire(), to)
        return _page(id, error.stored, again, conflict=True), 409
    return redirect(url_for("tasks.tasks", id=id))


def _problems(key: Key, form: MoveForm, move: Move) -> Iterator[Problem]:
    yield from form.problems()
    pulse = pulses.published(database.reading(), key) if move.changes.opinions else None
    if pulse and pulse[0].is_open:
        yield Problem("", _("Close the staff pulse first: it asks opinion questions that would change"))
    if move.loses and form.sure.data != "yes":
        yield Problem("sure", _("Tick the box if what is named above may be dropped"))


def _state(stored: Stored) -> int:
    # Versions only ever grow: two states of an assessment never have the same sum.
    return sum(stored.versions.values())


def _page(
    id: str, stored: Stored, move: Move, problems: list[Problem] | None = None, *, conflict: bool = False
) -> str:
    reader = language.current()
    return render_template(
        "version/version.html",
        id=id,
        move=move,
        stored=stored,
        state=_state(stored),
        counted=counted_otherwise(move.changes, reader, translator(reader)),
        part_of=lambda wording: part_of(wording, move.changes.after, reader, translator(reader)),
        problems=problems or [],
        conflict=conflict,
    )
