"""The page at the address of an invitation: what the coordinator would see, and the choice to accept it.

The token in the address is kept out of every log (app/web/request/secret_addresses.py).
"""

from flask import Blueprint, redirect, render_template, session, url_for
from flask.typing import ResponseReturnValue

from app.storage.programme import acceptance
from app.storage.programme.acceptance import FoundInvitation
from app.storage.programme.errors import ProgrammeError, UnknownInvitationError
from app.web import access
from app.web.forms.base import Problem
from app.web.programme.participation.forms import NEW, AcceptForm
from app.web.programme.participation.invitation_view import InvitedAssessment, open_assessments
from app.web.programme.participation.refusals import refusal_sentence
from app.web.request import clock, database, language, notice
from app.web.request.language import translate as _
from app.web.request.services import versions

bp = Blueprint("invitation", __name__, url_prefix="/i/<any(en, fr):language>")
language.localise(bp)

# The sealed cookie keeps the token from this page to the next, on which an assessment begins.
INVITED = "invited"


@bp.get("/")
def ask() -> ResponseReturnValue:
    """Show the programme and what its coordinator sees; a scanner that follows the link changes nothing."""
    token = language.code_from_path()
    if not token:
        return redirect(url_for("pages.start"))
    try:
        found = acceptance.find_invitation(database.reading(), token)
    except UnknownInvitationError:
        return _opens_nothing()
    return _page(AcceptForm(), found, tuple(open_assessments(found.terms)))


@bp.post("/")
def accept() -> ResponseReturnValue:
    """Accept the invitation for an open assessment, or go on to begin one."""
    token = language.code_from_path()
    try:
        found = acceptance.find_invitation(database.reading(), token)
    except UnknownInvitationError:
        return _opens_nothing()
    offered = tuple(open_assessments(found.terms))
    form = AcceptForm.from_request(offered=[each.id for each in offered])
    problems = tuple(form.problems())
    if problems:
        return _page(form, found, offered, problems), 422
    choice = form.choice.data or ""
    if choice == NEW:
        session[INVITED] = token
        return redirect(url_for("invited.begin"))
    opened = access.opened(choice)
    try:
        acceptance.accept(database.writing(), opened.key, token)
    except ProgrammeError as error:
        problems = (Problem("", refusal_sentence(error)),)
        return _page(form, found, offered, problems), 422
    notice.leave_saved(choice, notice.ACCEPTED)
    return redirect(url_for("submission.submission", id=choice))


def _opens_nothing() -> ResponseReturnValue:
    refused = access.refuse_code(
        _("This invitation opens nothing. It may have been withdrawn: ask the person who sent it to you.")
    )
    page = _page(AcceptForm(), None, (), (Problem("", refused.sentence),))
    return page, refused.status, refused.headers


def _page(
    form: AcceptForm,
    found: FoundInvitation | None,
    offered: tuple[InvitedAssessment, ...],
    problems: tuple[Problem, ...] = (),
) -> str:
    own = next((each for each in offered if found and each.id == found.assessment_id), None)
    only = "" if any(not each.obstacle for each in offered) else NEW
    return render_template(
        "programme/invitation.html",
        form=form,
        problems=problems,
        found=found,
        own=own,
        is_open=found is not None and found.days.is_open(clock.utc_today()),
        offered=offered,
        chosen=form.choice.data or only,
        questionnaire=versions().find(found.terms.questionnaire_id, found.terms.version) if found else None,
    )
