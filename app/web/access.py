"""Which assessments are open in this browser, and what each code may be used for."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field

from flask import current_app, g, request, session
from werkzeug.exceptions import TooManyRequests

from app.storage.sealing import access_key, codes
from app.storage.sealing.access_key import AccessKey
from app.storage.sealing.errors import ForbiddenError
from app.storage.sealing.roles import OWNER, VIEWER
from app.web.forms.sign_in import ReopenForm
from app.web.request import database, rate_limits, request_log
from app.web.request.language import translate as _
from app.web.request.sealed_cookie import ANSWERED
from app.web.request.services import services

# A consultant may keep a few open; the cookie stays well under what browsers store.
_OPEN_AT_ONCE = 8


@dataclass(frozen=True, slots=True)
class CodeRefusal:
    """A code that opened nothing: the sentence for its form, and the status and headers of the answer."""

    sentence: str
    status: int = 404
    headers: Mapping[str, str] = field(default_factory=dict)


class NotOpenError(Exception):
    """The assessment is not open in this browser, or does not exist: the page never says which."""

    def __init__(self, form: ReopenForm | None = None, refused: CodeRefusal | None = None) -> None:
        super().__init__()
        self.form = form
        self.refusal = refused


def refuse_code(sentence: str) -> CodeRefusal:
    """Count a code that opened nothing; beyond the limit the answer is 429 and says when to try again."""
    request_log.record_event("code_refused")
    try:
        rate_limits.hit(rate_limits.CODE)
    except TooManyRequests as error:
        wait = _(
            "Too many codes that open nothing were entered within a minute. "
            "Check the code, and try again in a minute."
        )
        return CodeRefusal(wait, 429, {"Retry-After": str(error.retry_after)})
    return CodeRefusal(sentence)


def remember_code(id: str, code: str, idle: int) -> None:
    """Remember the code of an assessment in this browser, the oldest of too many forgotten."""
    others = {other: kept for other, kept in session.get("open", {}).items() if other != id}
    kept = dict(list(others.items())[1 - _OPEN_AT_ONCE :])
    session["open"] = {**kept, id: codes.normalise(code)}
    session["idle"] = idle
    session.setdefault("since", int(time.time()))


def signed_in() -> bool:
    """Say whether any assessment is open in this browser."""
    return bool(session.get("open"))


def forget_all_codes() -> None:
    """Forget every code in this browser."""
    session.clear()


def forget_code(id: str) -> None:
    """Forget the code of one assessment in this browser."""
    session["open"] = {other: kept for other, kept in session.get("open", {}).items() if other != id}


def restore_session() -> None:
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


def home_endpoint(role: str) -> str:
    """Name the page that a link leads to."""
    return "results.results" if role == VIEWER else "tasks.tasks"


def formatted_code(id: str) -> str:
    """Give the code of an open assessment, as it is shown."""
    return codes.format_code(session["open"][id])


def key(id: str, *roles: str) -> AccessKey:
    """Give the key of an assessment that is open here, or raise NotOpenError.

    It is for owners, and for the roles that the page names; for any other it raises ForbiddenError.
    """
    found = _key(id)
    g.role, g.asked = found.role, found.questionnaire
    if found.role not in (OWNER, *roles):
        raise ForbiddenError
    return found


def _key(id: str) -> AccessKey:
    code = session.get("open", {}).get(id)
    found = access_key.unlock_assessment(database.reading(), services().vault, code, id) if code else None
    if found is None:
        if "code" not in request.form:
            raise NotOpenError
        return _sign_in(id)
    return found


def _sign_in(id: str) -> AccessKey:
    """Take the code that a form brings along with what was typed, sent after the browser was signed out."""
    form = ReopenForm.from_request()
    if not form.is_valid:
        raise NotOpenError(form)
    found = access_key.unlock_assessment(database.reading(), services().vault, form.normalised_code, id)
    if found is None:
        raise NotOpenError(form, refuse_code(_("No assessment at this address opens with this code")))
    request_log.record_event("code_opened")
    remember_code(id, form.normalised_code, form.idle_minutes)
    return found
