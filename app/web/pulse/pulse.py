"""The staff pulse of an assessment: opened, closed, reopened and reset by its owner; its results."""

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from app.figures import pulse_words
from app.storage.pulse import pulses
from app.storage.pulse.pulses import OwnerPulse, PulseStateError
from app.storage.sealing.roles import OWNER, PULSE_VIEWER, VIEWER
from app.web import access
from app.web.access import OpenAssessment
from app.web.forms.base import Problem, sentences_by_control
from app.web.pulse import suggested_answer, view
from app.web.pulse.closed_pulse import answer_url, load_closed_pulse
from app.web.pulse.forms import ADOPT, CLOSE, OPEN, PulseActionForm, ResetForm
from app.web.request import clock, database, language
from app.web.request.services import services

bp = Blueprint("pulse", __name__, url_prefix=language.ASSESSMENT_PREFIX)
language.localise(bp)


@bp.route("/pulse", methods=["GET", "POST"])
def pulse(id: str) -> ResponseReturnValue:
    """Show the pulse, and open, close or reopen it for its owner, who may take the answer it suggests."""
    if request.method == "GET":
        return _page(access.opened(id, VIEWER, PULSE_VIEWER))
    opened, form = access.opened(id), PulseActionForm.from_request()
    problems = tuple(form.problems())
    if problems:
        return _page(opened, problems, form), 422
    if form.action.data == ADOPT:
        return suggested_answer.adopt(opened)
    try:
        _act(opened, form)
    except PulseStateError:
        # Another owner was faster: the page shows the pulse as it is now.
        database.writing().rollback()
    return redirect(url_for("pulse.pulse", id=id))


@bp.route("/pulse/reset", methods=["GET", "POST"])
def reset(id: str) -> ResponseReturnValue:
    """Show what is deleted, and reset the pulse when the owner confirms."""
    opened = access.opened(id)
    form = ResetForm.from_request_or_blank()
    problems = list(form.problems())
    if form.is_valid:
        try:
            pulses.reset(database.writing(), opened.key)
        except PulseStateError:
            database.writing().rollback()
        return redirect(url_for("pulse.pulse", id=id))
    return access.render("pulse/reset.html", opened, problems=problems), 422 if problems else 200


def _act(opened: OpenAssessment, form: PulseActionForm) -> None:
    key, vault = opened.key, services().vault
    if form.action.data == OPEN:
        asks_policy = form.policy.data == "yes"
        pulses.begin(database.writing(), vault, key, form.grouping.data or "", asks_policy=asks_policy)
    elif form.action.data == CLOSE:
        pulses.close(database.writing(), key, opened.questionnaire, form.closing(clock.utc_today()))
    else:
        pulses.reopen(database.writing(), vault, key)


def _own_pulse(opened: OpenAssessment) -> OwnerPulse | None:
    if opened.role == OWNER:
        return pulses.read_for_owner(database.reading(), opened.key)
    if opened.role == PULSE_VIEWER:
        return pulses.read_for_viewer(database.reading(), opened.key)
    return None


def _page(
    opened: OpenAssessment, problems: tuple[Problem, ...] = (), form: PulseActionForm | None = None
) -> str:
    own = _own_pulse(opened)
    closed, wording = load_closed_pulse(opened), language.wording(opened.questionnaire)
    shared = answer_url(own.code) if own else ""
    # A pulse viewer sees nothing of the assessment but its pulse.
    answers = None if opened.role == PULSE_VIEWER else opened.load().assessment
    return access.render(
        "pulse/pulse.html",
        opened,
        own=own,
        share_address=shared,
        mail=view.mail_text(shared, wording, asks_policy=bool(own and own.published.asks_policy)),
        policy=(form.policy.data,) if form else (),
        invitation=form.invited.data if form else "",
        people=form.people.data if form else "",
        answer_words=wording.answer_words,
        invited=view.invited_choices(wording),
        suggestion=(
            suggested_answer.suggest(opened, own.published if own else None, answers) if answers else None
        ),
        groupings=tuple((*each, "") for each in pulse_words.grouping_names(wording).items()),
        reading=pulse_words.reading_notes(wording),
        earlier=pulse_words.earlier_groups_note(wording),
        no_group=pulse_words.no_groups_note(wording),
        too_few=pulse_words.too_few_answers_note(wording),
        view=view.prepare(closed.result, answers, wording) if closed else None,
        questionnaire=opened.questionnaire,
        problems=problems,
        errors=sentences_by_control(problems),
    )
