"""The page at the address of a voice’s link: it says what is asked and who sees it; its button opens it.

The code in the address is kept out of every log (app/web/request/secret_addresses.py).
"""

from urllib.parse import quote

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.storage.sealing import access_key
from app.storage.sealing.access_key import AccessKey
from app.storage.sealing.roles import VOICE
from app.web import access
from app.web.forms.base import Problem
from app.web.forms.sign_in import ShareForm
from app.web.request import clock, database, language
from app.web.request.language import translate as _
from app.web.request.services import services, versions
from app.web.voices import voice_view

bp = Blueprint("own_link", __name__, url_prefix="/v/<any(en, fr):language>")
language.localise(bp)


@bp.get("/")
def ask() -> ResponseReturnValue:
    """Show what is asked, and the button; a mail scanner that follows the link changes nothing."""
    code = language.code_from_path()
    if not code:
        return redirect(url_for("start.enter_code"))
    key = access_key.unlock(database.reading(), services().vault, code, clock.now())
    if key and key.role != VOICE:
        return redirect(url_for("share.ask") + quote(code))
    return _page(ShareForm(), key) if key else _opens_nothing(ShareForm())


@bp.post("/")
def enter() -> ResponseReturnValue:
    """Open the voice’s own pages in this browser."""
    form = ShareForm.from_request()
    problems = tuple(form.problems())
    key = access_key.unlock(database.reading(), services().vault, form.normalised_code, clock.now())
    if key is None or key.role != VOICE:
        return _opens_nothing(form)
    if problems:
        return _page(form, key, problems), 422
    return access.open_by_code(key, form.normalised_code, form.idle_minutes)


def _opens_nothing(form: ShareForm) -> ResponseReturnValue:
    refused = access.refuse_code(
        _(
            "This link opens nothing. The assessment may have been completed, or the link withdrawn: ask the"
            " person who sent it to you."
        )
    )
    return _page(form, None, (Problem("", refused.sentence),)), refused.status, refused.headers


def _page(form: ShareForm, key: AccessKey | None, problems: tuple[Problem, ...] = ()) -> str:
    view = voice_view.prepare(key, versions().find(*key.questionnaire)) if key else None
    return render_template("voices/own_link.html", form=form, view=view, problems=problems)
