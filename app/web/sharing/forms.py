"""The forms of sharing: a link to make, and one to withdraw."""

from wtforms import Field, HiddenField, SelectMultipleField, StringField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # missing from types-WTForms
from wtforms.validators import ValidationError

from app.maturity.clean_text import clean_line
from app.storage.sealing.roles import (
    API_READER,
    API_WRITER,
    CONTRIBUTOR,
    OWNER,
    PULSE_VIEWER,
    RESULTS_VIEWER,
    VIEWER,
)
from app.translations import N_
from app.translations.wording_cache import wording_cache
from app.web.forms.base import Form, chosen_from, name_within, yes_or_nothing
from app.web.request.language import translate as _

NAME_LIMIT = 60
ROLES = (RESULTS_VIEWER, VIEWER, CONTRIBUTOR, PULSE_VIEWER, API_READER, API_WRITER, OWNER)


class LinkForm(Form):
    """A link to make: its name, its role, what its page shows, and a contributor’s domains and scores."""

    letters = ""

    name = StringField(filters=[lambda value: clean_line(value or "")], validators=[name_within(NAME_LIMIT)])
    role = StringField(validators=[chosen_from(ROLES, N_("Choose what the link is for"))])
    domains = SelectMultipleField(choices=[SelectChoice("", "")], validate_choice=False)
    scores = SelectMultipleField(
        choices=[SelectChoice("yes", "yes")], validate_choice=False, validators=[yes_or_nothing]
    )

    shown = SelectMultipleField(
        choices=[SelectChoice("yes", "yes")], validate_choice=False, validators=[yes_or_nothing]
    )

    def validate_name(self, field: Field) -> None:
        """Refuse a missing name."""
        if not field.data:
            raise ValidationError(_("Enter a name, for example “Legal”"))

    def validate_domains(self, field: Field) -> None:
        """Refuse a contributor without domains, and domains for any other role."""
        if not set(field.data or ()) <= set(self.letters):
            raise ValidationError(_("Tick only domains on this page"))
        if self.role.data == CONTRIBUTOR and not field.data:
            raise ValidationError(_("Tick at least one domain for the contributor to answer"))
        if self.role.data in ROLES and self.role.data != CONTRIBUTOR and field.data:
            raise ValidationError(
                _("Only a contributor is given domains: untick them, or choose contributor")
            )

    @property
    def chosen_letters(self) -> str:
        """Return the letters of the chosen domains, in the questionnaire's order."""
        return "".join(letter for letter in self.letters if letter in (self.domains.data or ()))


@wording_cache
def link_form(letters: str) -> type[LinkForm]:
    """Build the form class of a questionnaire whose domains have these letters, once."""
    return type("LinkForm", (LinkForm,), {"letters": letters})


class WithdrawLinkForm(Form):
    """The link to withdraw."""

    link = HiddenField()
