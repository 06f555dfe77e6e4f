"""The page on which a coordinator enters the code of a programme."""

from flask import Blueprint, redirect, render_template
from flask.typing import ResponseReturnValue

from app.storage.programme import programme_key
from app.web import access
from app.web.forms.base import Problem
from app.web.forms.sign_in import CoordinatorForm
from app.web.programme import programme_access
from app.web.request import clock, database, language, request_log
from app.web.request.language import address
from app.web.request.language import translate as _
from app.web.request.services import services

bp = Blueprint("programmes", __name__, url_prefix=language.LANGUAGE_PREFIX)
language.localise(bp)


@bp.route("/programme", methods=["GET", "POST"])
def enter_code() -> ResponseReturnValue:
    """Open a programme by a coordinator’s code."""
    form = CoordinatorForm.from_request_or_blank()
    if not form.is_valid:
        problems = tuple(form.problems())
        return _page(form, problems), 422 if problems else 200
    # Looked up by a reader first, so that codes of nothing never wait for the one writer.
    code, now = form.normalised_code, clock.now()
    key = programme_key.unlock(database.reading(), services().vault, code, now)
    if key is None:
        refused = access.refuse_code(_("No programme has this code; check what you entered"))
        return _page(form, (Problem("code", refused.sentence),)), refused.status, refused.headers
    if key.pepper_name != services().vault.newest_pepper_name:
        programme_key.sign_in(database.writing(), services().vault, code, now)
    request_log.record_event("code_opened")
    programme_access.remember(key, code, form.idle_minutes)
    return redirect(address("programme.overview", id=key.programme_id))


def _page(form: CoordinatorForm, problems: tuple[Problem, ...]) -> str:
    return render_template("programme/enter_code.html", form=form, problems=problems)
