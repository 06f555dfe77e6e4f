"""The page on which an assessment begins that takes part in a programme from its start."""

from dataclasses import replace

from flask import Blueprint, redirect, render_template, session, url_for
from flask.typing import ResponseReturnValue

from app.maturity.answers import Assessment
from app.maturity.questionnaire import Questionnaire
from app.storage.assessments import creation
from app.storage.programme import acceptance
from app.storage.programme.acceptance import FoundInvitation
from app.storage.programme.errors import (
    ProgrammeClosedError,
    ProgrammeError,
    UnknownInvitationError,
    UsedInvitationError,
)
from app.storage.sealing import access_key
from app.web import access
from app.web.forms.base import Problem
from app.web.programme.participation.forms import InvitedProfileForm
from app.web.programme.participation.invitation import INVITED
from app.web.programme.participation.refusals import refusal_sentence
from app.web.request import clock, database, language, notice, rate_limits
from app.web.request.sealed_cookie import SHORT_IDLE_MINUTES
from app.web.request.services import newest_questionnaire, services, versions

bp = Blueprint("invited", __name__, url_prefix=language.LANGUAGE_PREFIX)
language.localise(bp)


@bp.route("/start/invited", methods=["GET", "POST"])
def begin() -> ResponseReturnValue:
    """Ask for the profile; then create the assessment, accept the invitation, and show the code."""
    form = InvitedProfileForm.from_request_or_blank(data={"invitation": session.get(INVITED, "")})
    token = form.invitation.data or ""
    if not token and not form.is_sent:
        return redirect(url_for("start.begin"))
    refused: ProgrammeError | None = None
    found: FoundInvitation | None = None
    try:
        found = _find(token)
    except ProgrammeError as error:
        refused = error
    problems = tuple(form.problems())
    if form.is_valid and (found or form.is_without):
        rate_limits.hit(rate_limits.BEGIN)
        try:
            return _create(form, None if form.is_without else found, token)
        except ProgrammeError as error:
            # What was created for it is not kept: the page is a 422, which would be committed.
            database.writing().rollback()
            refused = error
    if refused:
        problems = (Problem("", refusal_sentence(refused)), *problems)
    page = render_template(
        "programme/begin_invited.html",
        form=form,
        problems=problems,
        found=None if refused else found,
        questionnaire=_questionnaire(found),
    )
    return page, 422 if problems else 200


def _find(token: str) -> FoundInvitation:
    """Return an invitation that can be accepted now, or raise a ProgrammeError."""
    found = acceptance.find_invitation(database.reading(), token)
    if found.is_used:
        raise UsedInvitationError
    if not found.days.is_open(clock.utc_today()):
        raise ProgrammeClosedError
    return found


def _create(form: InvitedProfileForm, found: FoundInvitation | None, token: str) -> ResponseReturnValue:
    """Create the assessment and accept the invitation in one transaction, or raise a ProgrammeError."""
    questionnaire, profile = _questionnaire(found), form.profile
    if found is not None:
        profile = replace(profile, variant=found.terms.variant)
    assessment = Assessment(questionnaire.id, questionnaire.version, profile)
    connection, vault = database.writing(), services().vault
    id, code = creation.create(connection, vault, questionnaire, assessment, clock.utc_today())
    if found is not None:
        key = access_key.unlock(connection, vault, code, clock.now())
        if key is None:
            raise UnknownInvitationError
        acceptance.accept(connection, key, token)
        notice.leave_saved(id, notice.ACCEPTED)
    access.remember_code(id, code, SHORT_IDLE_MINUTES)
    session.pop(INVITED, None)
    return redirect(url_for("tasks.code", id=id))


def _questionnaire(found: FoundInvitation | None) -> Questionnaire:
    """Return the version that the programme fixes; the newest without a programme."""
    return (
        versions().find(found.terms.questionnaire_id, found.terms.version)
        if found
        else newest_questionnaire()
    )
