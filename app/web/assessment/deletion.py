"""Delete an assessment: its owner's page, which asks once more."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.storage.assessments import deletion
from app.storage.sealing.access_key import Key
from app.storage.sealing.errors import TamperedError
from app.web import access
from app.web.peers import contribution
from app.web.peers.forms import DeletionForm
from app.web.request import database, language

bp = Blueprint("deletion", __name__, url_prefix=language.PATH)
root = Blueprint("deleted", __name__, url_prefix=language.PREFIX)
language.speak(bp)
language.speak(root)


@bp.route("/delete", methods=["GET", "POST"])
def delete(id: str) -> ResponseReturnValue:
    """Say what goes and what stays, and delete the assessment once its owner has confirmed it."""
    key = access.key(id)
    form = DeletionForm.sent() if request.method == "POST" else DeletionForm()
    if request.method == "POST" and form.is_sound:
        if form.peers.data:
            contribution.withdraw_of(key)
        deletion.erase(database.writing(), id)
        access.forget(id)
        return redirect(url_for("deleted.deleted"))
    problems = list(form.problems()) if request.method == "POST" else []
    page = render_template("deletion/delete.html", id=id, form=form, problems=problems, receipt=_receipt(key))
    return page, 422 if problems else 200


@root.get("/deleted")
def deleted() -> ResponseReturnValue:
    """Say that the assessment is gone."""
    return render_template("deletion/deleted.html")


def _receipt(key: Key) -> str | None:
    """Give the receipt of a contribution; one that somebody damaged keeps nobody from deleting the rest."""
    try:
        return contribution.receipt_of(database.reading(), key)
    except TamperedError:
        return None
