"""The list of closed rounds, and the page that deletes one."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue
from wtforms import StringField

from app.maturity.review import review_day
from app.maturity.rounds.round import MAX_ROUNDS
from app.storage.assessments.review import load_review
from app.storage.rounds import rounds as stored_rounds
from app.storage.sealing.roles import VIEWER
from app.translations import N_
from app.web import access
from app.web.forms.base import Form, chosen_from
from app.web.request import database, language
from app.web.rounds.open_round import open_round

bp = Blueprint("rounds", __name__, url_prefix=language.ASSESSMENT_PREFIX)
language.localise(bp)


class RoundDeletionForm(Form):
    """The tick without which no round is deleted."""

    sure = StringField(
        validators=[chosen_from(("yes",), N_("Tick the box if you want to delete this round"))]
    )


@bp.get("/rounds")
def rounds(id: str) -> str:
    """List the closed rounds, the newest first, each with what it printed."""
    opened = access.opened(id, VIEWER)
    listed = stored_rounds.list_rounds(database.reading(), opened.key)
    named = [(each, opened.versions.find(each.questionnaire_id, each.version)) for each in reversed(listed)]
    last = max((each.completed_on for each in listed), default=None)
    review = review_day(load_review(database.reading(), opened.key), last)
    values = {"rounds": named, "most": MAX_ROUNDS, "review": review}
    return access.render("rounds/rounds.html", opened, **values)


@bp.route("/rounds/<int:number>/delete", methods=["GET", "POST"])
def delete(id: str, number: int) -> ResponseReturnValue:
    """Delete a round as a whole after a tick."""
    opened = access.opened(id)
    shown = open_round(id, number)
    form = RoundDeletionForm.from_request_or_blank()
    if form.is_valid:
        stored_rounds.delete_round(database.writing(), opened.key, number)
        return redirect(url_for("rounds.rounds", id=id))
    problems = list(form.problems())
    page = access.render(
        "rounds/delete.html", opened, form=form, problems=problems, round=shown.closed.summary
    )
    return page, 422 if problems else 200
