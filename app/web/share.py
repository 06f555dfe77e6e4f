"""A share link's address: a page whose button alone opens anything; its code is kept out of every log.

So is the code of a pulse, whose address is of the same kind.
"""

from typing import TYPE_CHECKING

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.maturity.text import LANGUAGES
from app.storage import links
from app.web import access, database, language, start
from app.web.forms.base import Problem
from app.web.forms.entry import ShareForm
from app.web.language import translate as _
from app.web.services import services

if TYPE_CHECKING:
    from collections.abc import Iterable

    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

bp = Blueprint("share", __name__, url_prefix="/l/<any(en, fr):language>")
language.speak(bp)


class CodeOutOfPath:
    """Takes the code out of a link's path before anything can log the path or show it."""

    def __init__(self, app: "WSGIApplication") -> None:
        self._app = app

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> "Iterable[bytes]":
        """Answer a request, its code beside its path."""
        path = environ.get("PATH_INFO", "")
        address = next((each for each in language.SECRET_ADDRESSES if path.startswith(each)), None)
        if address:
            named, _, code = path.removeprefix(address).partition("/")
            environ["PATH_INFO"] = f"{address}{named}/" if named in LANGUAGES else address
            environ[language.SHARE_CODE] = code
            # Replaced, not taken away: gunicorn reads one after each request, and would log that it cannot.
            for name in {"RAW_URI", "REQUEST_URI"} & environ.keys():
                environ[name] = environ["PATH_INFO"]
        return self._app(environ, start_response)


@bp.get("/")
def ask() -> ResponseReturnValue:
    """Show the button; a mail scanner that follows the link changes nothing."""
    if not language.share_code():
        return redirect(url_for("start.enter_code"))
    return _page(ShareForm())


@bp.post("/")
def enter() -> ResponseReturnValue:
    """Open what was shared in this browser."""
    form = ShareForm.sent()
    problems = tuple(form.problems())
    if problems:
        return _page(form, problems), 422
    if links.unlock(database.reading(), services().vault, form.normal) is None:
        refused = access.refuse_code(
            _("This link opens nothing. It may have been withdrawn: ask whoever sent it to you.")
        )
        return _page(form, (Problem("", refused.sentence),)), refused.status, refused.headers
    return start.enter(form.normal, form.idle_minutes)


def _page(form: ShareForm, problems: tuple[Problem, ...] = ()) -> str:
    return render_template("start/share.html", form=form, problems=problems)
