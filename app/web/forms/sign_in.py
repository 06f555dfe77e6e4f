"""The forms in which a code opens an assessment."""

from collections.abc import Iterator
from typing import Any

from flask import request
from werkzeug.datastructures import MultiDict
from wtforms import Field, StringField
from wtforms.validators import ValidationError

from app.maturity.clean_text import clean_line
from app.storage.sealing import codes
from app.translations import N_
from app.web.forms.base import Form, chosen_from
from app.web.request.language import code_from_path
from app.web.request.language import translate as _
from app.web.request.sealed_cookie import LONG_IDLE_MINUTES, SHORT_IDLE_MINUTES

IDLES = (str(SHORT_IDLE_MINUTES), str(LONG_IDLE_MINUTES))


class CodeForm(Form):
    """The code of an assessment, and how long this browser may stay idle."""

    missing = N_("Enter the code of your assessment")

    code = StringField(filters=[lambda value: clean_line(value or "")])
    idle = StringField(validators=[chosen_from(IDLES, N_("Choose when this browser signs you out"))])

    def validate_code(self, field: Field) -> None:
        """Refuse a text that cannot be a code before anything is looked up."""
        if not (field.data or "").strip():
            raise ValidationError(_(self.missing))
        if not self.normalised_code:
            sentence = _("The code has %(length)s letters and digits; check what you entered")
            raise ValidationError(sentence % {"length": codes.LENGTH})

    @property
    def normalised_code(self) -> str:
        """Return the code without separators, in capitals; empty if the typed text cannot be a code."""
        return codes.normalise(self.code.data or "") or ""

    @property
    def idle_minutes(self) -> int:
        """Return the minutes without activity after which the browser is signed out."""
        return int(self.idle.data or SHORT_IDLE_MINUTES)


class CoordinatorForm(CodeForm):
    """The code of a programme’s coordinator."""

    missing = N_("Enter the coordinator’s code of your programme")


class ReopenForm(CodeForm):
    """The code, sent along with what was typed on a page of the assessment."""

    def unexpected_fields(self) -> Iterator[str]:
        """Yield none: the form carries every field of the page."""
        return iter(())


class ShareForm(CodeForm):
    """The button of a share link, whose address holds the code."""

    @classmethod
    def _received(cls) -> MultiDict[str, Any]:
        return MultiDict({**request.form.to_dict(flat=False), "code": [code_from_path()]})

    def validate_code(self, field: Field) -> None:
        """Accept any text: a text that cannot be a code opens nothing when it is looked up."""
