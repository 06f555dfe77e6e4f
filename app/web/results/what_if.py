"""The what-if: recommendations are ticked, and the scores that would result are shown; nothing is stored."""

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from app.maturity.outlook.supposition import suppose
from app.web.forms.base import Problem
from app.web.request import language
from app.web.results.pages import render_results, results_view
from app.web.results.present_results import open_present
from app.web.results.supposition_words import SupposedRow, supposed_rows
from app.web.results.what_if_form import WhatIfForm

bp = Blueprint("what_if", __name__, url_prefix=language.ASSESSMENT_PREFIX)
language.localise(bp)


@bp.route("/results/what-if", methods=["GET", "POST"])
def what_if(id: str) -> ResponseReturnValue:
    """Show the scores that would result if the ticked recommendations were carried out."""
    shown = open_present(id)
    view = results_view(shown, "what-if")
    rows: tuple[SupposedRow, ...] = ()
    problems: tuple[Problem, ...] = ()
    ticked: tuple[str, ...] = ()
    if request.method == "POST":
        form = WhatIfForm.from_request(ids=[each.question.id for each in view.card.recommendations])
        problems, ticked = tuple(form.problems()), form.ticked
        if not problems:
            rows = supposed_rows(suppose(view.card, ticked), view.wording)
    supposed = tuple(each for each in view.card.recommendations if each.question.id in ticked)
    page = render_results(
        "results/what_if.html",
        shown,
        "what-if",
        view,
        rows=rows,
        problems=problems,
        ticked=ticked,
        supposed=supposed,
    )
    return page, 422 if problems else 200
