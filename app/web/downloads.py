"""The files an assessment leaves the service as."""

from dataclasses import replace
from hashlib import sha256
from typing import Literal

from flask import Blueprint, Response, redirect, url_for
from flask.typing import ResponseReturnValue

from app.exchange import assessment_json, cohorts, peers_json, pulse_json, scorecard_json
from app.maturity.peers import among_peers
from app.maturity.scorecard import Scorecard
from app.maturity.snapshot import Snapshot
from app.report.attached import Attachments
from app.report.board import render_board
from app.report.poster import render_poster
from app.report.scorecard import render_scorecard
from app.storage import assessments, pulses
from app.storage.copies import copy_of
from app.storage.documents import Stored
from app.storage.reader import VIEWER
from app.translations import translator
from app.web import access, database, language, limits, pulse, tasks, watch
from app.web.pulse import Shown
from app.web.results import published, scored
from app.web.services import questionnaire, services

bp = Blueprint("downloads", __name__, url_prefix=tasks.PATH)
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
    limits.knock_for_pdf(id)
    reader = language.current()
    content = render_poster(pulse.address(own.code), questionnaire(), reader, translator(reader))
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
    shown = pulse.shown(key) if whole else None
    snapshot = published(stored.assessment, complete=stored.complete) if whole else None
    reader = language.current()

    def make() -> bytes:
        limits.knock_for_pdf(id)
        watch.note("pdf_built")
        return _scorecard(stored, shown, snapshot) if whole else _board(stored)

    pulsed = f" with pulse {shown.version}" if shown else ""
    among = sha256(cohorts.write_json([snapshot])).hexdigest() if snapshot else ""
    content = services().built.give(copy_of(key, stored, kind + pulsed + among, reader), make)
    return file(content, "application/pdf", f"muster-{kind}-{reader}.pdf")


def _scorecard(stored: Stored, shown: Shown | None, snapshot: Snapshot | None) -> bytes:
    card, reader, profile = scored(stored), language.current(), stored.assessment.profile
    found, result = among_peers(card, snapshot), shown.result if shown else None
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


def file(content: bytes | str, kind: str, name: str) -> Response:
    """Send a file to keep, of a media type, under a name."""
    return Response(content, mimetype=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
