"""The files of an assessment: PDFs and JSON."""

from hashlib import sha256
from typing import Literal

from flask import Blueprint, Response, redirect, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from app.exchange import assessment_json, published_peers, scorecard_json
from app.report.pulse_poster import render_poster
from app.report.tasks import render_tasks
from app.storage.pulse import pulses
from app.storage.sealing.errors import ForbiddenError
from app.storage.sealing.pdf_keys import derive_pdf_key
from app.storage.sealing.roles import OWNER, PULSE_VIEWER, VIEWER
from app.web import access
from app.web.pulse import closed_pulse
from app.web.request import database, language, rate_limits, request_log
from app.web.request.files import file_response, json_response, pdf_response
from app.web.request.services import services
from app.web.results.pdf_content import PdfContent
from app.web.scoring import build_scorecard, load_peer_snapshot

bp = Blueprint("downloads", __name__, url_prefix=language.ASSESSMENT_PREFIX)
language.localise(bp)


# Where the files were in 1.0.0.
_MOVED = '/<any("assessment.json", "board.pdf", "history.json", "scorecard.json", "scorecard.pdf"):name>'


@bp.get(_MOVED)
def moved(id: str, name: str) -> ResponseReturnValue:
    """Redirect for good from the address that the file had in 1.0.0; the new one checks the code."""
    own = url_for("downloads.scorecard_pdf", id=id)
    return redirect(own.removesuffix("scorecard.pdf") + name, 308)


@bp.get("/files/scorecard.pdf")
def scorecard_pdf(id: str) -> ResponseReturnValue:
    """Send the scorecard with the closed staff pulse and the peers that are published now."""
    return _pdf(id, "scorecard")


@bp.get("/files/board.pdf")
def board_pdf(id: str) -> ResponseReturnValue:
    """Send the one page for the board."""
    return _pdf(id, "board")


@bp.get("/files/tasks-<owner>.pdf")
def tasks_pdf(id: str, owner: str) -> ResponseReturnValue:
    """Send what is asked of one role, without the answers of others and without files."""
    opened = access.opened(id, VIEWER)
    if owner not in opened.questionnaire.owners:
        raise NotFound
    stored, wording = opened.load(), language.wording(opened.questionnaire)

    def build() -> bytes:
        rate_limits.hit_pdf_limit(id)
        request_log.record_event("pdf_built")
        return render_tasks(build_scorecard(opened.questionnaire, stored), owner, wording)

    key = derive_pdf_key(opened.key, stored, f"tasks-{owner}", wording.language)
    content = services().pdf_cache.get_or_build(key, build)
    return pdf_response(content, stored.assessment, f"tasks-{owner}-{wording.language}")


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


@bp.get("/files/scorecard.json")
def scorecard_file(id: str) -> ResponseReturnValue:
    """Send every number of the scorecard."""
    opened = access.opened(id, VIEWER)
    stored = opened.load()
    content = scorecard_json.write(build_scorecard(opened.questionnaire, stored))
    return json_response(content, stored.assessment, "scorecard")


@bp.get("/files/assessment.json")
def assessment_file(id: str) -> ResponseReturnValue:
    """Send the answers, which can be imported again."""
    opened = access.opened(id, VIEWER)
    if not opened.shows_answers:
        raise ForbiddenError
    assessment = opened.load().assessment
    content = assessment_json.write(assessment, opened.questionnaire)
    return json_response(content, assessment, "assessment")


def _pdf(id: str, kind: Literal["scorecard", "board"]) -> Response:
    opened = access.opened(id, VIEWER)
    whole, stored = kind == "scorecard", opened.load()
    closed = closed_pulse.load_closed_pulse(opened) if whole else None
    snapshot = load_peer_snapshot(stored.assessment, complete=stored.complete)
    reader = language.current()

    def build() -> bytes:
        rate_limits.hit_pdf_limit(id)
        request_log.record_event("pdf_built")
        card, pulse = build_scorecard(opened.questionnaire, stored), closed.result if closed else None
        content = PdfContent(card, pulse, snapshot, opened.shows_answers)
        return content.render_scorecard() if whole else content.render_board()

    pulse_part = f" with pulse {closed.version}" if closed else ""
    peers_part = sha256(published_peers.write_json([snapshot])).hexdigest() if snapshot else ""
    content = services().pdf_cache.get_or_build(
        derive_pdf_key(opened.key, stored, kind + pulse_part + peers_part, reader), build
    )
    return pdf_response(content, stored.assessment, f"{kind}-{reader}")
