"""The forms of a coordinator: organisations to invite, and the days of the programme."""

from datetime import date
from typing import Any

from flask import request
from flask_wtf.file import FileField
from werkzeug.datastructures import MultiDict
from wtforms import Field, StringField, TextAreaField
from wtforms.validators import ValidationError

from app.maturity.clean_text import clean_line
from app.translations import N_
from app.web.forms.base import Form, chosen_from
from app.web.forms.typed_day import read_day
from app.web.request import clock
from app.web.request.language import translate as _

CLOSE, EXTEND = "close", "extend"


class LabelsForm(Form):
    """A list of organisations, pasted or as a file."""

    labels = TextAreaField()
    file = FileField()

    @classmethod
    def _received(cls) -> MultiDict[str, Any]:
        return MultiDict({**request.form.to_dict(flat=False), "file": request.files.getlist("file")})

    def validate_labels(self, field: Field) -> None:
        """Refuse a form without any list, and one with two."""
        is_pasted = bool((field.data or "").strip())
        if is_pasted and self.file.data:
            raise ValidationError(_("Paste the organisations or choose a file, not both"))
        if not is_pasted and not self.file.data:
            raise ValidationError(_("Paste the organisations, one on each line, or choose a CSV file"))


class ClosingForm(Form):
    """What becomes of the programme: it closes now, or it is open until the end of a day."""

    outcome = StringField(
        validators=[chosen_from((CLOSE, EXTEND), N_("Choose whether to close or to keep the programme open"))]
    )
    day = StringField(filters=[lambda value: clean_line(value or "")])

    def validate_day(self, field: Field) -> None:
        """Refuse what is no day, and a day that has passed; an empty field keeps the programme open."""
        if self.outcome.data != EXTEND or not field.data:
            return
        if self.closes_on is None:
            raise ValidationError(_("Enter a real date, for example 1 10 2026"))
        if self.closes_on < clock.utc_today():
            raise ValidationError(_("The last day must be today or in the future"))

    @property
    def closes_on(self) -> date | None:
        """Return the last day that was typed, or None."""
        return read_day(self.day.data or "").day


class SureForm(Form):
    """The tick without which nothing is withdrawn, closed or left."""

    sentence = ""

    sure = StringField()

    def validate_sure(self, field: Field) -> None:
        """Refuse a form without the tick."""
        if field.data != "yes":
            raise ValidationError(_(self.sentence))


class WithdrawInvitationForm(SureForm):
    """The tick that withdraws an invitation."""

    sentence = N_("Tick the box if you want to withdraw the invitation")


class WithdrawSubmissionForm(SureForm):
    """The tick that withdraws what was submitted."""

    sentence = N_("Tick the box if you want to withdraw what you submitted")


class LeaveForm(SureForm):
    """The tick that leaves the programme."""

    sentence = N_("Tick the box if you want to leave the programme")
