"""The files of the present results, and the poster of the staff pulse."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from app.report.pulse_poster import render_poster
from app.storage.pulse import pulses
from app.storage.sealing.roles import OWNER, PULSE_VIEWER
from app.web import access
from app.web.pulse import closed_pulse
from app.web.request import database, language, rate_limits
from app.web.request.files import file_response
from app.web.results.downloads.files import FILES
from app.web.results.pages import add_views
from app.web.results.present_results import open_present

bp = Blueprint("downloads", __name__, url_prefix=language.ASSESSMENT_PREFIX)
language.localise(bp)
add_views(bp, FILES, open_present)

# Where the files were in 1.0.0.
_MOVED = '/<any("assessment.json", "board.pdf", "history.json", "scorecard.json", "scorecard.pdf"):name>'


@bp.get(_MOVED)
def moved(id: str, name: str) -> ResponseReturnValue:
    """Redirect for good from the address that the file had in 1.0.0; the new one checks the code."""
    own = url_for("downloads.scorecard_pdf", id=id)
    return redirect(own.removesuffix("scorecard.pdf") + name, 308)


@bp.get("/pulse/poster.pdf")
def poster(id: str) -> ResponseReturnValue:
    """Send the poster with the pulse's address while it is open."""
    opened = access.opened(id, PULSE_VIEWER)
    reads = pulses.read_for_owner if opened.role == OWNER else pulses.read_for_viewer
    own = reads(database.reading(), opened.key)
    if own is None or not own.published.is_open:
        return redirect(url_for("pulse.pulse", id=id))
    rate_limits.hit_pdf_limit(id)
    reader = language.current()
    url = closed_pulse.answer_url(own.code)
    asks_policy = own.published.asks_policy
    content = render_poster(url, language.wording(opened.questionnaire), asks_policy=asks_policy)
    return file_response(content, "application/pdf", f"muster-poster-{reader}.pdf")
