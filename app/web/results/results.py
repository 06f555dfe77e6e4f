"""The present results of an assessment, and the address that the what-if had before."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from app.web.request import language
from app.web.results.pages import PAGES, add_views
from app.web.results.present_results import open_present

bp = Blueprint("results", __name__, url_prefix=language.ASSESSMENT_PREFIX)
language.localise(bp)
add_views(bp, PAGES, open_present)


@bp.get("/what-if")
def former_what_if(id: str) -> ResponseReturnValue:
    """Redirect from the address that the what-if had in version 1.0."""
    return redirect(url_for("what_if.what_if", id=id))
