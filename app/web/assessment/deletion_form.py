"""The form that deletes an assessment."""

from wtforms import SelectMultipleField, StringField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # missing from types-WTForms

from app.translations import N_
from app.web.forms.base import Form, chosen_from, yes_or_nothing


class DeletionForm(Form):
    """The tick without which nothing is deleted, and the tick that withdraws the contribution too."""

    sure = StringField(
        validators=[
            chosen_from(
                ("yes",),
                N_("Tick “Yes, delete this assessment for good” if you want to delete the assessment"),
            )
        ]
    )
    peers = SelectMultipleField(
        choices=[SelectChoice("yes", "yes")], validate_choice=False, validators=[yes_or_nothing]
    )
