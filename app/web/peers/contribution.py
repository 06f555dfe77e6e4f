"""What an assessment contributes to its peers: shown beforehand, sent, replaced, withdrawn."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import Connection

from app.storage.database import locks
from app.storage.peers import contributions, invitations, receipts
from app.storage.sealing import codes
from app.storage.sealing.access_key import AccessKey
from app.web import access
from app.web.access import OpenAssessment
from app.web.forms.base import Problem
from app.web.peers.contribution_words import contribution_fields
from app.web.peers.forms import (
    ContributionForm,
    InvitedContributionForm,
    WithdrawContributionForm,
    fingerprint,
)
from app.web.peers.offer import load_offer
from app.web.peers.terms import terms
from app.web.request import database, language
from app.web.request.files import text_response
from app.web.request.language import translate as _
from app.web.request.services import services

bp = Blueprint("contribution", __name__, url_prefix=f"{language.ASSESSMENT_PREFIX}/peers")
language.localise(bp)


@bp.get("")
def show(id: str) -> ResponseReturnValue:
    """Show exactly what would be sent, and what was contributed before."""
    opened = access.opened(id)
    return _page(opened, _form_class(opened.key)(), [], database.reading())


@bp.post("")
def contribute(id: str) -> ResponseReturnValue:
    """Contribute what the page showed, and replace what was contributed before."""
    opened = access.opened(id)
    key = opened.key
    form = _form_class(key).from_request()
    problems = list(form.problems())
    if problems:
        return _page(opened, form, problems, database.reading()), 422
    connection = database.writing()
    locks.lock_assessment(connection, id)
    offer = load_offer(opened, connection).contribution
    if offer is None or form.shown.data != fingerprint(offer):
        sentence = _(
            "Your result has changed since you opened this page. Check the data sent, then tick"
            " the box again."
        )
        return _page(opened, form, [Problem("", sentence)], connection), 422
    if isinstance(form, InvitedContributionForm) and not invitations.redeem(
        connection, form.invitation.data or ""
    ):
        refused = access.refuse_code(_("This invitation is not valid, or was used before"))
        status = 429 if refused.status == 429 else 422
        problems = [Problem("invitation", refused.sentence)]
        return _page(opened, form, problems, connection), status, refused.headers
    contributions.contribute(connection, key, offer)
    return redirect(url_for("contribution.show", id=id))


@bp.get("/withdraw")
def back(id: str) -> ResponseReturnValue:
    """Redirect to the contribution when the page of a refused withdrawal is reloaded in another language."""
    return redirect(url_for("contribution.show", id=id))


@bp.post("/withdraw")
def withdraw(id: str) -> ResponseReturnValue:
    """Withdraw the contribution."""
    opened = access.opened(id)
    form = WithdrawContributionForm.from_request()
    problems = list(form.problems())
    if problems:
        return _page(opened, _form_class(opened.key)(), problems, database.reading()), 422
    withdraw_contribution(opened.key)
    return redirect(url_for("contribution.show", id=id))


@bp.get("/receipt.txt")
def receipt_file(id: str) -> ResponseReturnValue:
    """Send the receipt as a text file, or redirect if there is no contribution."""
    opened = access.opened(id)
    receipt = find_receipt(database.reading(), opened.key)
    if receipt is None:
        return redirect(url_for("contribution.show", id=id))
    lines = (
        _("Check your social media policy readiness"),
        _("The receipt for the scores that you shared:"),
        receipt,
        _("With it the scores can be withdrawn at this address, in any browser:"),
        url_for("peers.withdraw", _external=True),
        _("Anyone who has it can withdraw the scores. It opens nothing else."),
    )
    return text_response(lines, f"muster-receipt-{id[:4]}.txt")


def find_receipt(connection: Connection, key: AccessKey) -> str | None:
    """Return the receipt as pages show it, or None if nothing is contributed under it."""
    receipt = receipts.read_receipt(connection, key)
    return codes.format_code(receipt) if contributions.find(connection, receipt) else None


def withdraw_contribution(key: AccessKey) -> None:
    """Withdraw the contribution of an assessment, if there is one."""
    connection = database.writing()
    # Locked before its contribution, as contributing does: another order would let two wait for each other.
    locks.lock_assessment(connection, key.assessment_id)
    contributions.withdraw(connection, receipts.read_receipt(connection, key))


def _form_class(key: AccessKey) -> type[ContributionForm]:
    """Return the form that asks for an invitation where one is needed, and else the one that does not."""
    return InvitedContributionForm if _asks_invitation(key) else ContributionForm


def _asks_invitation(key: AccessKey) -> bool:
    return services().config.invited_only and find_receipt(database.reading(), key) is None


def _page(
    opened: OpenAssessment, form: ContributionForm, problems: list[Problem], connection: Connection
) -> str:
    key = opened.key
    found, before = load_offer(opened, connection), contributions.current_contribution(connection, key)
    offer = found.contribution
    return access.render(
        "peers/contribute.html",
        opened,
        form=form,
        problems=problems,
        offer=offer,
        shown=fingerprint(offer) if offer else "",
        leaving=contribution_fields(offer, before, language.wording(found.questionnaire)) if offer else (),
        is_same=offer == before,
        of_round=found.round,
        receipt=find_receipt(connection, key),
        asks_invitation=isinstance(form, InvitedContributionForm),
        **terms(),
    )
