"""The files an assessment leaves the service as."""

from dataclasses import replace
from hashlib import sha256
from typing import Literal

from flask import Blueprint, Response, redirect, url_for
from flask.typing import ResponseReturnValue

from app.exchange import assessment_json, peers_json, published_peers, pulse_json, scorecard_json
from app.maturity.peers.snapshot import Snapshot
from app.maturity.peers.standings import among_peers
from app.maturity.scorecard import Scorecard
from app.report.board import render_board
from app.report.files import Attachments
from app.report.pulse_poster import render_poster
from app.report.scorecard import render_scorecard
from app.storage.assessments import assessments
from app.storage.pulse import pulses
from app.storage.sealing.documents import Stored
from app.storage.sealing.pdf_keys import copy_of
from app.storage.sealing.roles import VIEWER
from app.translations import translator
from app.web import access
from app.web.pulse import closed_pulse
from app.web.pulse.closed_pulse import Shown
from app.web.request import database, language, rate_limits, request_log
from app.web.request.files import file
from app.web.request.services import questionnaire, services
from app.web.scoring import published, scored

bp = Blueprint("downloads", __name__, url_prefix=language.PATH)
language.speak(bp)


@bp.get("/scorecard.pdf")
def scorecard_pdf(id: str) -> ResponseReturnValue:
    """Send the scorecard to print and to keep, with a closed staff pulse and the peers as now published."""
    return _pdf(id, "scorecard")


@bp.get("/board.pdf")
def board_pdf(id: str) -> ResponseReturnValue:
    """Send the one page that a board reads."""
    return _pdf(id, "board")


@bp.get("/pulse/poster.pdf")
def poster(id: str) -> ResponseReturnValue:
    """Send the poster with the pulse's address while it is open."""
    own = pulses.of_owner(database.reading(), access.key(id))
    if own is None or not own.told.is_open:
        return redirect(url_for("pulse.pulse", id=id))
    rate_limits.knock_for_pdf(id)
    reader = language.current()
    content = render_poster(closed_pulse.address(own.code), questionnaire(), reader, translator(reader))
    return file(content, "application/pdf", f"muster-poster-{reader}.pdf")


@bp.get("/scorecard.json")
def scorecard_file(id: str) -> ResponseReturnValue:
    """Send every number of the scorecard."""
    return file(scorecard_json.write(scored(_stored(id))), "application/json", "scorecard.json")


@bp.get("/assessment.json")
def assessment_file(id: str) -> ResponseReturnValue:
    """Send the answers, to keep or to import again."""
    content = assessment_json.write(_stored(id).assessment, questionnaire())
    return file(content, "application/json", "assessment.json")


def _stored(id: str) -> Stored:
    return assessments.load(database.reading(), access.key(id, VIEWER))


def _pdf(id: str, kind: Literal["scorecard", "board"]) -> Response:
    key = access.key(id, VIEWER)
    whole, stored = kind == "scorecard", assessments.load(database.reading(), key)
    closed = closed_pulse.shown(key) if whole else None
    snapshot = published(stored.assessment, complete=stored.complete) if whole else None
    reader = language.current()

    def make() -> bytes:
        rate_limits.knock_for_pdf(id)
        request_log.note("pdf_built")
        return _scorecard(stored, closed, snapshot) if whole else _board(stored)

    pulsed = f" with pulse {closed.version}" if closed else ""
    among = sha256(published_peers.write_json([snapshot])).hexdigest() if snapshot else ""
    content = services().built.give(copy_of(key, stored, kind + pulsed + among, reader), make)
    return file(content, "application/pdf", f"muster-{kind}-{reader}.pdf")


def _scorecard(stored: Stored, closed: Shown | None, snapshot: Snapshot | None) -> bytes:
    card, reader, profile = scored(stored), language.current(), stored.assessment.profile
    found, result = among_peers(card, snapshot), closed.result if closed else None
    among = found if found and found.beside else None
    files = replace(
        _files(card),
        pulse=pulse_json.write(result) if result else None,
        peers=peers_json.write(among, stored.assessment.version, profile.variant) if among else None,
    )
    _ = translator(reader)
    return render_scorecard(card, reader, _, attachments=files, pulse=result, among=among)


def _board(stored: Stored) -> bytes:
    card, reader = scored(stored), language.current()
    return render_board(card, reader, translator(reader), attachments=_files(card))


def _files(card: Scorecard) -> Attachments:
    answers = assessment_json.write(card.assessment, card.questionnaire)
    return Attachments(answers, scorecard_json.write(card).encode())
