"""The forms that take a policy: as a file, or as pasted text."""

from wtforms import Field, StringField
from wtforms.validators import ValidationError

from app.translations import N_
from app.web.forms.base import Form
from app.web.forms.file_form import FileForm
from app.web.request.language import translate as _

# The field by which the page tells the form of pasted text from that of a file.
TEXT = "text"


class PolicyFileForm(FileForm):
    """A policy as a file."""

    missing = N_("Choose your policy")


class PolicyTextForm(Form):
    """A policy as pasted text, which is read as it is."""

    text = StringField()

    def validate_text(self, field: Field) -> None:
        """Refuse an empty text."""
        if not (field.data or "").strip():
            raise ValidationError(_("Paste the text of your policy"))
