"""The coordinator’s page that shows submitting organisations side by side."""

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from app.web.programme import programme_access
from app.web.programme.asked_rows import asked_rows
from app.web.programme.loading import load_comparison
from app.web.programme.overview import PROGRAMME_PREFIX
from app.web.programme.side_view import below_table, describe_rows, distribution_table
from app.web.request import language

bp = Blueprint("side_by_side", __name__, url_prefix=PROGRAMME_PREFIX)
language.localise(bp)


@bp.get("/side-by-side")
def side_by_side(id: str) -> ResponseReturnValue:
    """Show the submitting organisations side by side, as far as they are asked for."""
    opened = programme_access.opened(id)
    comparison, wording = load_comparison(opened), opened.wording
    asked = asked_rows(request.args, comparison, wording)
    table = asked.page(comparison)
    return programme_access.render(
        "programme/side_by_side.html",
        opened,
        comparison=comparison,
        asked=asked,
        listed=table,
        rows=tuple(describe_rows(table.rows, comparison, wording)),
        unreadable=sum(each.unreadable for each in comparison.organisations),
        distribution=distribution_table(comparison, wording),
        below=below_table(comparison, wording),
    )
