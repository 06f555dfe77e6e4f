"""The forms of peers: to contribute, and to withdraw a contribution."""

import json
from typing import Any

from wtforms import Field, HiddenField, StringField
from wtforms.validators import ValidationError

from app.maturity.clean_text import clean_line
from app.maturity.peers.contribution import Contribution
from app.storage.peers import receipts
from app.storage.sealing import codes
from app.translations import N_
from app.web.forms.base import Form, chosen_from
from app.web.request.language import translate as _


def fingerprint(offer: Contribution) -> str:
    """Return all that would be sent as one text, by which a form names the preview it was sent from."""
    cell = offer.cell
    parts: list[Any] = [offer.version, offer.variant, cell.organisation_type, cell.size_band]
    return json.dumps([*parts, dict(offer.scores)], sort_keys=True, separators=(",", ":"))


class ContributionForm(Form):
    """The tick without which nothing is sent, and the preview that the page showed above it."""

    shown = HiddenField()
    agree = StringField(validators=[chosen_from(("yes",), N_("Tick the box if you agree to send this"))])


class InvitedContributionForm(ContributionForm):
    """The same, where contributing takes an invitation."""

    invitation = StringField(filters=[lambda value: clean_line(value or "")])

    def validate_invitation(self, field: Field) -> None:
        """Refuse an empty field; whether the invitation is valid is looked up later."""
        if not field.data:
            raise ValidationError(_("Enter the invitation that you were sent"))


class WithdrawContributionForm(Form):
    """The tick without which nothing is withdrawn."""

    sure = StringField(
        validators=[chosen_from(("yes",), N_("Tick the box if you want to withdraw your scores"))]
    )


class ReceiptForm(Form):
    """The receipt of a contribution, in any spelling."""

    receipt = StringField(filters=[lambda value: clean_line(value or "")])

    def validate_receipt(self, field: Field) -> None:
        """Refuse a text that cannot be a receipt before anything is looked up."""
        if not field.data:
            raise ValidationError(_("Enter the receipt"))
        if not self.normalised_receipt:
            sentence = _("A receipt has %(length)s letters and digits; check what you entered")
            raise ValidationError(sentence % {"length": codes.RECEIPT_LENGTH})

    @property
    def normalised_receipt(self) -> str:
        """Return the receipt without separators, in capitals; empty if the typed text cannot be a receipt."""
        return receipts.normalise(self.receipt.data or "") or ""
