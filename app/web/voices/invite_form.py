"""The forms of the owner: whom to ask, what becomes of the voices, and the tick that withdraws one."""

from wtforms import Field, HiddenField, SelectMultipleField, StringField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # missing from types-WTForms
from wtforms.validators import ValidationError

from app.maturity.clean_text import clean_line
from app.maturity.voices.voice import OTHER, ROLE_NAME_LIMIT, VOICE_ROLES, VoiceRole
from app.translations import N_
from app.translations.wording_cache import wording_cache
from app.web.forms.base import Form, chosen_from, name_within, yes_or_nothing
from app.web.request.language import translate as _

ALL, SOME = "all", "some"
CLOSE, REOPEN = "close", "reopen"


class InviteForm(Form):
    """A colleague to ask: the role, its name if it is another, the domains, and what the page shows."""

    letters = ""

    role = StringField(validators=[chosen_from(VOICE_ROLES, N_("Choose the role of your colleague"))])
    name = StringField(
        filters=[lambda value: clean_line(value or "")], validators=[name_within(ROLE_NAME_LIMIT)]
    )
    extent = StringField(
        validators=[chosen_from((ALL, SOME), N_("Choose whether your colleague answers all domains or some"))]
    )
    domains = SelectMultipleField(choices=[SelectChoice("", "")], validate_choice=False)
    shown = SelectMultipleField(
        choices=[SelectChoice("yes", "yes")], validate_choice=False, validators=[yes_or_nothing]
    )

    def validate_name(self, field: Field) -> None:
        """Refuse a missing name of another role, and a name of any other."""
        if self.role.data == OTHER and not field.data:
            raise ValidationError(_("Enter the name of the role, for example “Works council”"))
        if self.role.data in VOICE_ROLES and self.role.data != OTHER and field.data:
            raise ValidationError(_("Delete the name, or choose “Another role”"))

    def validate_domains(self, field: Field) -> None:
        """Refuse a part without domains, and domains beside everything."""
        if not set(field.data or ()) <= set(self.letters):
            raise ValidationError(_("Tick only domains on this page"))
        if self.extent.data == SOME and not field.data:
            raise ValidationError(_("Tick at least one domain for your colleague to answer"))
        if self.extent.data == ALL and field.data:
            raise ValidationError(_("Untick the domains, or choose “Only the domains that I tick below”"))

    @property
    def voice_role(self) -> VoiceRole:
        """Return the role."""
        return VoiceRole(self.role.data or "", self.name.data or "")

    @property
    def chosen_letters(self) -> str:
        """Return the letters of the chosen domains, in the questionnaire’s order."""
        if self.extent.data == ALL:
            return self.letters
        return "".join(letter for letter in self.letters if letter in (self.domains.data or ()))


@wording_cache
def invite_form(letters: str) -> type[InviteForm]:
    """Build the form class of a questionnaire whose asked domains have these letters, once."""
    return type("InviteForm", (InviteForm,), {"letters": letters})


class VoicesForm(Form):
    """The button that closes the voices, or reopens them."""

    action = HiddenField(
        validators=[chosen_from((CLOSE, REOPEN), N_("Choose one of the buttons on the page"))]
    )


class WithdrawVoiceForm(Form):
    """The tick without which no voice is withdrawn, because its answers are deleted."""

    sure = StringField(
        validators=[chosen_from(("yes",), N_("Tick the box if you want to withdraw this link"))]
    )
