"""An assessment's page on its programme: what the coordinator sees, what was submitted, and the ways out."""

from collections.abc import Iterable

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from app.maturity.programme.programme import STATES
from app.maturity.questionnaire import Questionnaire
from app.maturity.rounds.round import Round
from app.storage.programme import participation, submissions
from app.storage.programme.errors import ProgrammeError
from app.storage.programme.participation import ParticipationStatus
from app.storage.rounds import rounds
from app.translations import N_
from app.translations.dates import format_day
from app.translations.programme_words import DEPTH_NAMES, STATE_NAMES
from app.web import access
from app.web.access import OpenAssessment
from app.web.forms.base import Form, Problem
from app.web.programme.forms import LeaveForm, SureForm, WithdrawSubmissionForm
from app.web.programme.participation.refusals import refusal_sentence
from app.web.request import database, language, notice
from app.web.request.files import text_response
from app.web.request.language import translate as _
from app.web.request.services import services

bp = Blueprint("submission", __name__, url_prefix=f"{language.ASSESSMENT_PREFIX}/submission")
language.localise(bp)

_WITH_TEXTS = N_("Scores, answers, comments and evidence")


@bp.get("")
def submission(id: str) -> ResponseReturnValue:
    """Show what the coordinator sees of the assessment, and what was submitted."""
    opened = access.opened(id)
    status = participation.load_status(database.reading(), opened.key)
    listed = rounds.list_rounds(database.reading(), opened.key) if status else ()
    return access.render(
        "programme/submission.html",
        opened,
        status=status,
        days=status.days if status else None,
        is_open=bool(status and status.is_open),
        states=[(state, _(STATE_NAMES[state])) for state in STATES],
        questionnaire=_questionnaire(opened, status) if status else None,
        can_submit=bool(status and submittable(listed, status)),
        receipts=_receipt_lines(status) if status else (),
        overwrites=_overwrites(),
    )


@bp.get("/receipt.txt")
def receipt_file(id: str) -> ResponseReturnValue:
    """Send what was submitted, when and how deep as a text file, or redirect if nothing was."""
    opened = access.opened(id)
    status = participation.load_status(database.reading(), opened.key)
    if status is None or not status.participation.receipts:
        return redirect(url_for("submission.submission", id=id))
    lines = (
        _("Check your social media policy readiness"),
        _("Submitted to the programme “%(programme)s”:") % {"programme": status.participation.terms.name},
        *_receipt_lines(status),
        _("It can be replaced or withdrawn at this address while the programme is open:"),
        url_for("submission.submission", id=id, _external=True),
    )
    return text_response(lines, f"muster-submission-{id[:4]}.txt")


@bp.route("/withdraw", methods=["GET", "POST"])
def withdraw(id: str) -> ResponseReturnValue:
    """Show what withdrawing deletes, and withdraw when the owner confirms."""
    opened = access.opened(id)
    form = WithdrawSubmissionForm.from_request_or_blank()
    if form.is_valid:
        try:
            submissions.withdraw(database.writing(), opened.key)
        except ProgrammeError as error:
            return _confirmation(opened, form, "withdraw_submission", refusal_sentence(error))
        notice.leave_saved(id, notice.WITHDRAWN)
        return redirect(url_for("submission.submission", id=id))
    return _confirmation(opened, form, "withdraw_submission")


@bp.route("/leave", methods=["GET", "POST"])
def leave(id: str) -> ResponseReturnValue:
    """Show what leaving does, and leave when the owner confirms."""
    opened = access.opened(id)
    form = LeaveForm.from_request_or_blank()
    if form.is_valid:
        participation.leave(database.writing(), opened.key)
        notice.leave_saved(id, notice.LEFT)
        return redirect(url_for("submission.submission", id=id))
    return _confirmation(opened, form, "leave")


def _confirmation(
    opened: OpenAssessment, form: SureForm, template: str, refused: str = ""
) -> ResponseReturnValue:
    problems = [*form.problems(), *([Problem("", refused)] if refused else [])]
    status = participation.load_status(database.reading(), opened.key)
    if status is None:
        return nothing_to_do(form, opened.id)
    page = access.render(
        f"programme/{template}.html", opened, status=status, problems=problems, overwrites=_overwrites()
    )
    return page, 422 if problems else 200


def nothing_to_do(form: Form, id: str) -> ResponseReturnValue:
    """Redirect to the page on the programme: a button was pressed twice, or the address was typed."""
    if form.is_sent and not form.is_genuine:
        raise NotFound
    return redirect(url_for("submission.submission", id=id))


def _receipt_lines(status: ParticipationStatus) -> tuple[str, ...]:
    """Return a sentence for each round that is submitted, in their order."""
    return tuple(
        _("Round %(number)s, submitted on %(day)s. %(depth)s.")
        % {
            "number": number,
            "day": format_day(each.submitted_on, language.current()),
            "depth": _(_WITH_TEXTS if each.has_texts else DEPTH_NAMES[each.depth]),
        }
        for number, each in sorted(status.participation.receipts.items())
    )


def submittable(listed: Iterable[Round], status: ParticipationStatus) -> tuple[Round, ...]:
    """Return the closed rounds that the programme takes, the newest first."""
    terms = status.participation.terms
    fitting = (each for each in listed if terms.fits(each.questionnaire_id, each.version, each.variant))
    return tuple(sorted(fitting, key=lambda each: each.number, reverse=True))


def _questionnaire(opened: OpenAssessment, status: ParticipationStatus) -> Questionnaire:
    terms = status.participation.terms
    return opened.versions.find(terms.questionnaire_id, terms.version)


def _overwrites() -> bool:
    """Return whether the database overwrites what is deleted at once."""
    return services().engine.dialect.name == "sqlite"
