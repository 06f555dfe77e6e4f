"""The files an assessment leaves the service as."""

from collections.abc import Callable
from functools import partial

from flask import Blueprint, Response, redirect, url_for
from flask.typing import ResponseReturnValue

from app.exchange import assessment_json, pulse_json, scorecard_json
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
from app.web.results import scored
from app.web.services import questionnaire, services

bp = Blueprint("downloads", __name__, url_prefix=tasks.PATH)
language.speak(bp)


@bp.get("/scorecard.pdf")
def scorecard_pdf(id: str) -> ResponseReturnValue:
    """Send the scorecard to print and to keep, with the staff pulse if it is closed and shows anything."""
    shown = pulse.shown(access.key(id, VIEWER))
    if shown is None:
        return _pdf(id, "scorecard", render_scorecard)
    render = partial(render_scorecard, pulse=shown.result)
    return _pdf(id, "scorecard", render, shown)


@bp.get("/board.pdf")
def board_pdf(id: str) -> ResponseReturnValue:
    """Send the one page that a board reads."""
    return _pdf(id, "board", render_board)


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


def _pdf(id: str, kind: str, render: Callable[..., bytes], shown: Shown | None = None) -> Response:
    key = access.key(id, VIEWER)
    stored = assessments.load(database.reading(), key)
    reader = language.current()

    def make() -> bytes:
        limits.knock_for_pdf(id)
        watch.note("pdf_built")
        card = scored(stored)
        answers = assessment_json.write(stored.assessment, questionnaire())
        counts = pulse_json.write(shown.result) if shown else None
        files = Attachments(answers, scorecard_json.write(card).encode(), counts)
        return render(card, reader, translator(reader), attachments=files)

    made_from = f"{kind} with pulse {shown.version}" if shown else kind
    content = services().built.give(copy_of(key, stored, made_from, reader), make)
    return file(content, "application/pdf", f"muster-{kind}-{reader}.pdf")


def file(content: bytes | str, kind: str, name: str) -> Response:
    """Send a file to keep, of a media type, under a name."""
    return Response(content, mimetype=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
