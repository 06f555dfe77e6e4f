"""Delete an assessment: its owner's page, which asks once more."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.storage import deletion
from app.web import access, database, language, tasks
from app.web.forms.entry import DeletionForm

bp = Blueprint("deletion", __name__, url_prefix=tasks.PATH)
root = Blueprint("deleted", __name__, url_prefix=language.PREFIX)
language.speak(bp)
language.speak(root)


@bp.route("/delete", methods=["GET", "POST"])
def delete(id: str) -> ResponseReturnValue:
    """Say what goes and what stays, and delete the assessment once its owner has confirmed it."""
    access.key(id)
    form = DeletionForm.sent() if request.method == "POST" else DeletionForm()
    if request.method == "POST" and form.is_sound:
        deletion.erase(database.writing(), id)
        access.forget(id)
        return redirect(url_for("deleted.deleted"))
    problems = list(form.problems()) if request.method == "POST" else []
    return render_template("deletion/delete.html", id=id, problems=problems), 422 if problems else 200


@root.get("/deleted")
def deleted() -> ResponseReturnValue:
    """Say that the assessment is gone."""
    return render_template("deletion/deleted.html")
