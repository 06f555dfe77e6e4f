"""The coordinator’s page that closes a programme, extends it, or opens it again."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from app.storage.programme import programmes
from app.web.programme import programme_access
from app.web.programme.forms import CLOSE, EXTEND, ClosingForm
from app.web.programme.overview import PROGRAMME_PREFIX
from app.web.request import clock, database, language, notice

bp = Blueprint("closing", __name__, url_prefix=PROGRAMME_PREFIX)
language.localise(bp)


@bp.route("/closing", methods=["GET", "POST"])
def closing(id: str) -> ResponseReturnValue:
    """Ask whether the programme closes now or stays open, and until when."""
    opened = programme_access.opened(id)
    until = opened.days.closes_on
    kept = until.isoformat() if until and until >= clock.utc_today() else ""
    form = ClosingForm.from_request_or_blank(
        data={"day": kept, "outcome": "" if opened.key.is_open else EXTEND}
    )
    if form.is_valid:
        if form.outcome.data == CLOSE:
            programmes.close(database.writing(), opened.key)
            notice.leave(notice.PROGRAMME_CLOSED)
        else:
            programmes.extend(database.writing(), opened.key, form.closes_on)
            notice.leave(notice.PROGRAMME_OPEN)
        return redirect(url_for("programme.overview", id=id))
    problems = tuple(form.problems())
    page = programme_access.render("programme/closing.html", opened, form=form, problems=problems)
    return page, 422 if problems else 200
