"""The page that asks for a coordinator’s code again, and keeps what was typed."""

from flask import Flask, Response, make_response, render_template, request

from app.web.access import CodeRefusal
from app.web.forms.base import SIGN_IN_FIELDS, Problem
from app.web.forms.sign_in import ReopenForm
from app.web.programme.programme_access import ProgrammeNotOpenError
from app.web.refused.submitted import describe_fields, submitted_fields


def install(app: Flask) -> None:
    """Install the page for every address of a programme."""
    app.register_error_handler(ProgrammeNotOpenError, _not_open)


def _not_open(error: ProgrammeNotOpenError) -> Response:
    """Ask for the code, on the same page whether or not the programme exists."""
    form = error.form or ReopenForm()
    problems = list(form.problems()) if error.form else []
    refused = error.refusal or CodeRefusal("")
    if refused.sentence:
        problems = [Problem("code", refused.sentence)]
    sent = list(submitted_fields(SIGN_IN_FIELDS))
    page = render_template(
        "programme/reopen.html",
        form=form,
        problems=problems,
        typed=sent,
        shown=describe_fields(sent),
        method=request.method,
    )
    return make_response(page, refused.status, refused.headers)
