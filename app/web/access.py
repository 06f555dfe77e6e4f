"""The assessments that are open in this browser, and the roles for which a page is open."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from flask import current_app, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import TooManyRequests

from app.maturity.questionnaire import Questionnaire
from app.maturity.versions.versions import QuestionnaireVersions
from app.storage.assessments import assessments
from app.storage.assessments.sign_in import sign_in
from app.storage.sealing import access_key, codes
from app.storage.sealing.access_key import AccessKey
from app.storage.sealing.documents import StoredAssessment
from app.storage.sealing.errors import ForbiddenError, GoneError
from app.storage.sealing.roles import API_ROLES, OWNER, PULSE_VIEWER, RESULTS_VIEWER, VIEWER, VOICE
from app.web.forms.sign_in import ReopenForm
from app.web.request import clock, database, notice, rate_limits, request_log
from app.web.request.language import translate as _
from app.web.request.sealed_cookie import ANSWERED
from app.web.request.services import services, versions

# The codes of coordinators in the cookie, by the id of their programme.
PROGRAMMES = "programmes"
# Enough for a consultant; the cookie stays well below the largest that browsers store.
_OPEN_AT_ONCE = 8


@dataclass(frozen=True, slots=True)
class OpenAssessment:
    """An assessment that is open in this browser: its key, role and questionnaire.

    The questionnaire is looked up when a page needs it: codes, links and receipts work while its folder is
    missing.
    """

    key: AccessKey
    versions: QuestionnaireVersions = field(repr=False)

    @property
    def id(self) -> str:
        """Return the public id."""
        return self.key.assessment_id

    @property
    def role(self) -> str:
        """Return the role of the link, one of those in storage."""
        return self.key.role

    @property
    def shows_answers(self) -> bool:
        """Return whether the link may see each answer with its comment and evidence, and download them."""
        return self.role not in (RESULTS_VIEWER, PULSE_VIEWER, VOICE)

    @property
    def questionnaire(self) -> Questionnaire:
        """Return the version of the questionnaire that it follows, or raise UnknownVersionError."""
        return self.versions.find(*self.key.questionnaire)

    @property
    def newer_version(self) -> Questionnaire | None:
        """Return the newest version of the questionnaire, or None if the assessment follows it."""
        newest = self.versions.newest
        return None if self.key.questionnaire == (newest.id, newest.version) else newest

    def load(self) -> StoredAssessment:
        """Return everything stored that the link may read."""
        return assessments.load(database.reading(), self.key)


class ShownAssessment(Protocol):
    """What the pages of results need of an assessment: one that is open, or the worked example."""

    @property
    def id(self) -> str:
        """Return the public id."""

    @property
    def role(self) -> str:
        """Return whose page it is."""

    @property
    def shows_answers(self) -> bool:
        """Return whether answers are shown with their comments and evidence."""

    @property
    def questionnaire(self) -> Questionnaire:
        """Return the version of the questionnaire that it follows."""


@dataclass(frozen=True, slots=True)
class CodeRefusal:
    """A code that opened nothing: the sentence for its form, and the status and headers of the answer."""

    sentence: str
    status: int = 404
    headers: Mapping[str, str] = field(default_factory=dict)


class NotOpenError(Exception):
    """The assessment is not open in this browser, or does not exist: the page does not show which."""

    def __init__(self, form: ReopenForm | None = None, refused: CodeRefusal | None = None) -> None:
        super().__init__()
        self.form = form
        self.refusal = refused


def refuse_code(sentence: str) -> CodeRefusal:
    """Count a code that opened nothing, and return its refusal: 429 beyond the limit, else 404."""
    request_log.record_event("code_refused")
    try:
        rate_limits.hit(rate_limits.CODE)
    except TooManyRequests as error:
        wait = _(
            "Too many wrong codes were entered within a minute. Check the code, and try again in a minute."
        )
        return CodeRefusal(wait, 429, {"Retry-After": str(error.retry_after)})
    return CodeRefusal(sentence)


def remember_code(id: str, code: str, idle: int) -> None:
    """Remember the code of an assessment in this browser, and forget the oldest if there are too many."""
    others = {other: kept for other, kept in session.get("open", {}).items() if other != id}
    if len(others) >= _OPEN_AT_ONCE:
        notice.leave(notice.CLOSED_OLDEST)
    kept = dict(list(others.items())[1 - _OPEN_AT_ONCE :])
    session["open"] = {**kept, id: codes.normalise(code)}
    session["idle"] = idle
    session.setdefault("since", int(clock.now().timestamp()))


def signed_in() -> bool:
    """Return whether any assessment or programme is open in this browser."""
    return bool(session.get("open") or session.get(PROGRAMMES))


def forget_all_codes() -> None:
    """Forget every code in this browser."""
    session.clear()


def forget_code(id: str) -> None:
    """Forget the code of one assessment in this browser."""
    session["open"] = {other: kept for other, kept in session.get("open", {}).items() if other != id}


def restore_session() -> None:
    """Restore the codes that the cookie held before this request, of which nothing was stored."""
    before = dict(current_app.session_interface.open_session(current_app, request) or ())
    for name in ("open", PROGRAMMES, "idle", "since", ANSWERED, notice.NOTICE):
        session.pop(name, None)
        if name in before:
            session[name] = before[name]


def open_by_code(found: AccessKey, code: str, idle: int) -> ResponseReturnValue:
    """Open the assessment of a key in this browser by its code, and redirect to it.

    A code that may do less than the one that is open does not replace it: that one may be written down
    nowhere else. A page says so, and also if a code is replaced that may do something else.
    Raises GoneError if the link was withdrawn meanwhile.
    """
    id, before = found.assessment_id, _unlock(found.assessment_id)
    if before is not None and before.grant.exceeds(found.grant):
        session["idle"] = idle
        notice.leave(notice.KEPT)
        return redirect(url_for(home_endpoint(before.role), id=id))
    key = sign_in(database.writing(), services().vault, code, clock.now())
    if key is None:
        raise GoneError
    request_log.record_event("code_opened")
    remember_code(id, code, idle)
    if before is not None and before.link_id != key.link_id and not key.grant.exceeds(before.grant):
        notice.leave(notice.REPLACED)
    return redirect(url_for(home_endpoint(key.role), id=id))


def home_endpoint(role: str) -> str:
    """Return the endpoint of the page that a link of this role leads to."""
    if role == PULSE_VIEWER:
        return "pulse.pulse"
    if role == VOICE:
        return "own_voice.home"
    return "results.results" if role in (VIEWER, RESULTS_VIEWER) else "tasks.tasks"


def formatted_code(id: str) -> str:
    """Return the code of an open assessment in groups of letters, as pages show it."""
    return codes.format_code(session["open"][id])


def opened(id: str, *roles: str) -> OpenAssessment:
    """Return the assessment that is open in this browser for an owner, or for a link of one of the roles.

    A page for viewers is open to results viewers too: their key opens no comment and no evidence.

    A form that was sent after the browser was signed out may bring the code along: it signs in again. Raise
    NotOpenError if the assessment is not open, and ForbiddenError if the link has another role.
    """
    key = _unlock(id) or _sign_in(id)
    allowed = (OWNER, *roles, RESULTS_VIEWER) if VIEWER in roles else (OWNER, *roles)
    if key.role not in allowed:
        raise ForbiddenError
    return OpenAssessment(key, versions())


def find(id: str) -> OpenAssessment | None:
    """Return the assessment if this browser's code opens it, or None: for error pages."""
    key = _unlock(id)
    return OpenAssessment(key, versions()) if key else None


def render(template: str, opened: ShownAssessment, **values: object) -> str:
    """Return a page of an assessment; its template knows ``id``, ``role`` and a notice beside the values."""
    left = notice.take(opened.id, lambda: opened.questionnaire)
    own = {"id": opened.id, "role": opened.role, "shows_answers": opened.shows_answers}
    return render_template(template, **own, notice=left, **values)


def _unlock(id: str) -> AccessKey | None:
    code = session.get("open", {}).get(id)
    return (
        access_key.unlock_assessment(database.reading(), services().vault, code, id, clock.now())
        if code
        else None
    )


def _sign_in(id: str) -> AccessKey:
    if "code" not in request.form:
        raise NotOpenError
    form = ReopenForm.from_request()
    if not form.is_valid:
        raise NotOpenError(form)
    key = access_key.unlock_assessment(
        database.reading(), services().vault, form.normalised_code, id, clock.now()
    )
    if key is None or key.role in API_ROLES:
        raise NotOpenError(form, refuse_code(_("No assessment at this address opens with this code")))
    request_log.record_event("code_opened")
    remember_code(id, form.normalised_code, form.idle_minutes)
    return key
