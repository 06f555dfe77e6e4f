"""The error pages, in the reader's language; a page that refuses a form keeps what was typed in it.

A program that asked the API gets a problem in JSON in place of each.
"""

from flask import Flask, Response, current_app, make_response, render_template, request, url_for
from werkzeug.exceptions import HTTPException, SecurityError, ServiceUnavailable

from app.maturity.errors import UnknownVersionError
from app.storage.database.outage import OUTAGES, reason
from app.storage.sealing.errors import (
    ForbiddenError,
    GoneError,
    RoundClosedError,
    TamperedError,
    VersionChangedError,
)
from app.web import access
from app.web.access import CodeRefusal, NotOpenError
from app.web.document_names import document_name
from app.web.forms.base import SIGN_IN_FIELDS, Problem
from app.web.forms.sign_in import ReopenForm
from app.web.refused import problem, texts
from app.web.refused.problem import ProblemError
from app.web.refused.submitted import describe_fields, submitted_fields
from app.web.request import request_log
from app.web.request.language import translate as _
from app.web.request.language import wording
from app.web.request.services import versions
from app.web.request.sizes import MEGABYTE

_SECONDS_OF_AN_OUTAGE = 30

_MAX_DRAINED = 64 * 1024 * 1024
_DRAINED_AT_ONCE = 64 * 1024


def install(app: Flask) -> None:
    """Install an error page for every failure."""
    app.register_error_handler(HTTPException, _failed)
    app.register_error_handler(NotOpenError, _not_open)
    app.register_error_handler(GoneError, _gone)
    app.register_error_handler(ProblemError, problem.respond)
    app.register_error_handler(ForbiddenError, _forbidden)
    app.register_error_handler(TamperedError, _tampered)
    app.register_error_handler(UnknownVersionError, _without_questionnaire)
    app.register_error_handler(VersionChangedError, _moved)
    app.register_error_handler(RoundClosedError, _closed)
    for outage in OUTAGES:
        app.register_error_handler(outage, _unavailable)


def _failed(error: HTTPException) -> Response:
    if error.code is not None and 300 <= error.code < 400:
        return Response(error.get_body(), error.code, error.get_headers())
    status = error.code or 500
    if status == 413:
        _drain()
    if problem.is_for_program():
        return problem.from_status(error)
    title = _(texts.TITLES.get(status, texts.OTHER_TITLE))
    if isinstance(error, SecurityError):
        # The request names an untrusted host, under which no address of a page can be shown.
        return Response(f"{title}. {_(texts.BODIES[status])}", status, mimetype="text/plain")
    try:
        again = request.method == "POST" and (status == 429 or status >= 500)
        page = _post_error_page(title, status) if again else _error_page(title, status)
    except HTTPException as unreadable:
        # The form is read here for the first time, and cannot be read.
        return _failed(unreadable)
    response = make_response(page, status)
    for name in ("Allow", "Retry-After"):
        value = dict(error.get_headers()).get(name)
        if value:
            response.headers[name] = value
    return response


def _error_page(title: str, status: int) -> str:
    # The page of a domain that another version of the questionnaire dropped keeps what was typed.
    sent = describe_fields(submitted_fields()) if status == 404 and request.method == "POST" else []
    return render_template(
        "refused/error.html",
        title=title,
        # Each page sets its own limit before it reads what was sent.
        body=_(texts.BODIES.get(status, texts.OTHER_BODY))
        % {"limit": (request.max_content_length or 0) // MEGABYTE},
        shown=sent,
    )


def _post_error_page(title: str, status: int) -> str:
    """Return a page that shows what was typed and whose button sends it again to the same address."""
    if request.files:
        return render_template("refused/error.html", title=title, body=_(texts.NO_FILE), again=True)
    return _resubmit_page(title, _(texts.PAUSED if status == 429 else texts.NOT_SAVED))


def _resubmit_page(title: str, body: str) -> str:
    sent = list(submitted_fields())
    return render_template(
        "refused/resubmit.html", title=title, body=body, typed=sent, shown=describe_fields(sent)
    )


def _unavailable(error: Exception) -> Response:
    """Answer 503 when the database cannot be used."""
    current_app.logger.error("The database cannot be used: %s", reason(error))
    request_log.record_event("outage")
    if problem.is_for_program():
        headers = {"Retry-After": str(_SECONDS_OF_AN_OUTAGE)}
        return problem.respond(ProblemError(problem.UNAVAILABLE, headers=headers))
    access.restore_session()
    return _failed(ServiceUnavailable(retry_after=_SECONDS_OF_AN_OUTAGE))


def _forbidden(error: ForbiddenError) -> Response:
    """Show that the link does not open this page, with a link to the page that it opens."""
    if problem.is_for_program():
        return problem.respond(ProblemError(problem.FORBIDDEN))
    title = _("Your link does not open this page")
    body = _("The owner of the assessment chose what your link opens. Ask the owner if you need more.")
    opened = access.find((request.view_args or {})["id"])
    home = url_for(access.home_endpoint(opened.role), id=opened.id) if opened else None
    return make_response(render_template("refused/error.html", title=title, body=body, home=home), 403)


def _without_questionnaire(error: UnknownVersionError) -> Response:
    """Name the missing version of the questionnaire, on the page and in one line of the log."""
    current_app.logger.error(
        "An assessment follows a version of the questionnaire that this server does not have: %s", error
    )
    title, name = _("The questionnaire of this assessment is missing"), f"{error.id} {error.version}"
    if problem.is_for_program():
        return problem.respond(ProblemError(problem.NO_QUESTIONNAIRE, {"version": name}))
    body = _(
        "It follows %(version)s, a version of the questionnaire that this server does not"
        " have. Nothing is lost: the assessment opens again once the operator has put that"
        " version’s folder back."
    ) % {"version": name}
    if request.method == "POST" and not request.files:
        return make_response(_resubmit_page(title, body), 503)
    return make_response(render_template("refused/error.html", title=title, body=body), 503)


def _moved(error: VersionChangedError) -> Response:
    """Keep what was typed while the assessment was upgraded; sent again, it meets the new questions."""
    if problem.is_for_program():
        return problem.respond(ProblemError(problem.VERSION_CHANGED))
    title = _("The questionnaire changed meanwhile")
    body = _(
        "An owner has just moved this assessment to another version of the questionnaire. Nothing you typed "
        "is lost: press the button, and look at it again."
    )
    return make_response(_resubmit_page(title, body), 409)


def _closed(error: RoundClosedError) -> Response:
    """Keep what was typed when a round is closed; sent again in the next round, it meets its answers."""
    if problem.is_for_program():
        return problem.respond(ProblemError(problem.ROUND_CLOSED))
    title = _("This round is closed")
    body = _(
        "Its answers do not change any more, so nothing on this page was saved. What you typed is below. Once"
        " the owner has begun a new round, press the button to send it again: you will see it beside what is"
        " stored then."
    )
    return make_response(_resubmit_page(title, body), 409)


def _tampered(error: TamperedError) -> Response:
    """Name the altered part, on the page and in one line of the log."""
    # A history is named without the id of its link; the reference on the page leads to this line.
    current_app.logger.error("A stored document was altered: %s", error.document.partition("-")[0])
    if problem.is_for_program():
        return problem.respond(ProblemError(problem.ALTERED))
    body = _(
        "“%(part)s” is not what was stored: it was altered, shortened or swapped in the"
        " database, or the disk is faulty. Nothing was saved. Tell the operator, who can find"
        " a line about it in the log."
    )
    wordings = [wording(each) for each in reversed(versions().known)]
    page = render_template(
        "refused/error.html",
        title=_("Something stored has been altered"),
        body=body % {"part": document_name(error.document, wordings)},
    )
    return make_response(page, 500)


def _drain() -> None:
    """Read the rest of a request that is too large: a browser that is cut off shows no error page."""
    left = min(request.content_length or 0, _MAX_DRAINED)
    while left > 0 and (read := request.environ["wsgi.input"].read(min(left, _DRAINED_AT_ONCE))):
        left -= len(read)


def _gone(error: GoneError) -> Response:
    """Answer as if the assessment or the link had never existed: it was deleted during the request."""
    if problem.is_for_program():
        return problem.respond(ProblemError(problem.NO_CODE))
    return _not_open(NotOpenError())


def _not_open(error: NotOpenError) -> Response:
    """Ask for the code, on the same page whether or not the assessment exists."""
    form = error.form or ReopenForm()
    problems = list(form.problems()) if error.form else []
    refused = error.refusal or CodeRefusal("")
    if refused.sentence:
        problems = [Problem("code", refused.sentence)]
    sent = list(submitted_fields(SIGN_IN_FIELDS))
    page = render_template(
        "refused/reopen.html",
        form=form,
        problems=problems,
        typed=sent,
        shown=describe_fields(sent),
        method=request.method,
    )
    return make_response(page, refused.status, refused.headers)
