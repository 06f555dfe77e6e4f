"""The form that moves an assessment to a newer version of the questionnaire."""

from wtforms import HiddenField, StringField

from app.web.forms.base import VersionedForm


class UpgradeForm(VersionedForm):
    """The button, the tick where something is dropped, and what the page showed: state and newer version."""

    to = HiddenField()
    sure = StringField()

    def matches(self, state: int, newer: str) -> bool:
        """Say whether the page had shown the assessment as it stands, and this newer version."""
        return self.expected_version == state and self.to.data == newer
