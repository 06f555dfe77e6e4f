"""The page on which an owner begins a new round with last time’s answers, and the button that undoes it."""

from collections.abc import Iterator
from functools import partial

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound
from wtforms import StringField

from app.maturity.questionnaire import Questionnaire
from app.maturity.rounds.new_round import begin_round
from app.maturity.rounds.round import MAX_ROUNDS
from app.maturity.versions.upgrade import plan_upgrade
from app.storage.pulse import pulses
from app.storage.rounds import beginning, rounds
from app.storage.sealing.documents import StoredAssessment
from app.storage.sealing.errors import ConflictError
from app.translations import N_
from app.web import access
from app.web.access import OpenAssessment
from app.web.assessment.upgrade_words import changed_text_name, scoring_changes
from app.web.forms.base import ButtonForm, Form, Problem, chosen_from
from app.web.forms.profile import VARIANTS
from app.web.request import database, language, notice
from app.web.request.language import translate as _

bp = Blueprint("beginning", __name__, url_prefix=f"{language.ASSESSMENT_PREFIX}/rounds")
language.localise(bp)


class BeginningForm(Form):
    """The variant and the version of the questionnaire that the new round asks."""

    variant = StringField(
        validators=[chosen_from(VARIANTS, N_("Choose the full assessment or the quick check"))]
    )
    questionnaire = StringField()


@bp.route("/begin", methods=["GET", "POST"])
def begin(id: str) -> ResponseReturnValue:
    """Show what a new round is, ask for its variant and version, and begin it."""
    opened = access.opened(id)
    stored = opened.load()
    known = _versions(opened)
    form = BeginningForm.from_request_or_blank(
        data={"variant": stored.assessment.profile.variant, "questionnaire": known[-1].version}
    )
    if not stored.is_closed:
        return _nothing_to_do(form, id)
    chosen = next((each for each in known if each.version == form.questionnaire.data), None)
    problems = list(_problems(opened, stored, form, chosen))
    if not form.is_sent or problems or chosen is None:
        return _page(opened, stored, form, problems), 422 if form.is_sent else 200
    try:
        beginning.begin(
            database.writing(), opened.key, opened.questionnaire, chosen, form.variant.data or "", stored
        )
    except ConflictError:
        # Begun already, by the same button or another owner.
        return redirect(url_for("tasks.tasks", id=id))
    notice.leave_saved(id, notice.BEGUN)
    return redirect(url_for("tasks.tasks", id=id))


@bp.route("/undo", methods=["GET", "POST"])
def undo(id: str) -> ResponseReturnValue:
    """Close the last round again as it was, if nothing was confirmed or changed since."""
    opened = access.opened(id)
    stored, connection = opened.load(), database.reading()
    form = ButtonForm.from_request_or_blank()
    last = beginning.find_undoable(connection, opened.key, opened.versions, stored)
    if last is None:
        return _nothing_to_do(form, id)
    problems = list(form.problems())
    if not form.is_sent or problems:
        page = access.render("assessment/undo_round.html", opened, last=last, problems=problems)
        return page, 422 if problems else 200
    try:
        beginning.undo(database.writing(), opened.key, opened.versions, stored)
    except ConflictError:
        # Somebody confirmed or changed an answer at the same moment.
        return redirect(url_for("tasks.tasks", id=id))
    notice.leave_saved(id, notice.UNDONE)
    return redirect(url_for("tasks.tasks", id=id))


def _nothing_to_do(form: Form, id: str) -> ResponseReturnValue:
    """Redirect to the tasks: the button was pressed twice, or the address was typed."""
    if form.is_sent and not form.is_genuine:
        raise NotFound
    return redirect(url_for("tasks.tasks", id=id))


def _versions(opened: OpenAssessment) -> tuple[Questionnaire, ...]:
    newer = opened.newer_version
    return (opened.questionnaire, newer) if newer else (opened.questionnaire,)


def _problems(
    opened: OpenAssessment, stored: StoredAssessment, form: BeginningForm, chosen: Questionnaire | None
) -> Iterator[Problem]:
    yield from form.problems()
    if rounds.is_full(rounds.list_rounds(database.reading(), opened.key)):
        sentence = _(
            "An assessment holds at most %(most)s rounds, so a new one could not be kept. Delete one of them"
            " first."
        )
        yield Problem("", sentence % {"most": MAX_ROUNDS})
    if chosen is None:
        # The page asks only if there is a choice.
        control = "questionnaire" if opened.newer_version else ""
        yield Problem(control, _("Choose one of the versions of the questionnaire"))
    elif chosen != opened.questionnaire and _pulse_would_change(opened, stored, chosen):
        yield Problem("", _("Close the staff pulse first: it asks opinion questions that would change"))


def _pulse_would_change(opened: OpenAssessment, stored: StoredAssessment, to: Questionnaire) -> bool:
    published = pulses.read_published(database.reading(), opened.key)
    changes = plan_upgrade(stored.assessment, opened.questionnaire, to).comparison
    return bool(changes.changed_opinions and published and published[0].is_open)


def _page(
    opened: OpenAssessment, stored: StoredAssessment, form: BeginningForm, problems: list[Problem]
) -> str:
    before, newer = opened.questionnaire, opened.newer_version
    move = plan_upgrade(stored.assessment, before, newer) if newer else None
    words = language.wording(newer or before)
    as_begun = begin_round(
        stored.assessment, before=before, questionnaire=newer or before, variant=form.variant.data or "full"
    )
    return access.render(
        "assessment/begin_round.html",
        opened,
        form=form,
        problems=problems,
        questionnaire=before,
        assessment=stored.assessment,
        newer=newer,
        move=move,
        begun=as_begun,
        counted=scoring_changes(move.comparison, words) if move else (),
        part_of=partial(changed_text_name, wording=words),
    )
