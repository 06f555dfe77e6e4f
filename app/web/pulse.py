"""The staff pulse of an assessment: opened, closed, reopened and reset by its owner; its results."""

from dataclasses import dataclass

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.figures import pulse_words
from app.maturity.pulse_results import PulseResult, results
from app.storage import pulses
from app.storage.links import Key
from app.storage.pulses import PulseStateError
from app.storage.reader import OWNER, VIEWER
from app.translations import translator
from app.web import access, database, language, tasks
from app.web.forms.base import Problem
from app.web.forms.pulse import CLOSE, OPEN, ConductForm, ResetForm
from app.web.language import translate as _
from app.web.presentation import pulse_view
from app.web.services import questionnaire, services

bp = Blueprint("pulse", __name__, url_prefix=tasks.PATH)
language.speak(bp)


@dataclass(frozen=True, slots=True)
class Shown:
    """What was published of a closed pulse, set beside the survey, and the version of its document."""

    result: PulseResult
    version: int


def shown(key: Key) -> Shown | None:
    """Give the results of the pulse; None while it is open, and without one that shows anything."""
    found = pulses.published(database.reading(), key)
    if found is None or found[0].is_open:
        return None
    told, asked = found[0], questionnaire()
    result = results(asked.opinions, told.published, told.grouping, asked.survey.n)
    return Shown(result, found[1]) if result.shown else None


@bp.route("/pulse", methods=["GET", "POST"])
def pulse(id: str) -> ResponseReturnValue:
    """Show the pulse, and do with it what its owner asks for."""
    if request.method == "GET":
        key = access.key(id, VIEWER)
        return _page(id, key)
    key, form = access.key(id), ConductForm.sent()
    problems = tuple(form.problems())
    if problems:
        return _page(id, key, problems), 422
    try:
        _do(key, form)
    except PulseStateError:
        # Another owner was faster: the page shows how it stands now.
        database.writing().rollback()
    return redirect(url_for("pulse.pulse", id=id))


@bp.route("/pulse/reset", methods=["GET", "POST"])
def reset(id: str) -> ResponseReturnValue:
    """Say what goes, and reset the pulse once its owner has confirmed it."""
    key = access.key(id)
    form = ResetForm.sent() if request.method == "POST" else ResetForm()
    problems = list(form.problems()) if request.method == "POST" else []
    if request.method == "POST" and not problems:
        try:
            pulses.reset(database.writing(), key)
        except PulseStateError:
            database.writing().rollback()
        return redirect(url_for("pulse.pulse", id=id))
    return render_template("pulse/reset.html", id=id, problems=problems), 422 if problems else 200


def address(code: str) -> str:
    """Give the address that colleagues get, in the reader's language."""
    return url_for("respond.ask", _external=True) + code


def _do(key: Key, form: ConductForm) -> None:
    vault = services().vault
    if form.action.data == OPEN:
        pulses.begin(database.writing(), vault, key, form.grouping.data or "")
    elif form.action.data == CLOSE:
        pulses.close(database.writing(), key, questionnaire().opinions)
    else:
        pulses.reopen(database.writing(), vault, key)


def _page(id: str, key: Key, problems: tuple[Problem, ...] = ()) -> str:
    own = pulses.of_owner(database.reading(), key) if key.role == OWNER else None
    found, reader = shown(key), language.current()
    shared = address(own.code) if own else ""
    return render_template(
        "pulse/pulse.html",
        id=id,
        own=own,
        share_address=shared,
        mail=pulse_view.mail(shared, _),
        groupings=tuple((*each, "") for each in pulse_words.groupings(_).items()),
        reading=pulse_words.reading(_),
        earlier=pulse_words.earlier(_),
        no_group=pulse_words.no_group(_),
        too_few=pulse_words.too_few(_),
        view=pulse_view.prepare(found.result, reader, translator(reader)) if found else None,
        questionnaire=questionnaire(),
        problems=problems,
        errors={problem.control: problem.sentence for problem in problems},
    )
