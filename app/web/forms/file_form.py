"""A form with one file that a person chose."""

from typing import Any

from flask import request
from flask_wtf.file import FileField
from werkzeug.datastructures import MultiDict
from wtforms import Field
from wtforms.validators import ValidationError

from app.web.forms.base import Form
from app.web.request.language import translate as _


class FileForm(Form):
    """A file; ``missing`` is the sentence that asks for one."""

    missing: str
    file = FileField()

    @classmethod
    def _received(cls) -> MultiDict[str, Any]:
        return MultiDict({**request.form.to_dict(flat=False), "file": request.files.getlist("file")})

    def validate_file(self, field: Field) -> None:
        """Refuse a form without a file."""
        if not field.data:
            raise ValidationError(_(self.missing))
