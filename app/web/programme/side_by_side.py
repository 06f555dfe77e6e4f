"""The coordinator’s page that shows submitting organisations side by side."""

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from app.figures.programme.distributions import distribution_dots, level_table
from app.figures.programme.tables import below_target_table
from app.figures.programme.words import distribution_finding, ends_words
from app.figures.typography import PHONE_WIDTH
from app.web.charts import draw_chart
from app.web.programme import programme_access
from app.web.programme.asked_rows import asked_rows
from app.web.programme.loading import load_comparison
from app.web.programme.overview import PROGRAMME_PREFIX
from app.web.programme.side_view import describe_rows
from app.web.request import language

bp = Blueprint("side_by_side", __name__, url_prefix=PROGRAMME_PREFIX)
language.localise(bp)

# As many practices as a coordinator can discuss in a meeting; the files hold all.
_MOST_BELOW = 15


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
        has_differences=any(each.change and not each.change.like_for_like for each in table.rows),
        unreadable=sum(each.unreadable for each in comparison.organisations),
        chart=draw_chart(distribution_dots(comparison, wording, width=PHONE_WIDTH)),
        finding=distribution_finding(comparison, wording),
        ends=ends_words(comparison, wording),
        level_counts=level_table(comparison, wording),
        below=below_target_table(comparison.below_target[:_MOST_BELOW], wording),
        more_below=max(0, len(comparison.below_target) - _MOST_BELOW),
    )
