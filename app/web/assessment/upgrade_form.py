"""The form that moves an assessment to a newer version of the questionnaire."""

from wtforms import HiddenField, StringField

from app.web.forms.base import VersionedForm


class UpgradeForm(VersionedForm):
    """The button, the tick if something is dropped, and the state and newer version that the page showed."""

    to = HiddenField()
    sure = StringField()

    def matches(self, state: int, newer: str) -> bool:
        """Return whether the page had shown the present state of the assessment and this newer version."""
        return self.expected_version == state and self.to.data == newer
