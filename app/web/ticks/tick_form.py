"""The form of the ticks that make recommendations actions of the plan."""

from collections.abc import Collection
from typing import Any

from werkzeug.datastructures import MultiDict
from wtforms import Field, SelectMultipleField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # missing from types-WTForms
from wtforms.validators import ValidationError

from app.web.forms.base import Form
from app.web.request.language import translate as _


class TickForm(Form):
    """The ticks of recommendations, of which ``ids`` names those of the assessment."""

    tick = SelectMultipleField(choices=[SelectChoice("", "")], validate_choice=False)

    def __init__(
        self, formdata: MultiDict[str, Any] | None = None, *, ids: Collection[str] = (), **values: object
    ) -> None:
        super().__init__(formdata, **values)
        self.ids = frozenset(ids)

    def validate_tick(self, field: Field) -> None:
        """Refuse a tick on anything that is not recommended any more, and no tick at all."""
        if not field.raw_data:
            raise ValidationError(_("Tick at least one recommendation"))
        if not set(field.raw_data) <= self.ids:
            raise ValidationError(_("Tick only recommendations on this page"))

    @property
    def ticked(self) -> tuple[str, ...]:
        """Return the ids of the ticked recommendations, each once, in the order in which they were sent."""
        return tuple(dict.fromkeys(self.tick.raw_data or ()))
