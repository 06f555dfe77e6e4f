"""Delete an assessment: its owner's page, which asks once more."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.storage.assessments import deletion
from app.storage.sealing.access_key import AccessKey
from app.storage.sealing.errors import TamperedError
from app.web import access
from app.web.peers import contribution
from app.web.peers.forms import DeletionForm
from app.web.request import database, language

bp = Blueprint("deletion", __name__, url_prefix=language.ASSESSMENT_PREFIX)
root = Blueprint("deleted", __name__, url_prefix=language.LANGUAGE_PREFIX)
language.localise(bp)
language.localise(root)


@bp.route("/delete", methods=["GET", "POST"])
def delete(id: str) -> ResponseReturnValue:
    """Say what goes and what stays, and delete the assessment once its owner has confirmed it."""
    key = access.key(id)
    form = DeletionForm.from_request() if request.method == "POST" else DeletionForm()
    if request.method == "POST" and form.is_valid:
        if form.peers.data:
            contribution.withdraw_contribution(key)
        deletion.delete_assessment(database.writing(), id)
        access.forget_code(id)
        return redirect(url_for("deleted.deleted"))
    problems = list(form.problems()) if request.method == "POST" else []
    page = render_template(
        "assessment/delete.html", id=id, form=form, problems=problems, receipt=_receipt(key)
    )
    return page, 422 if problems else 200


@root.get("/deleted")
def deleted() -> ResponseReturnValue:
    """Say that the assessment is gone."""
    return render_template("assessment/deleted.html")


def _receipt(key: AccessKey) -> str | None:
    """Give the receipt of a contribution; one that somebody damaged keeps nobody from deleting the rest."""
    try:
        return contribution.find_receipt(database.reading(), key)
    except TamperedError:
        return None
