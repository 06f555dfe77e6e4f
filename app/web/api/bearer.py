"""The code that a program sends with each request, and what it may do with it."""

from collections.abc import Callable
from functools import wraps

from flask import Response, make_response, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import TooManyRequests

from app.storage.assessments.sign_in import sign_in
from app.storage.programme import programme_key
from app.storage.sealing import access_key, history, sealed_documents
from app.storage.sealing.access_key import AccessKey
from app.storage.sealing.errors import ForbiddenError
from app.storage.sealing.roles import (
    API_READER,
    API_WRITER,
    CONTRIBUTOR,
    OWNER,
    RESULTS_VIEWER,
    VIEWER,
)
from app.web.access import OpenAssessment
from app.web.refused import problem
from app.web.refused.problem import ProblemError
from app.web.request import clock, database, rate_limits, request_log
from app.web.request.services import services, versions

# The roles of links that may read all, the results, or answers and plan, and those that may change something.
READS_ALL = (OWNER, VIEWER, API_READER, API_WRITER)
READS_RESULTS = (*READS_ALL, RESULTS_VIEWER)
READS_ANSWERS = (*READS_ALL, CONTRIBUTOR)
READS_PLAN = (*READS_RESULTS, CONTRIBUTOR)
WRITES = (OWNER, API_WRITER, CONTRIBUTOR)
PLANS = (OWNER, API_WRITER)

View = Callable[..., ResponseReturnValue]


def sent_code() -> str:
    """Return the code that the request brings in its header, empty without one."""
    sent = request.authorization
    return (sent.token or "") if sent is not None and sent.type == "bearer" else ""


def refuse_code() -> ProblemError:
    """Count a code that opened nothing, and return the answer, the same for every such code."""
    if "Authorization" in request.headers:
        request_log.record_event("code_refused")
        try:
            rate_limits.hit(rate_limits.CODE)
        except TooManyRequests as error:
            return ProblemError(problem.TOO_MANY, headers={"Retry-After": str(error.retry_after)})
    return ProblemError(problem.NO_CODE)


def with_code(*roles: str) -> Callable[[View], View]:
    """Return what makes a view one of an assessment, for codes of links with one of these roles."""

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(**values: object) -> Response:
            code = sent_code()
            key = access_key.unlock(database.reading(), services().vault, code, clock.now())
            if key is None:
                raise refuse_code()
            if key.role not in roles:
                raise ForbiddenError(key.role)
            response = make_response(view(OpenAssessment(key, versions()), **values))
            if response.status_code < 400:
                _record_use(key, code)
            return response

        return guarded

    return guard


def with_programme_code(view: View) -> View:
    """Return a view of a programme, for the codes of its coordinators."""

    @wraps(view)
    def guarded(**values: object) -> Response:
        code, vault, now = sent_code(), services().vault, clock.now()
        key = programme_key.unlock(database.reading(), vault, code, now)
        if key is None:
            raise refuse_code()
        response = make_response(view(key, **values))
        if response.status_code < 400 and key.pepper_name != vault.newest_pepper_name:
            programme_key.sign_in(database.writing(), vault, code, now)
        return response

    return guarded


def _record_use(key: AccessKey, code: str) -> None:
    """Record the day of the link's use once a day, and move it to the newest pepper.

    This comes last: another connection would not see the link's new keys before they are committed.
    """
    own = sealed_documents.open_one(database.present(), key, key.grant.history_document)
    is_newest = key.pepper_name == services().vault.newest_pepper_name
    if not is_newest or history.read_used_on(own.content) != key.today:
        sign_in(database.writing(), services().vault, code, clock.now())
