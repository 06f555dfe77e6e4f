"""The results of an assessment, its target levels, and what would change if advice were followed."""

from flask import Blueprint, redirect, render_template, request, url_for
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
from app.web.forms.base import Problem
from app.web.forms.sign_in import what_if_form
from app.web.peers.terms import terms
from app.web.request import database, language
from app.web.request.services import questionnaire
from app.web.results.advice import advise
from app.web.results.results_view import prepare
from app.web.results.target_form import target_form
from app.web.scoring import build_scorecard, load_peer_snapshot

bp = Blueprint("results", __name__, url_prefix=language.ASSESSMENT_PREFIX)
language.localise(bp)


@bp.get("/results")
def results(id: str) -> ResponseReturnValue:
    """Show the scorecard."""
    stored = assessments.load(database.reading(), access.key(id, VIEWER))
    return _results(id, build_scorecard(stored))


@bp.get("/what-if")
def back_to_results(id: str) -> ResponseReturnValue:
    """Lead whoever switches the language of a supposition back to the results, where it is asked."""
    return redirect(url_for("results.results", id=id))


@bp.post("/what-if")
def suppose(id: str) -> ResponseReturnValue:
    """Show the scores as they would be if the ticked recommendations were carried out."""
    stored = assessments.load(database.reading(), access.key(id, VIEWER))
    today = build_scorecard(stored)
    form = what_if_form(tuple(each.question.id for each in today.recommendations)).from_request()
    problems = tuple(form.problems())
    ticked = tuple(dict.fromkeys(form.reach.raw_data or ()))
    if problems:
        return _results(id, today, problems, frozenset(ticked)), 422
    supposed = scorecard.build(
        questionnaire(), what_if(questionnaire(), stored.assessment, ticked), completed=stored.complete
    )
    reader = language.current()
    return render_template(
        "results/what_if.html",
        id=id,
        scorecard=today,
        supposed=supposed,
        reached=ticked,
        ticked=frozenset(ticked),
        advice=advise(today, reader, translator(reader)),
    )


@bp.route("/targets", methods=["GET", "POST"])
def targets(id: str) -> ResponseReturnValue:
    """Set the level that each domain aims at."""
    key = access.key(id)
    stored = assessments.load(database.reading(), key)
    version, status, theirs = stored.versions[TARGETS], 200, None
    letters = tuple(domain.letter for domain in questionnaire().domains)
    chosen = {letter: str(stored.assessment.target(letter)) for letter in letters}
    form = target_form(letters)()
    if request.method == "POST":
        form, status = target_form(letters).from_request(), 422
        version = form.version_to_show(version)
        if form.may_be_stored:
            chosen_targets = form.targets(stored.assessment)
            try:
                if form.is_outdated(stored.versions[TARGETS]):
                    raise ConflictError(TARGETS, stored)
                version = assessments.save_targets(
                    database.writing(), key, chosen_targets, expected_version=form.expected_version
                )
                if form.is_valid:
                    return redirect(url_for("results.results", id=id))
            except ConflictError as error:
                version, status, theirs = error.version, 409, error.stored.assessment
        chosen.update({letter: request.form.get(f"target-{letter}", chosen[letter]) for letter in letters})
    problems = list(form.problems()) if status == 422 else []
    page = render_template(
        "results/targets.html",
        id=id,
        questionnaire=questionnaire(),
        chosen=chosen,
        problems=problems,
        errors={problem.control: problem.sentence for problem in problems},
        version=version,
        theirs=theirs,
    )
    return page, status


def _results(
    id: str, card: Scorecard, problems: tuple[Problem, ...] = (), ticked: frozenset[str] = frozenset()
) -> str:
    reader = language.current()
    peers = peer_standings(card, load_peer_snapshot(card.assessment, complete=card.complete))
    view = prepare(card, peers, reader, translator(reader))
    return render_template(
        "results/results.html",
        id=id,
        scorecard=card,
        view=view,
        problems=problems,
        ticked=ticked,
        **terms(),
    )
