"""What the API answers with: JSON, and the mark of a state, which a change of it must name."""

import hmac
import json
from collections.abc import Mapping

from flask import Response, request
from werkzeug.http import quote_etag

from app.web.refused import problem
from app.web.refused.problem import ProblemError
from app.web.request.services import services


def mark(*state: str | bytes) -> str:
    """Return the ETag, without quotes, of a state: of equal states the same, and to others it tells nothing.

    A level is one of five, so that a digest without the server's key could be guessed.
    """
    parts = (each.encode() if isinstance(each, str) else each for each in state)
    content = b"\0".join((b"muster api state", *parts))
    return hmac.digest(services().config.secret_key.encode(), content, "sha256").hex()[:32]


def mark_of(assessment_id: str, what: str, content: object) -> str:
    """Return the ETag of a part of an assessment whose content JSON can hold."""
    return mark(assessment_id, what, json.dumps(content, sort_keys=True))


def json_answer(content: bytes | Mapping[str, object], state: str, status: int = 200) -> Response:
    """Return JSON with the ETag of its state, or 304 to a program that has read that state before."""
    if request.method in ("GET", "HEAD") and request.if_none_match.contains_weak(state):
        return Response(status=304, headers={"ETag": quote_etag(state)})
    body = content if isinstance(content, bytes) else json.dumps(content, ensure_ascii=False).encode()
    return Response(body, status, mimetype="application/json", headers={"ETag": quote_etag(state)})


def require_precondition() -> None:
    """Raise ProblemError if the request names no state that it has seen."""
    if not request.if_match or request.if_match.star_tag:
        raise ProblemError(problem.NO_PRECONDITION)


def require_state(state: str, present: object) -> None:
    """Raise ProblemError with the present state if the request has seen another one."""
    if not request.if_match.contains(state):
        etag = quote_etag(state)
        raise ProblemError(
            problem.CHANGED, members={"present": present, "etag": etag}, headers={"ETag": etag}
        )
