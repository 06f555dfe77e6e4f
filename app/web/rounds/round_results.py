"""The results and files of a closed round: what they were when it was closed.

Their addresses are those of the present results after the number of the round.
"""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from app.web.request import language
from app.web.results.downloads.files import FILES
from app.web.results.pages import KEPT_PAGES, add_views
from app.web.rounds.open_round import open_round

bp = Blueprint("round_results", __name__, url_prefix=f"{language.ASSESSMENT_PREFIX}/rounds/<int:number>")
language.localise(bp)
add_views(bp, KEPT_PAGES, open_round)
add_views(bp, FILES, open_round)


@bp.get("/")
def first_page(id: str, number: int) -> ResponseReturnValue:
    """Redirect to the first screen of the results."""
    return redirect(url_for("round_results.results", id=id, number=number))
