"""The forms of an organisation that takes part in a programme."""

from collections.abc import Iterable, Iterator
from typing import Any

from werkzeug.datastructures import MultiDict
from wtforms import Field, HiddenField, StringField
from wtforms.validators import ValidationError

from app.maturity.programme.submission import DEPTHS, LEVELS, Depth
from app.web.forms.base import Form
from app.web.forms.profile import ProfileForm
from app.web.request.language import translate as _

# What an invitation is accepted for, if not for an assessment that is open.
NEW = "new"


class AcceptForm(Form):
    """For which assessment an invitation is accepted: one that is open in this browser, or a new one."""

    choice = StringField()

    def __init__(
        self, formdata: MultiDict[str, Any] | None = None, *, offered: Iterable[str] = (), **values: object
    ) -> None:
        super().__init__(formdata, **values)
        self.offered = (NEW, *offered)

    def validate_choice(self, field: Field) -> None:
        """Refuse a form without a choice, and one that the page did not offer."""
        if field.data not in self.offered:
            raise ValidationError(_("Choose the assessment that takes part"))

    def unexpected_fields(self) -> Iterator[str]:
        """Yield none: a page that was sent again carries the code of the invitation too."""
        return iter(())


class InvitedProfileForm(ProfileForm):
    """The organisation that begins with an invitation, which fixes the variant."""

    invitation = HiddenField()
    without = StringField()

    @property
    def is_without(self) -> bool:
        """Return whether the assessment is to begin without the invitation."""
        return bool(self.without.data)


class PreviewForm(Form):
    """The preview that is submitted, and the ticks without which nothing is."""

    round = HiddenField()
    depth = HiddenField()
    texts = HiddenField()
    shown = HiddenField()
    agree = StringField()
    agree_texts = StringField()

    def validate_agree(self, field: Field) -> None:
        """Refuse a form without the tick."""
        if field.data != "yes":
            raise ValidationError(_("Tick the box if you agree to submit this"))

    def validate_agree_texts(self, field: Field) -> None:
        """Refuse comments and evidence without their own tick."""
        if self.texts.data and field.data != "yes":
            raise ValidationError(_("Tick the box if you agree to submit the comments and the evidence too"))


def asked_depth(text: str) -> Depth:
    """Return the depth that a text names; the deeper one must be named."""
    return LEVELS if text == LEVELS else DEPTHS[0]
