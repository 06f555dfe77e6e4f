"""What the operator sees of a request: a line in the log, a reference in the response, and figures.

None of them holds an address, an id, a code, a name or anything typed: a page is named by its route.
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
    """Record an event of this request for the log and the figures."""
    g.setdefault("noted", []).append(event)


def reference() -> str:
    """Return the random reference of this request, which stands in its response and in the log."""
    if "reference" not in g:
        g.reference = secrets.token_hex(6)
    own: str = g.reference
    return own


def install(app: Flask, *, metrics: bool) -> None:
    """Log and count every response after all other changes to it."""
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
        # The address of a share link is its secret, and the time of an answer to a pulse may not be known.
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
            # Figures that are read every few seconds would reveal that time too; failures are counted.
            of_pulse = route.startswith(PULSE_ADDRESS)
            if not of_pulse or response.status_code >= _FAILED:
                figures.count_request(method, route, response.status_code, seconds)
            figures.count_events(event for event in noted if not (of_pulse and event == _SAVED))
        return response

    if figures:
        app.add_url_rule("/metrics", view_func=figures.page)
