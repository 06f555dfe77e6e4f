"""The page on which an owner deletes the assessment, after a tick."""

from contextlib import suppress

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.storage.assessments import deletion
from app.storage.programme import participation
from app.storage.sealing.access_key import AccessKey
from app.storage.sealing.errors import TamperedError
from app.web import access
from app.web.assessment.deletion_form import DeletionForm
from app.web.peers import contribution
from app.web.request import database, language

bp = Blueprint("deletion", __name__, url_prefix=language.ASSESSMENT_PREFIX)
root = Blueprint("deleted", __name__, url_prefix=language.LANGUAGE_PREFIX)
language.localise(bp)
language.localise(root)


@bp.route("/delete", methods=["GET", "POST"])
def delete(id: str) -> ResponseReturnValue:
    """Show what is deleted and what stays, and delete the assessment when the owner confirms."""
    opened = access.opened(id)
    form = DeletionForm.from_request_or_blank()
    if form.is_valid:
        if form.peers.data:
            contribution.withdraw_contribution(opened.key)
        # Also what a programme keeps whose coordinator ended the tie: only the owner's key leads to it.
        with suppress(TamperedError):
            participation.leave(database.writing(), opened.key)
        deletion.delete_assessment(database.writing(), id, opened.key.today)
        access.forget_code(id)
        return redirect(url_for("deleted.deleted"))
    problems = list(form.problems())
    page = access.render(
        "assessment/delete.html",
        opened,
        form=form,
        problems=problems,
        receipt=_receipt(opened.key),
        programme=_programme(opened.key),
    )
    return page, 422 if problems else 200


@root.get("/deleted")
def deleted() -> ResponseReturnValue:
    """Show that the assessment is deleted."""
    return render_template("assessment/deleted.html")


def _receipt(key: AccessKey) -> str | None:
    """Return the receipt of a contribution; a damaged one does not prevent the deletion."""
    try:
        return contribution.find_receipt(database.reading(), key)
    except TamperedError:
        return None


def _programme(key: AccessKey) -> str | None:
    """Return the name of the programme that learns of the deletion; a damaged one does not prevent it."""
    try:
        status = participation.load_status(database.reading(), key)
    except TamperedError:
        return None
    return status.participation.terms.name if status and status.state else None
