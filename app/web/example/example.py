"""The pages and files of the worked example: everybody can read them, and nobody can change them.

Their addresses are those of an assessment whose id is ``example``; no other page of an assessment is there.
"""

from collections.abc import Callable

from flask import Blueprint, Response, abort, current_app, redirect, request, session, url_for
from flask.typing import ResponseReturnValue

from app.exchange import assessment_json, scorecard_json
from app.maturity.scorecard import Scorecard
from app.maturity.text import Language
from app.report.board import render_board
from app.report.board_content import build_board_content, tick_words
from app.report.files import scorecard_files
from app.report.scorecard import render_scorecard
from app.report.tasks import render_tasks
from app.translations.wording_cache import wording_cache
from app.web.example.answers import EXAMPLE, ExampleAssessment, load_example
from app.web.request import clock, language
from app.web.request.files import json_response, pdf_response
from app.web.results.asked import asked_page
from app.web.results.results import render_results
from app.web.results.results_view import ResultsView
from app.web.results.sections import SECTIONS_OF_PAGE, describe_sections
from app.web.scoring import build_scorecard

bp = Blueprint("example", __name__, url_prefix=f"{language.LANGUAGE_PREFIX}/assessment/{EXAMPLE}")
language.localise(bp)

# The example has no peers and no earlier round, and a what-if needs no example: it is for one's own results.
_LEFT_OUT = frozenset({"peers", "what-if", "trend"})


@bp.get("/")
def first_page() -> ResponseReturnValue:
    """Redirect to the first screen of the results."""
    return redirect(url_for("example.results"))


@bp.get("/results")
def results() -> ResponseReturnValue:
    """Show the first screen of the example's results."""
    return _page("results/results.html", "results")


@bp.get("/results/<any(recommendations, domains, survey, why):name>")
def section(name: str) -> ResponseReturnValue:
    """Show one part of the example's results."""
    return _page("results/section.html", name, name)


@bp.get("/results/all")
def everything() -> ResponseReturnValue:
    """Show every part of the example's results and every answer."""
    return _page("results/all.html", "all", *SECTIONS_OF_PAGE)


@bp.get("/results/board")
def board() -> ResponseReturnValue:
    """Show what the example's page for the board says."""

    def draw(opened: ExampleAssessment) -> str:
        view = _view(opened)
        words = {"content": build_board_content(view.card, view.wording), "boxes": tick_words(view.wording)}
        return render_results("results/board.html", opened, view, "board", without=_LEFT_OUT, **words)

    return _drawn_once(draw)


@bp.get("/results/for/<owner>")
def asked(owner: str) -> ResponseReturnValue:
    """Show what the example asks of one role."""

    def draw(opened: ExampleAssessment) -> str:
        view = _view(opened)
        page = asked_page(view, owner)
        return render_results("results/asked.html", opened, view, "asked", without=_LEFT_OUT, asked=page)

    return _drawn_once(draw, owner)


@bp.get("/files/tasks-<owner>.pdf")
def tasks_pdf(owner: str) -> ResponseReturnValue:
    """Send what the example asks of one role."""
    _opened(owner)
    return _pdf("tasks", owner)


@bp.get("/files/scorecard.pdf")
def scorecard_pdf() -> ResponseReturnValue:
    """Send the example's scorecard."""
    return _pdf("scorecard")


@bp.get("/files/board.pdf")
def board_pdf() -> ResponseReturnValue:
    """Send the example's page for the board."""
    return _pdf("board")


@bp.get("/files/scorecard.json")
def scorecard_file() -> ResponseReturnValue:
    """Send every number of the example's scorecard."""
    opened = _opened()
    return json_response(scorecard_json.write(_card(opened)), opened.assessment, "scorecard")


@bp.get("/files/assessment.json")
def assessment_file() -> ResponseReturnValue:
    """Send the example's answers, which can be imported to try the service with them."""
    opened = _opened()
    content = assessment_json.write(opened.assessment, opened.questionnaire)
    return json_response(content, opened.assessment, "assessment")


def _opened(owner: str | None = None) -> ExampleAssessment:
    """Return the example; raise NotFound without one, or if it has no such owner of practices."""
    opened = load_example() or abort(404)
    if owner is not None and owner not in opened.questionnaire.owners:
        abort(404)
    return opened


def _card(opened: ExampleAssessment) -> Scorecard:
    return build_scorecard(opened.questionnaire, opened.load())


def _view(opened: ExampleAssessment) -> ResultsView:
    card = _card(opened)
    return ResultsView(card, language.wording(card.questionnaire), clock.utc_today())


def _page(template: str, page: str, *pages: str) -> str:
    def draw(opened: ExampleAssessment) -> str:
        view = _view(opened)
        sections = describe_sections(view, *(each for each in pages if each not in _LEFT_OUT))
        return render_results(template, opened, view, page, without=_LEFT_OUT, sections=sections)

    return _drawn_once(draw)


def _drawn_once(draw: Callable[[ExampleAssessment], str], owner: str | None = None) -> str:
    """Return a page, which is kept for everybody who comes without a cookie: then it is the same for all."""
    opened = _opened(owner)
    if session:
        return draw(opened)
    pages: dict[str, str] = current_app.extensions.setdefault("muster-example", {})
    if request.path not in pages:
        pages[request.path] = draw(opened)
    return pages[request.path]


def _pdf(kind: str, owner: str = "") -> Response:
    opened, reader = _opened(), language.current()
    content = _content(kind, owner, reader, opened.questionnaire.version)
    return pdf_response(content, opened.assessment, "-".join(filter(None, (kind, owner, reader))))


@wording_cache
def _content(kind: str, owner: str, reader: Language, version: str) -> bytes:
    """Return a PDF of the example by a version of the questionnaire, once: everybody gets the same bytes."""
    card = _card(_opened())
    wording = language.wording(card.questionnaire)
    if owner:
        return render_tasks(card, owner, wording)
    render = render_scorecard if kind == "scorecard" else render_board
    return render(card, wording, attachments=scorecard_files(card))
