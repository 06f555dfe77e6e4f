"""The results of an assessment: the first screen, a page for each part, and everything on one page."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from app.maturity.peers.standings import peer_standings
from app.storage.sealing.roles import VIEWER
from app.web import access
from app.web.access import OpenAssessment, ShownAssessment
from app.web.peers.terms import terms
from app.web.pulse import closed_pulse
from app.web.request import clock, language
from app.web.results.results_view import ResultsView
from app.web.results.sections import SECTIONS_OF_PAGE, describe_sections, result_pages
from app.web.scoring import build_scorecard, load_peer_snapshot

bp = Blueprint("results", __name__, url_prefix=language.ASSESSMENT_PREFIX)
language.localise(bp)

# The sections that show peers; the others do not wait for their figures.
_WITH_PEERS = frozenset({"peers"})
_WITH_PULSE = frozenset({"survey"})


@bp.get("/results")
def results(id: str) -> ResponseReturnValue:
    """Show level and score, what holds them back, and what to do first."""
    opened = access.opened(id, VIEWER)
    return render_results("results/results.html", opened, load_view(opened), "results")


@bp.get("/results/recommendations", defaults={"name": "recommendations"})
@bp.get("/results/domains", defaults={"name": "domains"})
@bp.get("/results/survey", defaults={"name": "survey"})
@bp.get("/results/peers", defaults={"name": "peers"})
@bp.get("/results/why", defaults={"name": "why"})
def section(id: str, name: str) -> ResponseReturnValue:
    """Show one part of the results."""
    opened = access.opened(id, VIEWER)
    view = load_view(opened, with_peers=name in _WITH_PEERS, with_pulse=name in _WITH_PULSE)
    return render_results("results/section.html", opened, view, name, sections=describe_sections(view, name))


@bp.get("/results/all")
def everything(id: str) -> ResponseReturnValue:
    """Show every part of the results and every answer, for print."""
    opened = access.opened(id, VIEWER)
    view = load_view(opened, with_peers=True, with_pulse=True)
    sections = describe_sections(view, *SECTIONS_OF_PAGE)
    return render_results("results/all.html", opened, view, "all", sections=sections)


@bp.get("/what-if")
def former_what_if(id: str) -> ResponseReturnValue:
    """Redirect from the address that the what-if had in version 1.0."""
    return redirect(url_for("what_if.what_if", id=id))


def load_view(opened: OpenAssessment, *, with_peers: bool = False, with_pulse: bool = False) -> ResultsView:
    """Return the results of an open assessment as its link may see them."""
    stored = opened.load()
    card = build_scorecard(opened.questionnaire, stored)
    snapshot = load_peer_snapshot(card.assessment, complete=card.complete) if with_peers else None
    standings = peer_standings(card, snapshot) if with_peers else None
    closed = closed_pulse.load_closed_pulse(opened) if with_pulse else None
    return ResultsView(
        card,
        language.wording(card.questionnaire),
        clock.utc_today(),
        standings,
        closed.result if closed else None,
    )


def render_results(
    template: str,
    opened: ShownAssessment,
    view: ResultsView,
    page: str,
    *,
    without: frozenset[str] = frozenset(),
    **values: object,
) -> str:
    """Return a page of the results with the list of all of them, but those named in ``without``."""
    pages = tuple(each for each in result_pages(view.card, view.wording) if each.name not in without)
    return access.render(
        template,
        opened,
        scorecard=view.card,
        view=view,
        page=page,
        pages=pages,
        pages_of="results.results",
        **terms(),
        **values,
    )
