"""What the API answers to a request that it refuses: problem details as RFC 9457 describes them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from flask import Response, request
from werkzeug.exceptions import HTTPException

from app.translations import N_
from app.web.request import language
from app.web.request.language import translate as _

API_ADDRESS = "/api/"
MEDIA_TYPE = "application/problem+json"

# The type of a problem is this and its name; docs/api.md lists them.
_TYPE = "urn:muster:problem:"
_KEPT_HEADERS = ("Allow", "Retry-After")


@dataclass(frozen=True, slots=True)
class ProblemKind:
    """A kind of problem: its name, status and title, and what to do about it."""

    name: str
    status: int
    title: str
    detail: str


UNREADABLE = ProblemKind(
    "unreadable",
    400,
    N_("The request cannot be read"),
    N_("Its body is not one JSON object in UTF-8, or its head breaks the rules of HTTP."),
)
NO_CODE = ProblemKind(
    "no-code",
    401,
    N_("No code, or a code that opens nothing"),
    N_("Send the code of a link that is not withdrawn in the header Authorization, after the word Bearer."),
)
FORBIDDEN = ProblemKind(
    "forbidden",
    403,
    N_("The code does not allow this"),
    N_("The owner chose what its link may read and change. Ask the owner if you need more."),
)
NOT_FOUND = ProblemKind(
    "not-found", 404, N_("There is nothing at this address"), N_("The OpenAPI document lists what there is.")
)
WRONG_METHOD = ProblemKind(
    "wrong-method",
    405,
    N_("This address does not take this method"),
    N_("The header Allow lists the methods that it takes."),
)
ROUND_CLOSED = ProblemKind(
    "round-closed",
    409,
    N_("This round is closed"),
    N_("Its answers do not change any more. They can be changed once the owner has begun a new round."),
)
VERSION_CHANGED = ProblemKind(
    "version-changed",
    409,
    N_("The questionnaire changed meanwhile"),
    N_("An owner has just moved the assessment to another version. Read it, and send your change again."),
)
PLAN_FULL = ProblemKind("plan-full", 409, N_("The plan is full"), N_("It holds at most %(limit)s actions."))
PROGRAMME_CLOSED = ProblemKind(
    "programme-closed",
    409,
    N_("The programme is closed"),
    N_("Extend it on its pages first: then organisations can be invited."),
)
PROGRAMME_FULL = ProblemKind(
    "programme-full",
    409,
    N_("The programme has as many invitations as it can have"),
    N_("It can have %(limit)s. Nobody was invited."),
)
CHANGED = ProblemKind(
    "changed",
    412,
    N_("It was changed meanwhile"),
    N_("What you sent was not saved. “present” holds the present state, and “etag” its mark for If-Match."),
)
TOO_LARGE = ProblemKind(
    "too-large", 413, N_("The body is too large"), N_("This address takes at most %(limit)s kB.")
)
NOT_JSON = ProblemKind(
    "not-json",
    415,
    N_("The body is not JSON"),
    N_("Send JSON, with the header Content-Type: application/json."),
)
REFUSED_VALUES = ProblemKind(
    "refused-values",
    422,
    N_("The body breaks the rules"),
    N_("Nothing was changed. “errors” lists each place and what is wrong there."),
)
NO_PRECONDITION = ProblemKind(
    "no-precondition",
    428,
    N_("The header If-Match is missing"),
    N_("Read what you want to change first, and send its ETag in the header If-Match; * is not accepted."),
)
TOO_MANY = ProblemKind("too-many", 429, N_("Too many requests within a minute"), N_("Try again in a minute."))
FAILED = ProblemKind(
    "failed",
    500,
    N_("Something went wrong on our side"),
    N_("Nothing was changed. If it happens again, tell the operator the header X-Request-ID."),
)
ALTERED = ProblemKind(
    "altered",
    500,
    N_("Something stored has been altered"),
    N_("Nothing was changed. Tell the operator, who can find a line about it in the log."),
)
UNAVAILABLE = ProblemKind(
    "unavailable",
    503,
    N_("The service is not available at the moment"),
    N_("Nothing was changed. Try again after the seconds that the header Retry-After names."),
)
BUSY = ProblemKind(
    "busy",
    503,
    N_("Other assessments are being scored"),
    N_("Try again after the seconds that the header Retry-After names."),
)
NO_QUESTIONNAIRE = ProblemKind(
    "no-questionnaire",
    503,
    N_("The questionnaire of this assessment is missing"),
    N_("Nothing is lost: it opens again once the operator has put the folder of %(version)s back."),
)
KINDS = (
    *(UNREADABLE, NO_CODE, FORBIDDEN, NOT_FOUND, WRONG_METHOD, ROUND_CLOSED, VERSION_CHANGED, PLAN_FULL),
    *(PROGRAMME_CLOSED, PROGRAMME_FULL),
    *(CHANGED, TOO_LARGE, NOT_JSON, REFUSED_VALUES, NO_PRECONDITION, TOO_MANY, FAILED, ALTERED),
    *(UNAVAILABLE, BUSY, NO_QUESTIONNAIRE),
)

# The first kind of each status is what an error of the framework is.
_BY_STATUS = {kind.status: kind for kind in reversed(KINDS)}


@dataclass
class ProblemError(Exception):
    """A request to the API is refused; ``members`` stand in the answer beside title and detail."""

    kind: ProblemKind
    values: Mapping[str, object] = field(default_factory=dict)
    members: Mapping[str, object] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)


def is_for_program() -> bool:
    """Return whether the request is one to the API, which is answered in JSON."""
    return request.path.startswith(API_ADDRESS)


def from_status(error: HTTPException) -> Response:
    """Return the answer to a request that the framework refused."""
    kind = _BY_STATUS.get(error.code or FAILED.status, UNREADABLE if (error.code or 500) < 500 else FAILED)
    limit = (request.max_content_length or 0) // 1000
    found = dict(error.get_headers())
    headers = {name: str(found[name]) for name in _KEPT_HEADERS if found.get(name)}
    return respond(ProblemError(kind, {"limit": limit}, headers=headers))


def respond(problem: ProblemError) -> Response:
    """Return the answer to a refused request, in the language that it asks for."""
    kind = problem.kind
    content = {
        "type": f"{_TYPE}{kind.name}",
        "title": _(kind.title),
        "status": kind.status,
        "detail": _(kind.detail) % problem.values,
        **problem.members,
    }
    response = Response(json.dumps(content, ensure_ascii=False), kind.status, mimetype=MEDIA_TYPE)
    response.headers["Content-Language"] = language.current()
    response.headers.extend(dict(problem.headers))
    if kind is NO_CODE:
        response.headers["WWW-Authenticate"] = 'Bearer realm="muster"'
    return response
