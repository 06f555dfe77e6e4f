"""The pages of results: one list for the present ones, for each closed round and for the worked example."""

from collections.abc import Callable, Mapping
from typing import Any

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue

from app.figures.rounds.trend import trend_chart
from app.figures.typography import PHONE_WIDTH
from app.maturity.peers.standings import peer_standings
from app.maturity.plan.arrangement import SORT_KEYS, sort_actions
from app.report.board_content import build_board_content, tick_words
from app.report.rounds.change_words import describe_change
from app.report.rounds.trend_words import describe_trend, draw_overall, trend_reading
from app.web import access
from app.web.charts import draw_chart
from app.web.clauses.clause_view import describe_clauses
from app.web.peers.terms import terms
from app.web.plan.beside_results import PlanBesideResults, describe_beside
from app.web.plan.plan_view import ActionViews, describe_plan
from app.web.request import language
from app.web.results.results_view import ResultsView
from app.web.results.sections import SECTIONS_OF_PAGE, describe_sections, result_pages
from app.web.results.shown_results import ShownResults

# The pages that show peers and the pulse; the others do not wait for their figures.
_WITH_PEERS = frozenset({"peers", "all", "board"})
_WITH_PULSE = frozenset({"survey", "all"})
# This one shows the plan and the model clauses beside each recommendation.
_WITH_ADVICE = frozenset({"recommendations"})

# The parts of an address that say whose results they are.
_PLACE = frozenset({"id", "number"})

Respond = Callable[..., ResponseReturnValue]
OpenResults = Callable[..., ShownResults]


def results(shown: ShownResults) -> str:
    """Show level and score, what holds them back, and what to do first."""
    view = results_view(shown, "results")
    values = {"beside": _beside(shown, view), "has_voices": shown.voices is not None}
    return render_results("results/results.html", shown, "results", view, **values)


def section(shown: ShownResults, name: str) -> str:
    """Show one part of the results."""
    _require(shown, name)
    view = results_view(shown, name)
    return render_section(shown, name, view)


def render_section(shown: ShownResults, name: str, view: ResultsView, **values: object) -> str:
    """Return the page of one part of the results."""
    if name in _WITH_ADVICE:
        values |= {"beside": _beside(shown, view), "clauses": describe_clauses(view.wording)}
    sections = describe_sections(view, name)
    return render_results("results/section.html", shown, name, view, sections=sections, **values)


def everything(shown: ShownResults) -> str:
    """Show every part of the results and every answer, for print."""
    view = results_view(shown, "all")
    pages = (each for each in SECTIONS_OF_PAGE if each not in shown.without)
    sections = describe_sections(view, *pages)
    return render_results("results/all.html", shown, "all", view, sections=sections, **_changes(shown, view))


def board(shown: ShownResults) -> str:
    """Show position, what holds it back, the decisions, the peers and the next review."""
    view = results_view(shown, "board")
    content = build_board_content(view.card, view.wording, view.standings, shown.history, shown.review)
    line = draw_overall(shown.history, view.wording, PHONE_WIDTH) if content.trend else None
    return render_results(
        "results/board.html",
        shown,
        "board",
        view,
        content=content,
        boxes=tick_words(view.wording),
        trend_line=draw_chart(line) if line else None,
    )


def asked(shown: ShownResults, owner: str) -> str:
    """Show the recommendations of the practices that a role owns."""
    require_owner(shown, owner)
    view = results_view(shown, "asked")
    return render_results("results/asked.html", shown, "asked", view, asked=view.asked_of(owner))


def trend(shown: ShownResults) -> str:
    """Show what changed since the last round of the same variant."""
    _require(shown, "trend")
    view = results_view(shown, "trend")
    return render_results("results/trend.html", shown, "trend", view, **_changes(shown, view))


def _changes(shown: ShownResults, view: ResultsView) -> dict[str, object]:
    """Return the words and the chart of what changed; without an earlier round there are none."""
    history, trend, picture = shown.history, describe_trend(shown.history, view.wording), None
    if history.trend and trend:
        picture = draw_chart(trend_chart(history.trend, trend, view.wording, width=PHONE_WIDTH))
    return {
        "change": describe_change(history, view.wording),
        "trend": trend,
        "picture": picture,
        "reading": trend_reading(view.wording),
    }


# The address of each page after that of the results, and the page.
PAGES: Mapping[str, Callable[..., str]] = {
    "results": results,
    "results/<any(recommendations, domains, survey, peers, why):name>": section,
    "results/all": everything,
    "results/board": board,
    "results/for/<owner>": asked,
    "results/trend": trend,
}


def plan(shown: ShownResults) -> str:
    """Show every action of a plan that nobody can change."""
    _require(shown, "plan")
    view = results_view(shown, "plan")
    questionnaire = shown.questionnaire
    actions = ActionViews(view.wording, shown.moment).stored(
        sort_actions(shown.plan, SORT_KEYS[0], questionnaire, shown.moment)
    )
    words = describe_plan(shown.plan, view.wording, shown.moment)
    return render_results("results/plan.html", shown, "plan", view, views=actions, words=words)


# The plan of the present results has a page of its own, where it is changed.
KEPT_PAGES: Mapping[str, Callable[..., str]] = {**PAGES, "plan": plan}


def add_views(
    blueprint: Blueprint, views: Mapping[str, Callable[..., Any]], open_results: OpenResults
) -> None:
    """Add pages or files of results to a blueprint; a function opens the results by their address."""
    for address, view in views.items():
        blueprint.add_url_rule(f"/{address}", view.__name__, _opened_first(view, open_results))


def _opened_first(view: Callable[..., Any], open_results: OpenResults) -> Respond:
    def respond(**values: str) -> ResponseReturnValue:
        place = {name: values.pop(name) for name in _PLACE & values.keys()}
        answer: ResponseReturnValue = view(open_results(**place), **values)
        return answer

    return respond


def results_view(shown: ShownResults, page: str) -> ResultsView:
    """Return what a page of results shows."""
    card = shown.card
    return ResultsView(
        card,
        language.wording(card.questionnaire),
        shown.today,
        peer_standings(card, shown.snapshot) if page in _WITH_PEERS else None,
        shown.pulse if page in _WITH_PULSE else None,
    )


def render_results(
    template: str, shown: ShownResults, page: str, view: ResultsView | None = None, **values: object
) -> str:
    """Return a page of results with the list of all that there are."""
    view = view or results_view(shown, page)
    listed = result_pages(view.card, view.wording)
    return access.render(
        template,
        shown,
        scorecard=view.card,
        view=view,
        page=page,
        pages=tuple(each for each in listed if each.name not in shown.without),
        pages_of="results.results",
        **terms(),
        **shown.frame,
        **values,
    )


def _beside(shown: ShownResults, view: ResultsView) -> PlanBesideResults:
    return describe_beside(shown.plan, view.wording, shown.moment)


def require_owner(shown: ShownResults, owner: str) -> None:
    """Answer that there is no such page unless a role owns practices of the questionnaire."""
    if owner not in shown.questionnaire.owners:
        abort(404)


def _require(shown: ShownResults, page: str) -> None:
    if page in shown.without:
        abort(404)
