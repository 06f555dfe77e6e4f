"""The results and files of a closed round: what they were when it was closed.

Their addresses are those of the present results after the number of the round.
"""

from collections.abc import Callable
from typing import Any

from flask import Blueprint, Response, redirect, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from app.exchange import assessment_json, scorecard_json
from app.maturity.peers.standings import peer_standings
from app.maturity.pulse.results import PulseResult
from app.report.board_content import build_board_content, tick_words
from app.report.tasks import render_tasks
from app.storage.sealing.errors import ForbiddenError
from app.storage.sealing.pdf_keys import derive_pdf_key
from app.web.pulse.closed_pulse import build_pulse_result
from app.web.request import language, rate_limits, request_log
from app.web.request.files import json_response, pdf_response
from app.web.request.services import services
from app.web.results.asked import asked_page
from app.web.results.pdf_content import PdfContent
from app.web.results.results import render_results
from app.web.results.results_view import ResultsView
from app.web.results.sections import SECTIONS_OF_PAGE, describe_sections
from app.web.rounds.open_round import OpenRound, open_round

bp = Blueprint("round_results", __name__, url_prefix=f"{language.ASSESSMENT_PREFIX}/rounds/<int:number>")
language.localise(bp)

# A what-if is about what can still be done.
LEFT_OUT = frozenset({"what-if"})


@bp.get("/")
def first_page(id: str, number: int) -> ResponseReturnValue:
    """Redirect to the first screen of the results."""
    return redirect(url_for("round_results.results", id=id, number=number))


@bp.get("/results")
def results(id: str, number: int) -> str:
    """Show level and score, what held them back, and what was to do first."""
    shown = open_round(id, number)
    return _page("results/results.html", shown, "results")


@bp.get("/results/<any(recommendations, domains, survey, peers, why):name>")
def section(id: str, number: int, name: str) -> str:
    """Show one part of the results."""
    shown = open_round(id, number)
    view = round_view(shown)
    return _page("results/section.html", shown, name, view, sections=describe_sections(view, name))


@bp.get("/results/all")
def everything(id: str, number: int) -> str:
    """Show every part of the results and every answer, for print."""
    shown = open_round(id, number)
    view = round_view(shown)
    sections = describe_sections(view, *SECTIONS_OF_PAGE)
    return _page("results/all.html", shown, "all", view, sections=sections)


@bp.get("/results/board")
def board(id: str, number: int) -> str:
    """Show what the page for the board said."""
    shown = open_round(id, number)
    view = round_view(shown)
    words = {
        "content": build_board_content(view.card, view.wording, view.standings),
        "boxes": tick_words(view.wording),
    }
    return _page("results/board.html", shown, "board", view, **words)


@bp.get("/results/for/<owner>")
def asked(id: str, number: int, owner: str) -> str:
    """Show what was asked of one role."""
    shown = open_round(id, number)
    _check_owner(shown, owner)
    view = round_view(shown)
    return _page("results/asked.html", shown, "asked", view, asked=asked_page(view, owner))


@bp.get("/files/scorecard.pdf")
def scorecard_pdf(id: str, number: int) -> Response:
    """Send the scorecard of the round, the same bytes each time."""
    shown = open_round(id, number)
    return _pdf(shown, "scorecard", lambda: _pdf_content(shown).render_scorecard())


@bp.get("/files/board.pdf")
def board_pdf(id: str, number: int) -> Response:
    """Send the one page for the board."""
    shown = open_round(id, number)
    return _pdf(shown, "board", lambda: _pdf_content(shown).render_board())


@bp.get("/files/tasks-<owner>.pdf")
def tasks_pdf(id: str, number: int, owner: str) -> Response:
    """Send what was asked of one role."""
    shown = open_round(id, number)
    _check_owner(shown, owner)
    wording = language.wording(shown.questionnaire)
    return _pdf(shown, f"tasks-{owner}", lambda: render_tasks(shown.card, owner, wording))


@bp.get("/files/scorecard.json")
def scorecard_file(id: str, number: int) -> Response:
    """Send every number of the round’s scorecard."""
    shown = open_round(id, number)
    return json_response(scorecard_json.write(shown.card), shown.closed.assessment, "scorecard")


@bp.get("/files/assessment.json")
def assessment_file(id: str, number: int) -> Response:
    """Send the answers of the round, which can be imported again."""
    shown = open_round(id, number)
    if not shown.shows_answers:
        raise ForbiddenError
    content = assessment_json.write(shown.closed.assessment, shown.questionnaire)
    return json_response(content, shown.closed.assessment, "assessment")


def _check_owner(shown: OpenRound, owner: str) -> None:
    if owner not in shown.questionnaire.owners:
        raise NotFound


def _pulse(shown: OpenRound) -> PulseResult | None:
    pulse = shown.closed.pulse
    return build_pulse_result(pulse, shown.questionnaire) if pulse else None


def round_view(shown: OpenRound) -> ResultsView:
    """Return the results of a round as they were when it was closed."""
    card, summary = shown.card, shown.closed.summary
    return ResultsView(
        card,
        language.wording(card.questionnaire),
        summary.completed_on,
        peer_standings(card, shown.closed.snapshot),
        _pulse(shown),
    )


def _page(
    template: str, shown: OpenRound, page: str, view: ResultsView | None = None, **values: object
) -> str:
    own = round_values(shown)
    return render_results(template, shown, view or round_view(shown), page, without=LEFT_OUT, **own, **values)


def round_values(shown: OpenRound) -> dict[str, Any]:
    """Return what the frame of a page needs to know of a round."""
    return {"round": shown.closed.summary, "assessment_id": shown.opened.id, "link_role": shown.opened.role}


def _pdf_content(shown: OpenRound) -> PdfContent:
    return PdfContent(shown.card, _pulse(shown), shown.closed.snapshot, shown.shows_answers)


def _pdf(shown: OpenRound, kind: str, render: Callable[[], bytes]) -> Response:
    def build() -> bytes:
        rate_limits.hit_pdf_limit(shown.opened.id)
        request_log.record_event("pdf_built")
        return render()

    reader = language.current()
    key = derive_pdf_key(shown.opened.key, shown.stored, f"round {shown.number} {kind}", reader)
    content = services().pdf_cache.get_or_build(key, build)
    return pdf_response(content, shown.closed.assessment, f"{kind}-{reader}")
