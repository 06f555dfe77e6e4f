"""The end of a contributor’s work: the owner sees that it has finished, and this browser forgets its code."""

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.storage.assessments import introduction
from app.storage.sealing.errors import ForbiddenError
from app.storage.sealing.roles import CONTRIBUTOR
from app.web import access
from app.web.forms.base import ButtonForm
from app.web.request import database, language

bp = Blueprint("finishing", __name__, url_prefix=language.LANGUAGE_PREFIX)
language.localise(bp)


@bp.route("/assessment/<id>/finish", methods=["GET", "POST"])
def finish(id: str) -> ResponseReturnValue:
    """Ask whether a contributor has finished; then record it, and forget the code in this browser."""
    opened = access.opened(id, CONTRIBUTOR)
    form = ButtonForm.from_request_or_blank()
    # An owner’s form without its token is refused like any other.
    if opened.role != CONTRIBUTOR and (form.is_genuine or not form.is_sent):
        raise ForbiddenError
    problems = tuple(form.problems())
    if problems:
        return access.render("sharing/finish.html", opened, problems=problems), 422
    if not form.is_sent:
        return access.render("sharing/finish.html", opened, problems=())
    introduction.finish(database.writing(), opened.key)
    access.forget_code(id)
    return redirect(url_for("finishing.finished"))


@bp.get("/finished")
def finished() -> ResponseReturnValue:
    """Show that a contributor has finished."""
    return render_template("sharing/finished.html")
