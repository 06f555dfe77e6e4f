"""The files of results: one list for the present ones, for each closed round and for the worked example."""

from collections.abc import Callable, Mapping

from flask import Response, redirect
from flask.typing import ResponseReturnValue

from app.exchange import assessment_json, scorecard_json
from app.maturity.peers.standings import PeerStandings, peer_standings
from app.report.board import render_board
from app.report.files import scorecard_files
from app.report.pack import render_pack
from app.report.scorecard import render_scorecard
from app.report.tasks import render_tasks
from app.report.voices.meeting_sheet import render_meeting_sheet
from app.storage.sealing.errors import ForbiddenError
from app.web.request import language
from app.web.request.files import json_response, pdf_response
from app.web.results.downloads.leave_out_form import leaves_out_voices
from app.web.results.downloads.workbook_and_plan import PLAN_FILES
from app.web.results.pages import require_owner
from app.web.results.shown_results import ShownResults


def scorecard_pdf(shown: ShownResults) -> Response:
    """Send the scorecard with its closed staff pulse, its peers and, unless left out, independent answers."""
    voices = None if leaves_out_voices() else shown.voices

    def build() -> bytes:
        standings = _standings(shown)
        history = shown.history
        files = None
        if shown.shows_answers:
            files = scorecard_files(shown.card, shown.pulse, standings, history, shown.whole_file, voices)
        return render_scorecard(
            shown.card,
            language.wording(shown.questionnaire),
            attachments=files,
            pulse=shown.pulse,
            standings=standings,
            history=history,
            plan=shown.plan,
            voices=voices,
            shows_answers=shown.shows_answers,
        )

    content = shown.keep_pdf("scorecard-voices" if voices else "scorecard", build)
    return pdf_response(content, shown.assessment, f"scorecard-{language.current()}")


def board_pdf(shown: ShownResults) -> Response:
    """Send the one page for the board, which does not show the pulse."""

    def build() -> bytes:
        standings, history = _standings(shown), shown.history
        files = None
        if shown.shows_answers:
            files = scorecard_files(shown.card, standings=standings, history=history, whole=shown.whole_file)
        return render_board(
            shown.card,
            language.wording(shown.questionnaire),
            attachments=files,
            standings=standings,
            history=history,
            review=shown.review,
        )

    return _pdf(shown, "board", build)


def pack_pdf(shown: ShownResults) -> Response:
    """Send the board's page and the scorecard as one file, without independent answers."""

    def build() -> bytes:
        standings, history = _standings(shown), shown.history
        files = None
        if shown.shows_answers:
            files = scorecard_files(shown.card, shown.pulse, standings, history, shown.whole_file)
        return render_pack(
            shown.card,
            language.wording(shown.questionnaire),
            attachments=files,
            pulse=shown.pulse,
            standings=standings,
            history=history,
            plan=shown.plan,
            review=shown.review,
            shows_answers=shown.shows_answers,
        )

    return _pdf(shown, "pack", build)


def tasks_pdf(shown: ShownResults, owner: str) -> Response:
    """Send what is asked of one role, without the answers of others and without files."""
    require_owner(shown, owner)
    wording = language.wording(shown.questionnaire)
    return _pdf(shown, f"tasks-{owner}", lambda: render_tasks(shown.card, owner, wording))


def meeting_pdf(shown: ShownResults) -> ResponseReturnValue:
    """Send the sheet on which a meeting settles where colleagues disagree, or redirect if there is none."""
    if not shown.shows_voices:
        raise ForbiddenError
    voices = shown.voices
    if voices is None:
        return redirect(language.address("results.results", id=shown.id))
    wording = language.wording(shown.questionnaire)
    return _pdf(shown, "meeting", lambda: render_meeting_sheet(shown.card, voices, wording))


def scorecard_file(shown: ShownResults) -> Response:
    """Send every number of the scorecard."""
    content = scorecard_json.write(shown.card, shown.history, shown.voices)
    return json_response(content, shown.assessment, "scorecard")


def assessment_file(shown: ShownResults) -> Response:
    """Send the answers, which can be imported again."""
    if not shown.shows_answers:
        raise ForbiddenError
    content = assessment_json.write_file(shown.whole_file)
    return json_response(content, shown.assessment, "assessment")


# The address of each file after that of the results, and the file.
FILES: Mapping[str, Callable[..., ResponseReturnValue]] = {
    "files/scorecard.pdf": scorecard_pdf,
    "files/board.pdf": board_pdf,
    "files/pack.pdf": pack_pdf,
    "files/tasks-<owner>.pdf": tasks_pdf,
    "files/meeting.pdf": meeting_pdf,
    "files/scorecard.json": scorecard_file,
    "files/assessment.json": assessment_file,
    **PLAN_FILES,
}


def _pdf(shown: ShownResults, kind: str, build: Callable[[], bytes]) -> Response:
    content = shown.keep_pdf(kind, build)
    return pdf_response(content, shown.assessment, f"{kind}-{language.current()}")


def _standings(shown: ShownResults) -> PeerStandings | None:
    """Return the standings, or None while no cohort is published."""
    standings = peer_standings(shown.card, shown.snapshot)
    return standings if standings and standings.cohorts else None
