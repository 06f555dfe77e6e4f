"""The results of an assessment, its target levels, and what would change if advice were followed."""

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from app.maturity import scorecard
from app.maturity.peers.standings import peer_standings
from app.maturity.scorecard import Scorecard, what_if
from app.storage.assessments import assessments
from app.storage.sealing.documents import TARGETS
from app.storage.sealing.errors import ConflictError
from app.storage.sealing.roles import VIEWER
from app.translations import translator
from app.web import access
from app.web.access import OpenAssessment
from app.web.forms.base import Problem
from app.web.forms.sign_in import what_if_form
from app.web.peers.terms import terms
from app.web.request import database, language
from app.web.results.advice import advise
from app.web.results.results_view import prepare
from app.web.results.target_form import target_form
from app.web.scoring import build_scorecard, load_peer_snapshot

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
    """Show the scores as they would be if the ticked recommendations were carried out."""
    opened = access.opened(id, VIEWER)
    stored = opened.load()
    questionnaire = opened.questionnaire
    today = build_scorecard(questionnaire, stored)
    form = what_if_form(tuple(each.question.id for each in today.recommendations)).from_request()
    problems = tuple(form.problems())
    ticked = tuple(dict.fromkeys(form.reach.raw_data or ()))
    if problems:
        return _results(opened, today, problems, frozenset(ticked)), 422
    supposed = scorecard.build(
        questionnaire, what_if(questionnaire, stored.assessment, ticked), completed=stored.complete
    )
    reader = language.current()
    return access.render(
        "results/what_if.html",
        opened,
        scorecard=today,
        supposed=supposed,
        reached=ticked,
        ticked=frozenset(ticked),
        advice=advise(today, reader, translator(reader)),
    )


@bp.route("/targets", methods=["GET", "POST"])
def targets(id: str) -> ResponseReturnValue:
    """Set the level that each domain aims at."""
    opened = access.opened(id)
    stored = opened.load()
    questionnaire = opened.questionnaire
    version, status, theirs = stored.versions[TARGETS], 200, None
    form_class = target_form(questionnaire.domains)
    chosen = {letter: str(stored.assessment.target(letter)) for letter in form_class.letters}
    form = form_class()
    if request.method == "POST":
        form, status = form_class.from_request(), 422
        version = form.version_to_show(version)
        if form.may_be_stored:
            chosen_targets = form.targets(stored.assessment)
            try:
                if form.is_outdated(stored.versions[TARGETS]):
                    raise ConflictError(TARGETS, stored)
                version = assessments.save_targets(
                    database.writing(), opened.key, chosen_targets, expected_version=form.expected_version
                )
                if form.is_valid:
                    return redirect(url_for("results.results", id=id))
            except ConflictError as error:
                version, status, theirs = error.version, 409, error.stored.assessment
        chosen.update(
            {letter: request.form.get(f"target-{letter}", chosen[letter]) for letter in form_class.letters}
        )
    problems = list(form.problems()) if status == 422 else []
    page = access.render(
        "results/targets.html",
        opened,
        questionnaire=questionnaire,
        chosen=chosen,
        problems=problems,
        errors={problem.control: problem.sentence for problem in problems},
        version=version,
        theirs=theirs,
    )
    return page, status


def _results(
    opened: OpenAssessment,
    card: Scorecard,
    problems: tuple[Problem, ...] = (),
    ticked: frozenset[str] = frozenset(),
) -> str:
    reader = language.current()
    peers = peer_standings(card, load_peer_snapshot(card.assessment, complete=card.complete))
    view = prepare(card, peers, reader, translator(reader))
    return access.render(
        "results/results.html",
        opened,
        scorecard=card,
        view=view,
        problems=problems,
        ticked=ticked,
        **terms(),
    )
