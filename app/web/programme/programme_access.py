"""The programmes that are open in this browser, each by a coordinator’s code in the encrypted cookie."""

from dataclasses import dataclass, field

from flask import render_template, request, session

from app.maturity.questionnaire import Questionnaire
from app.maturity.versions.versions import QuestionnaireVersions
from app.storage.programme import programme_key
from app.storage.programme.programme_key import ProgrammeKey
from app.storage.programme.terms import ProgrammeDays, ProgrammeTerms
from app.storage.sealing import codes
from app.translations.wording import Wording
from app.web import access
from app.web.access import PROGRAMMES, CodeRefusal
from app.web.forms.sign_in import ReopenForm
from app.web.request import clock, database, language, notice, request_log
from app.web.request.language import translate as _
from app.web.request.services import services, versions

# A coordinator has one or two; the cookie stays well below the largest that browsers store.
_OPEN_AT_ONCE = 4


@dataclass(frozen=True, slots=True)
class OpenProgramme:
    """A programme that is open in this browser; its questionnaire is looked up when a page needs it."""

    key: ProgrammeKey
    versions: QuestionnaireVersions = field(repr=False)

    @property
    def id(self) -> str:
        """Return the public id."""
        return self.key.programme_id

    @property
    def terms(self) -> ProgrammeTerms:
        """Return what the programme is."""
        return self.key.terms

    @property
    def days(self) -> ProgrammeDays:
        """Return the days of the programme."""
        return self.key.days

    @property
    def questionnaire(self) -> Questionnaire:
        """Return the version of the questionnaire that it fixes, or raise UnknownVersionError."""
        return self.versions.find(self.terms.questionnaire_id, self.terms.version)

    @property
    def wording(self) -> Wording:
        """Return the wording of its questionnaire in the language of the page."""
        return language.wording(self.questionnaire)


class ProgrammeNotOpenError(Exception):
    """The programme is not open in this browser, or does not exist: the page does not show which."""

    def __init__(self, form: ReopenForm | None = None, refused: CodeRefusal | None = None) -> None:
        super().__init__()
        self.form = form
        self.refusal = refused


def remember(key: ProgrammeKey, code: str, idle: int) -> None:
    """Remember the code of a programme in this browser, and forget the oldest if there are too many."""
    others = {id: kept for id, kept in session.get(PROGRAMMES, {}).items() if id != key.programme_id}
    kept = dict(list(others.items())[1 - _OPEN_AT_ONCE :])
    session[PROGRAMMES] = {**kept, key.programme_id: codes.normalise(code)}
    session["idle"] = idle
    session.setdefault("since", int(clock.now().timestamp()))


def opened(id: str) -> OpenProgramme:
    """Return the programme that is open in this browser, or raise ProgrammeNotOpenError.

    A form that was sent after the browser was signed out may bring the code along: it signs in again.
    """
    code = session.get(PROGRAMMES, {}).get(id)
    key = _unlock(code, id) if code else None
    return OpenProgramme(key or _sign_in(id), versions())


def render(template: str, opened: OpenProgramme, **values: object) -> str:
    """Return a page of a programme; its template knows the programme beside the values."""
    left = notice.take(opened.id, lambda: opened.questionnaire)
    own = {
        "programme_id": opened.id,
        "terms": opened.terms,
        "days": opened.days,
        "is_open": opened.key.is_open,
    }
    return render_template(template, **own, notice=left, **values)


def _unlock(code: str, id: str) -> ProgrammeKey | None:
    return programme_key.unlock_programme(database.reading(), services().vault, code, id, clock.now())


def _sign_in(id: str) -> ProgrammeKey:
    if "code" not in request.form:
        raise ProgrammeNotOpenError
    form = ReopenForm.from_request()
    if not form.is_valid:
        raise ProgrammeNotOpenError(form)
    key = _unlock(form.normalised_code, id)
    if key is None:
        raise ProgrammeNotOpenError(
            form, access.refuse_code(_("No programme at this address opens with this code"))
        )
    request_log.record_event("code_opened")
    remember(key, form.normalised_code, form.idle_minutes)
    return key
