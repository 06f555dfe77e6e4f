"""The results of an assessment, its target levels, and the what-if."""

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import Connection

from app.maturity import scorecard
from app.maturity.peers.standings import peer_standings
from app.maturity.scorecard import Scorecard, what_if
from app.storage.assessments import assessments
from app.storage.sealing.documents import TARGETS
from app.storage.sealing.roles import VIEWER
from app.web import access
from app.web.access import OpenAssessment
from app.web.forms.base import Problem, sentences_by_control
from app.web.peers.terms import terms
from app.web.request import language, notice
from app.web.results.advice import advise
from app.web.results.results_view import prepare
from app.web.results.target_form import target_form
from app.web.results.what_if_form import WhatIfForm
from app.web.scoring import build_scorecard, load_peer_snapshot
from app.web.versioned_save import unsent, versioned_save

bp = Blueprint("results", __name__, url_prefix=language.ASSESSMENT_PREFIX)
language.localise(bp)


@bp.get("/results")
def results(id: str) -> ResponseReturnValue:
    """Show the scorecard."""
    opened = access.opened(id, VIEWER)
    stored = opened.load()
    return _results(opened, build_scorecard(opened.questionnaire, stored))


@bp.get("/what-if")
def back_to_results(id: str) -> ResponseReturnValue:
    """Redirect to the results, where a what-if is asked, when its page is reloaded in another language."""
    return redirect(url_for("results.results", id=id))


@bp.post("/what-if")
def suppose(id: str) -> ResponseReturnValue:
    """Show the scores that would result if the ticked recommendations were carried out."""
    opened = access.opened(id, VIEWER)
    stored = opened.load()
    questionnaire = opened.questionnaire
    today = build_scorecard(questionnaire, stored)
    form = WhatIfForm.from_request(ids=[each.question.id for each in today.recommendations])
    problems = tuple(form.problems())
    ticked = form.ticked
    if problems:
        return _results(opened, today, problems, frozenset(ticked)), 422
    supposed = scorecard.build(
        questionnaire, what_if(questionnaire, stored.assessment, ticked), completed=stored.complete
    )
    return access.render(
        "results/what_if.html",
        opened,
        scorecard=today,
        supposed=supposed,
        reached=ticked,
        ticked=frozenset(ticked),
        advice=advise(today, language.wording(today.questionnaire)),
    )


@bp.route("/targets", methods=["GET", "POST"])
def targets(id: str) -> ResponseReturnValue:
    """Set the level that each domain aims at."""
    opened = access.opened(id)
    stored = opened.load()
    questionnaire = opened.questionnaire
    form_class, result = target_form(questionnaire.domains), unsent(stored, TARGETS)
    chosen = {letter: str(stored.assessment.target(letter)) for letter in form_class.letters}
    if request.method == "POST":
        form = form_class.from_request()
        levels = form.targets(stored.assessment)

        def save(connection: Connection, expected: int) -> int:
            return assessments.save_targets(connection, opened.key, levels, expected_version=expected)

        result = versioned_save(form, stored, TARGETS, save)
        if result.is_saved:
            notice.leave_saved(id, notice.SAVED)
            return redirect(url_for("results.results", id=id))
        chosen |= form.sent_targets
    page = access.render(
        "results/targets.html",
        opened,
        questionnaire=questionnaire,
        chosen=chosen,
        problems=result.problems,
        errors=sentences_by_control(result.problems),
        version=result.version,
        theirs=result.conflict.assessment if result.conflict else None,
    )
    return page, result.status


def _results(
    opened: OpenAssessment,
    card: Scorecard,
    problems: tuple[Problem, ...] = (),
    ticked: frozenset[str] = frozenset(),
) -> str:
    peers = peer_standings(card, load_peer_snapshot(card.assessment, complete=card.complete))
    view = prepare(card, peers, language.wording(card.questionnaire))
    return access.render(
        "results/results.html",
        opened,
        scorecard=card,
        view=view,
        problems=problems,
        ticked=ticked,
        **terms(),
    )
