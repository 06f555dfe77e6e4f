"""The form of one action: that of an action which exists, and that of a new one."""

from collections.abc import Mapping
from typing import Any

from werkzeug.datastructures import MultiDict
from wtforms import StringField

from app.maturity.clean_text import clean
from app.maturity.plan.action import Action
from app.maturity.plan.plan import ActionFields, fields_of
from app.storage.plan.plans import ActionEdit
from app.web.forms.base import VersionedForm
from app.web.plan.plan_form import TypedRow
from app.web.plan.typed_action import FIELDS, OF_CONTRIBUTORS, read_fields

# A new action before anything of it is typed.
BLANK = Action("new", "", "en")


class ActionForm(VersionedForm):
    """The fields of an action; ``typed`` holds those that were sent."""

    fields: tuple[str, ...] = OF_CONTRIBUTORS

    state = StringField()
    note = StringField()

    def __init__(
        self,
        formdata: MultiDict[str, Any] | None = None,
        *,
        action: Action = BLANK,
        **values: object,
    ) -> None:
        super().__init__(formdata, **values)
        self.action = action
        self.typed: Mapping[str, str] = {
            name: clean(self[name].raw_data[0]) for name in self.fields if self[name].raw_data
        }
        self.read: ActionFields = fields_of(action)

    def validate(self, extra_validators: Any = None) -> bool:  # noqa: ANN401  as WTForms declares it
        """Check the fields as the core does, beside the form itself."""
        is_genuine = super().validate(extra_validators)
        self.read, faults = read_fields(self.action, self.typed)
        for name, sentence in faults.items():
            self[name].errors = (*self[name].errors, sentence)
        return bool(is_genuine) and not faults

    @property
    def edit(self) -> ActionEdit:
        """Return what the form makes of its action."""
        return ActionEdit(self.action.id, self.expected_version, self.read)

    @property
    def row(self) -> TypedRow:
        """Return what was typed, as the row of a plan."""
        faults = {name: self[name].errors[0] for name in self.fields if self[name].errors}
        return TypedRow(self.typed, f"{self.version_to_show(self.action.revision)}-", self.read, faults)


class OwnerActionForm(ActionForm):
    """The form with all fields of an action, for owners."""

    fields = FIELDS

    # The order of the page.
    title = StringField()
    person = StringField()
    due = StringField()
    state = StringField()
    note = StringField()
