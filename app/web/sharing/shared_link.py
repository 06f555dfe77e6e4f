"""The page at the address of a share link: it says who asks for what, and its button opens the assessment.

The code in the address is kept out of every log (app/web/request/secret_addresses.py).
"""

from urllib.parse import quote

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.storage.sealing import access_key
from app.storage.sealing.access_key import AccessKey
from app.storage.sealing.roles import API_ROLES, VOICE
from app.web import access
from app.web.forms.base import Problem
from app.web.forms.sign_in import ShareForm
from app.web.request import clock, database, language
from app.web.request.language import translate as _
from app.web.request.services import services
from app.web.sharing import link_view

bp = Blueprint("share", __name__, url_prefix="/l/<any(en, fr):language>")
language.localise(bp)


@bp.get("/")
def ask() -> ResponseReturnValue:
    """Show what the link is for, and the button; a mail scanner that follows the link changes nothing."""
    code = language.code_from_path()
    if not code:
        return redirect(url_for("start.enter_code"))
    key = _unlock(code)
    if key and key.role == VOICE:
        return redirect(url_for("own_link.ask") + quote(code))
    return _page(ShareForm(), key) if key else _opens_nothing(ShareForm())


@bp.post("/")
def enter() -> ResponseReturnValue:
    """Open the shared assessment in this browser."""
    form = ShareForm.from_request()
    problems = tuple(form.problems())
    key = _unlock(form.normalised_code)
    if key is None:
        return _opens_nothing(form)
    if problems:
        return _page(form, key, problems), 422
    return access.open_by_code(key, form.normalised_code, form.idle_minutes)


def _unlock(code: str) -> AccessKey | None:
    """Return the key of a code; None also for the code of a program, which is in no link."""
    key = access_key.unlock(database.reading(), services().vault, code, clock.now())
    return None if key is None or key.role in API_ROLES else key


def _opens_nothing(form: ShareForm) -> ResponseReturnValue:
    refused = access.refuse_code(
        _("This link opens nothing. It may have been withdrawn: ask the person who sent it to you.")
    )
    return _page(form, None, (Problem("", refused.sentence),)), refused.status, refused.headers


def _page(form: ShareForm, key: AccessKey | None, problems: tuple[Problem, ...] = ()) -> str:
    view = link_view.prepare(key) if key else None
    return render_template("sharing/shared_link.html", form=form, view=view, problems=problems)
