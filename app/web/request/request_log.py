"""What the operator sees of a request: a line in the log, a reference on the answer, and figures.

Neither holds an address, an id, a code, a name or anything typed: a page is known by its route's pattern.
"""

import logging
import secrets
import time

from flask import Flask, Response, g, request

from app.web.request.json_log import FIELDS
from app.web.request.language import PULSE_ADDRESS, SECRET_ADDRESSES
from app.web.request.metrics import Metrics

_log = logging.getLogger("muster.request")

_SAVED = "saved"
_FAILED = 500

_METHODS = frozenset({"GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE"})


def record_event(event: str) -> None:
    """Record for the log and the figures what this request did."""
    g.setdefault("noted", []).append(event)


def reference() -> str:
    """Give the random reference of this request, which is on its answer and in the log."""
    if "reference" not in g:
        g.reference = secrets.token_hex(6)
    found: str = g.reference
    return found


def install(app: Flask, *, metrics: bool) -> None:
    """Log and count every answer after everything else that is done to it."""
    figures = Metrics() if metrics else None
    app.jinja_env.globals["reference"] = reference

    @app.before_request
    def begin() -> None:
        reference()
        g.began = time.perf_counter()

    @app.after_request
    def end(response: Response) -> Response:
        response.headers["X-Request-ID"] = reference()
        seconds = time.perf_counter() - g.get("began", time.perf_counter())
        route = request.url_rule.rule if request.url_rule else "none"
        method = request.method if request.method in _METHODS else "other"
        noted: list[str] = g.get("noted", [])
        # A share link's address is the link, and when somebody answered a pulse is nobody's business.
        if not any(address in route for address in SECRET_ADDRESSES):
            fields = {
                "method": method,
                "route": route,
                "status": response.status_code,
                "milliseconds": round(seconds * 1000, 1),
                "noted": noted,
            }
            _log.info("request", extra={FIELDS: fields})
        if figures:
            # Read every few seconds, figures would tell it as a log does; what went wrong, they may.
            of_pulse = route.startswith(PULSE_ADDRESS)
            if not of_pulse or response.status_code >= _FAILED:
                figures.count_request(method, route, response.status_code, seconds)
            figures.count_events(event for event in noted if not (of_pulse and event == _SAVED))
        return response

    if figures:
        app.add_url_rule("/metrics", view_func=figures.page)
