"""The page on which the owner chooses the day of the next review."""

from collections.abc import Iterator
from datetime import date

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue
from wtforms import Field, HiddenField, StringField
from wtforms.validators import ValidationError

from app.maturity.clean_text import clean_line
from app.maturity.clock import earliest_day
from app.maturity.review import (
    MONTHS_TO_REVIEW,
    USUAL_REVIEW,
    chosen_day,
    is_possible,
    review_day,
)
from app.storage.assessments.review import load_review, save_review
from app.storage.sealing.errors import ConflictError
from app.translations.dates import format_day
from app.web import access
from app.web.access import OpenAssessment
from app.web.forms.base import Form, Problem, sentences_by_control
from app.web.forms.typed_day import read_day
from app.web.request import clock, database, language, notice
from app.web.request.language import translate as _
from app.web.results.present_results import PresentResults

bp = Blueprint("review", __name__, url_prefix=language.ASSESSMENT_PREFIX)
language.localise(bp)


class ReviewForm(Form):
    """The day as it is typed; empty for the usual one. ``seen`` is the stored one that the page showed."""

    seen = HiddenField()
    day = StringField(filters=[lambda value: clean_line(value or "")])

    def validate_seen(self, field: Field) -> None:
        """Refuse what no page holds as the stored day."""
        if field.data is None or (field.data and self.seen_day is None):
            sentence = _("The form arrived incomplete. Nothing you typed is lost: press the button again.")
            raise ValidationError(sentence)

    @property
    def seen_day(self) -> date | None:
        """Return the stored day that the page showed."""
        return read_day(self.seen.data or "").day

    @property
    def typed(self) -> date | None:
        """Return the day that was typed."""
        return read_day(self.day.data or "").day


@bp.route("/review", methods=["GET", "POST"])
def review(id: str) -> ResponseReturnValue:
    """Choose the day of the next review."""
    opened = access.opened(id)
    completed_on = PresentResults(opened).last_completion
    choice, form = load_review(database.reading(), opened.key), ReviewForm.from_request_or_blank()
    if not form.is_sent:
        chosen = chosen_day(choice, completed_on)
        return _page(
            opened, completed_on, choice.day, format_day(chosen, language.current()) if chosen else ""
        )
    typed, problems = form.day.data or "", [*form.problems(), *_problems(form, completed_on)]
    if problems:
        shown = choice.day if form.seen.errors else form.seen_day
        return _page(opened, completed_on, shown, typed, problems), 422
    try:
        changed = save_review(database.writing(), opened.key, form.typed, seen=form.seen_day)
    except ConflictError:
        now = load_review(database.reading(), opened.key).day
        problem = Problem(
            "", _("The date was changed while this page was open. Press the button again to save yours.")
        )
        return _page(opened, completed_on, now, typed, [problem]), 409
    notice.leave_saved(id, notice.kind_of_change(changed=changed))
    return redirect(url_for("results.board", id=id))


def _problems(form: ReviewForm, completed_on: date | None) -> Iterator[Problem]:
    if not form.day.data:
        return
    if form.typed is None:
        yield Problem("day", _("Enter a real date, for example 1 10 2027"))
    elif not is_possible(form.typed, completed_on, earliest_day(clock.now())):
        yield Problem("day", _("The next review must be in the future and after the last completion"))


def _page(
    opened: OpenAssessment,
    completed_on: date | None,
    seen: date | None,
    typed: str,
    problems: list[Problem] | None = None,
) -> str:
    return access.render(
        "rounds/review.html",
        opened,
        usual=review_day(USUAL_REVIEW, completed_on),
        months=MONTHS_TO_REVIEW,
        typed=typed,
        seen=seen.isoformat() if seen else "",
        problems=problems or [],
        errors=sentences_by_control(problems or []),
    )
