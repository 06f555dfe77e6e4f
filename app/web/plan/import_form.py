"""The forms of the page that imports an edited plan: the file, and what the owner confirms of it."""

from collections.abc import Iterable
from typing import Any

from werkzeug.datastructures import MultiDict
from wtforms import Field, HiddenField, SelectMultipleField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # missing from types-WTForms
from wtforms.validators import ValidationError

from app.exchange.plan_import import proposal_json
from app.exchange.plan_import.proposal_json import SeenProposal
from app.translations import N_
from app.web.forms.base import Form
from app.web.forms.file_form import FileForm
from app.web.request.language import translate as _

# The field by which the page tells the two forms apart.
PROPOSED = "proposed"


class PlanFileForm(FileForm):
    """An edited plan."""

    missing = N_("Choose the edited plan")


class ProposalForm(Form):
    """What a file proposes, as the page showed it, and the outdated changes that are made all the same."""

    proposed = HiddenField()
    replace = SelectMultipleField(choices=[SelectChoice("", "")], validate_choice=False)

    def __init__(self, formdata: MultiDict[str, Any] | None = None, **values: object) -> None:
        super().__init__(formdata, **values)
        self.proposals: tuple[SeenProposal, ...] = ()

    def validate_proposed(self, field: Field) -> None:
        """Refuse what no page holds."""
        try:
            self.proposals = proposal_json.read(field.data or "")
        except ValueError:
            raise ValidationError(_("The form arrived incomplete. Choose the file again.")) from None

    def validate_replace(self, field: Field) -> None:
        """Refuse a tick on an action that the page does not show."""
        if not self.ticked <= {each.proposed.id for each in self.proposals}:
            raise ValidationError(_("Tick only boxes on this page"))

    @property
    def ticked(self) -> frozenset[str]:
        """Return the ids of the actions whose outdated changes are to be made."""
        sent: Iterable[str] = self.replace.raw_data or ()
        return frozenset(sent)
