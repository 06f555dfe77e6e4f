"""The page at the address of a share link, whose button opens the assessment.

The code in the address is kept out of every log (app/web/request/secret_addresses.py).
"""

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.storage.sealing import access_key
from app.web import access
from app.web.forms.base import Problem
from app.web.forms.sign_in import ShareForm
from app.web.request import clock, database, language
from app.web.request.language import translate as _
from app.web.request.services import services

bp = Blueprint("share", __name__, url_prefix="/l/<any(en, fr):language>")
language.localise(bp)


@bp.get("/")
def ask() -> ResponseReturnValue:
    """Show the button; a mail scanner that follows the link changes nothing."""
    if not language.code_from_path():
        return redirect(url_for("start.enter_code"))
    return _page(ShareForm())


@bp.post("/")
def enter() -> ResponseReturnValue:
    """Open the shared assessment in this browser."""
    form = ShareForm.from_request()
    problems = tuple(form.problems())
    if problems:
        return _page(form, problems), 422
    key = access_key.unlock(database.reading(), services().vault, form.normalised_code, clock.now())
    if key is None:
        refused = access.refuse_code(
            _("This link opens nothing. It may have been withdrawn: ask whoever sent it to you.")
        )
        return _page(form, (Problem("", refused.sentence),)), refused.status, refused.headers
    return access.open_by_code(key, form.normalised_code, form.idle_minutes)


def _page(form: ShareForm, problems: tuple[Problem, ...] = ()) -> str:
    return render_template("sharing/shared_link.html", form=form, problems=problems)
