"""The form of the what-if: recommendations that are supposed to be carried out."""

from collections.abc import Collection
from typing import Any

from werkzeug.datastructures import MultiDict
from wtforms import Field, SelectMultipleField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # missing from types-WTForms
from wtforms.validators import ValidationError

from app.web.forms.base import Form
from app.web.request.language import translate as _


class WhatIfForm(Form):
    """The ticks of recommendations, of which ``ids`` names those that the page shows.

    They come from an assessment, so each form is made with its own, and no class is kept for them.
    """

    reach = SelectMultipleField(choices=[SelectChoice("", "")], validate_choice=False)

    def __init__(
        self, formdata: MultiDict[str, Any] | None = None, *, ids: Collection[str] = (), **values: object
    ) -> None:
        super().__init__(formdata, **values)
        self.ids = frozenset(ids)

    def validate_reach(self, field: Field) -> None:
        """Refuse a tick on anything that the page does not recommend."""
        if not set(field.raw_data or ()) <= self.ids:
            raise ValidationError(_("Tick only recommendations on this page"))

    @property
    def ticked(self) -> tuple[str, ...]:
        """Return the ids of the ticked recommendations, each once, in the order in which they were sent."""
        return tuple(dict.fromkeys(self.reach.raw_data or ()))
