"""Which assessments are open in this browser, and what each code may be used for."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field

from flask import current_app, g, request, session
from werkzeug.exceptions import TooManyRequests

from app.storage.sealing import access_key, codes
from app.storage.sealing.access_key import Key
from app.storage.sealing.errors import ForbiddenError
from app.storage.sealing.roles import OWNER, VIEWER
from app.web.forms.sign_in import SignInForm
from app.web.request import database, rate_limits, request_log
from app.web.request.language import translate as _
from app.web.request.sealed_cookie import ANSWERED
from app.web.request.services import services

# A consultant may keep a few open; the cookie stays well under what browsers store.
_OPEN_AT_ONCE = 8


@dataclass(frozen=True, slots=True)
class Refused:
    """A code that opened nothing: the sentence for its form, and the status and headers of the answer."""

    sentence: str
    status: int = 404
    headers: Mapping[str, str] = field(default_factory=dict)


class NotOpenError(Exception):
    """The assessment is not open in this browser, or does not exist: the page never says which."""

    def __init__(self, form: SignInForm | None = None, refused: Refused | None = None) -> None:
        super().__init__()
        self.form = form
        self.refused = refused


def refuse_code(sentence: str) -> Refused:
    """Count a code that opened nothing; beyond the limit the answer is 429 and says when to try again."""
    request_log.note("code_refused")
    try:
        rate_limits.knock(rate_limits.CODE)
    except TooManyRequests as error:
        wait = _(
            "Too many codes that open nothing were entered within a minute. "
            "Check the code, and try again in a minute."
        )
        return Refused(wait, 429, {"Retry-After": str(error.retry_after)})
    return Refused(sentence)


def open_here(id: str, code: str, idle: int) -> None:
    """Remember the code of an assessment in this browser, the oldest of too many forgotten."""
    others = {other: kept for other, kept in session.get("open", {}).items() if other != id}
    kept = dict(list(others.items())[1 - _OPEN_AT_ONCE :])
    session["open"] = {**kept, id: codes.normalise(code)}
    session["idle"] = idle
    session.setdefault("since", int(time.time()))


def signed_in() -> bool:
    """Say whether any assessment is open in this browser."""
    return bool(session.get("open"))


def close_here() -> None:
    """Forget every code in this browser."""
    session.clear()


def forget(id: str) -> None:
    """Forget the code of one assessment in this browser."""
    session["open"] = {other: kept for other, kept in session.get("open", {}).items() if other != id}


def keep_as_before() -> None:
    """Leave open in this browser what was open before this request, nothing of which was stored."""
    before = dict(current_app.session_interface.open_session(current_app, request) or ())
    for name in ("open", "idle", "since", ANSWERED):
        session.pop(name, None)
        if name in before:
            session[name] = before[name]


def role() -> str:
    """Give the role of the link by which this page is opened."""
    found: str = g.get("role", OWNER)
    return found


def home(role: str) -> str:
    """Name the page that a link leads to."""
    return "results.results" if role == VIEWER else "tasks.tasks"


def code_of(id: str) -> str:
    """Give the code of an open assessment, as it is shown."""
    return codes.shown(session["open"][id])


def key(id: str, *roles: str) -> Key:
    """Give the key of an assessment that is open here, or raise NotOpenError.

    It is for owners, and for the roles that the page names; for any other it raises ForbiddenError.
    """
    found = _key(id)
    g.role, g.asked = found.role, found.asked
    if found.role not in (OWNER, *roles):
        raise ForbiddenError
    return found


def _key(id: str) -> Key:
    code = session.get("open", {}).get(id)
    found = access_key.key_for(database.reading(), services().vault, code, id) if code else None
    if found is None:
        if "code" not in request.form:
            raise NotOpenError
        return _sign_in(id)
    return found


def _sign_in(id: str) -> Key:
    """Take the code that a form brings along with what was typed, sent after the browser was signed out."""
    form = SignInForm.sent()
    if not form.is_sound:
        raise NotOpenError(form)
    found = access_key.key_for(database.reading(), services().vault, form.normal, id)
    if found is None:
        raise NotOpenError(form, refuse_code(_("No assessment at this address opens with this code")))
    request_log.note("code_opened")
    open_here(id, form.normal, form.idle_minutes)
    return found
