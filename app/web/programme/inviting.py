"""The coordinator’s pages that invite organisations and withdraw an invitation."""

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from app.exchange.programme import labels_csv
from app.exchange.programme.labels_csv import FaultyLabelsError, LabelList
from app.maturity.programme.programme import LABEL_LIMIT, MAX_INVITATIONS
from app.storage.programme import invitations, submitted
from app.storage.programme.errors import ProgrammeClosedError, TooManyInvitationsError
from app.storage.programme.invitations import ProgrammeInvitation
from app.translations.programme_words import STATE_NAMES
from app.web.forms.base import Problem
from app.web.programme import programme_access
from app.web.programme.forms import LabelsForm, WithdrawInvitationForm
from app.web.programme.overview import PROGRAMME_PREFIX
from app.web.programme.programme_access import OpenProgramme
from app.web.request import database, language, notice, rate_limits
from app.web.request.language import translate as _
from app.web.request.sizes import LARGEST_LABELS, LARGEST_LABELS_FILE

bp = Blueprint("inviting", __name__, url_prefix=PROGRAMME_PREFIX)
language.localise(bp)


@bp.route("/invite", methods=["GET", "POST"])
def invite(id: str) -> ResponseReturnValue:
    """Ask for organisations, and invite them unless the list has a fault."""
    request.max_content_length = LARGEST_LABELS_FILE
    request.max_form_memory_size = LARGEST_LABELS
    opened = programme_access.opened(id)
    form = LabelsForm.from_request_or_blank()
    problems = tuple(form.problems())
    if not form.is_valid:
        return _page(opened, form, problems), 422 if problems else 200
    rate_limits.hit(rate_limits.IMPORT)
    listed = invitations.list_invitations(database.reading(), opened.key)
    try:
        found = _read(form, [each.label for each in listed], MAX_INVITATIONS - len(listed))
        invitations.invite(database.writing(), opened.key, found.labels)
    except FaultyLabelsError as error:
        problems = tuple(Problem(_control(form), fault.text(_)) for fault in error.faults)
    except ProgrammeClosedError:
        problems = (
            Problem("", _("The programme is closed. Extend it first: then you can invite organisations.")),
        )
    except TooManyInvitationsError:
        # Somebody else invited at the same moment.
        problems = (Problem("", _("Other organisations were invited meanwhile. Press the button again.")),)
    else:
        return _done(opened, found)
    return _page(opened, form, problems), 422


@bp.route("/organisations/<invitation>/withdraw", methods=["GET", "POST"])
def withdraw(id: str, invitation: str) -> ResponseReturnValue:
    """Show what withdrawing an invitation does, and withdraw it when the coordinator confirms."""
    opened = programme_access.opened(id)
    found = find_invitation(opened, invitation)
    form = WithdrawInvitationForm.from_request_or_blank()
    if form.is_valid:
        invitations.withdraw(database.writing(), opened.key, [invitation])
        notice.leave(notice.INVITATION_WITHDRAWN)
        return redirect(url_for("programme.organisations", id=id))
    problems = tuple(form.problems())
    has_submissions = bool(submitted.open_of(database.reading(), opened.key, found))
    page = programme_access.render(
        "programme/withdraw.html",
        opened,
        pages_of="programme.organisations",
        invitation=found,
        state=_(STATE_NAMES[found.state]),
        has_submissions=has_submissions,
        problems=problems,
    )
    return page, 422 if problems else 200


def find_invitation(opened: OpenProgramme, id: str) -> ProgrammeInvitation:
    """Return an invitation of the programme, or raise NotFound."""
    listed = invitations.list_invitations(database.reading(), opened.key)
    found = next((each for each in listed if each.id == id), None)
    if found is None:
        raise NotFound
    return found


def _read(form: LabelsForm, invited: list[str], left: int) -> LabelList:
    if form.file.data:
        return labels_csv.read_file(form.file.data.stream.read(labels_csv.MAX_BYTES + 1), invited, left)
    return labels_csv.read_pasted(form.labels.data or "", invited, left)


def _control(form: LabelsForm) -> str:
    return "file" if form.file.data else "labels"


def _done(opened: OpenProgramme, found: LabelList) -> ResponseReturnValue:
    return programme_access.render(
        "programme/invited.html",
        opened,
        pages_of="programme.organisations",
        invited=len(found.labels),
        left_out=[fault.text(_) for fault in found.left_out],
    )


def _page(opened: OpenProgramme, form: LabelsForm, problems: tuple[Problem, ...]) -> str:
    invited = invitations.count(database.reading(), opened.key)
    return programme_access.render(
        "programme/invite.html",
        opened,
        pages_of="programme.organisations",
        form=form,
        problems=problems,
        invited=invited,
        left=MAX_INVITATIONS - invited,
        most=MAX_INVITATIONS,
        label_limit=LABEL_LIMIT,
        megabytes=labels_csv.MAX_BYTES // 1_000_000,
    )
