"""The results of an assessment, its target levels, and what would change if advice were followed."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.maturity import scorecard
from app.maturity.answers import Assessment
from app.maturity.cohort import Cell
from app.maturity.peers import among_peers
from app.maturity.scorecard import Scorecard, what_if
from app.maturity.snapshot import Snapshot
from app.storage import assessments, snapshots
from app.storage.documents import TARGETS, Stored
from app.storage.errors import ConflictError
from app.storage.reader import VIEWER
from app.translations import translator
from app.web import access, database, language, tasks
from app.web.forms.base import Problem
from app.web.forms.entry import what_if_form
from app.web.forms.target import target_form
from app.web.peers import terms
from app.web.presentation.advice import advise
from app.web.presentation.results_view import prepare
from app.web.services import questionnaire

bp = Blueprint("results", __name__, url_prefix=tasks.PATH)
language.speak(bp)


def scored(stored: Stored) -> Scorecard:
    """Score what is stored; interim until Complete is pressed."""
    return scorecard.build(questionnaire(), stored.assessment, pressed=stored.complete)


def published(assessment: Assessment, *, complete: bool) -> Snapshot | None:
    """Read what is published of an assessment’s peers; of an interim one nothing is asked."""
    profile = assessment.profile
    if not complete:
        return None
    cell = Cell(profile.organisation_type, profile.size_band)
    return snapshots.published_beside(database.reading(), assessment.version, profile.variant, cell)


@bp.get("/results")
def results(id: str) -> ResponseReturnValue:
    """Show the scorecard."""
    stored = assessments.load(database.reading(), access.key(id, VIEWER))
    return _results(id, scored(stored))


@bp.get("/what-if")
def back_to_results(id: str) -> ResponseReturnValue:
    """Lead whoever switches the language of a supposition back to the results, where it is asked."""
    return redirect(url_for("results.results", id=id))


@bp.post("/what-if")
def suppose(id: str) -> ResponseReturnValue:
    """Show the scores as they would be if the ticked recommendations were carried out."""
    stored = assessments.load(database.reading(), access.key(id, VIEWER))
    today = scored(stored)
    form = what_if_form(tuple(each.question.id for each in today.recommendations)).sent()
    problems = tuple(form.problems())
    ticked = tuple(dict.fromkeys(form.reach.raw_data or ()))
    if problems:
        return _results(id, today, problems, frozenset(ticked)), 422
    supposed = scorecard.build(
        questionnaire(), what_if(questionnaire(), stored.assessment, ticked), pressed=stored.complete
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
        form, status = target_form(letters).sent(), 422
        version = form.seen(version)
        if form.may_be_stored:
            chosen_targets = form.targets(stored.assessment)
            try:
                if form.is_behind(stored.versions[TARGETS]):
                    raise ConflictError(TARGETS, stored)
                version = assessments.save_targets(
                    database.writing(), key, chosen_targets, expected_version=form.expected
                )
                if form.is_sound:
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
    peers = among_peers(card, published(card.assessment, complete=card.complete))
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
