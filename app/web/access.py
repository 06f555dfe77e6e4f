"""Which assessments are open in this browser: those whose code was entered here."""

from flask import current_app, request, session

from app.storage import codes, links
from app.storage.links import Key
from app.web import database, limits, watch
from app.web.forms.entry import SignInForm
from app.web.services import services

# A consultant may keep a few open; the cookie stays well under what browsers store.
_OPEN_AT_ONCE = 8


class NotOpenError(Exception):
    """The assessment is not open in this browser, or does not exist: the page never says which."""

    def __init__(self, form: SignInForm | None = None) -> None:
        super().__init__()
        self.form = form


def refuse_code() -> None:
    """Count a code that opened nothing; beyond the limit the answer is 429."""
    watch.note("code_refused")
    limits.knock(limits.CODE)


def open_here(id: str, code: str, idle: int) -> None:
    """Remember the code of an assessment in this browser, the oldest of too many forgotten."""
    others = {other: kept for other, kept in session.get("open", {}).items() if other != id}
    kept = dict(list(others.items())[1 - _OPEN_AT_ONCE :])
    session["open"] = {**kept, id: codes.normalise(code)}
    session["idle"] = idle


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
    for name in ("open", "idle"):
        session.pop(name, None)
        if name in before:
            session[name] = before[name]


def code_of(id: str) -> str:
    """Give the code of an open assessment, as it is shown."""
    return codes.shown(session["open"][id])


def key(id: str) -> Key:
    """Give the key of an assessment that is open here, or raise NotOpenError.

    A form sent after the browser was signed out may bring the code along with what was typed.
    """
    code = session.get("open", {}).get(id)
    found = links.key_for(database.reading(), services().vault, code, id) if code else None
    if found is None:
        if "code" not in request.form:
            raise NotOpenError
        return _sign_in(id)
    return found


def _sign_in(id: str) -> Key:
    form = SignInForm.sent()
    if not form.is_sound:
        raise NotOpenError(form)
    found = links.key_for(database.reading(), services().vault, form.normal, id)
    if found is None:
        refuse_code()
        raise NotOpenError(form)
    watch.note("code_opened")
    open_here(id, form.normal, form.idle_minutes)
    return found
