"""The board’s page in the browser: what its PDF says, for people who read on a screen."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from app.report.board_content import build_board_content, tick_words
from app.storage.sealing.roles import VIEWER
from app.web import access
from app.web.request import language
from app.web.results.results import load_view, render_results

bp = Blueprint("board", __name__, url_prefix=language.ASSESSMENT_PREFIX)
language.localise(bp)


@bp.get("/results/board")
def board(id: str) -> ResponseReturnValue:
    """Show position, what holds it back, the decisions, the peers and the next review."""
    opened = access.opened(id, VIEWER)
    view = load_view(opened, with_peers=True)
    content = build_board_content(view.card, view.wording, view.standings)
    return render_results(
        "results/board.html", opened, view, "board", content=content, boxes=tick_words(view.wording)
    )
