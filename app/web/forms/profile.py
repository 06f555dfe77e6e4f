"""The forms of the organisation's profile: at the start, and later."""

from dataclasses import asdict, replace

from wtforms import StringField

from app.maturity.answers import ORGANISATION_LIMIT, ORGANISATION_TYPES, REGIONS, SIZE_BANDS, Profile
from app.maturity.clean_text import clean_line
from app.maturity.questionnaire import Questionnaire
from app.translations import N_
from app.translations.organisations import REGION_NAMES as REGION_LABELS
from app.translations.organisations import SIZE_NAMES, TYPE_NAMES
from app.web.forms.base import Form, VersionedForm, chosen_from, name_within
from app.web.request.language import current
from app.web.request.language import translate as _

VARIANTS = ("full", "quick")

LABELS = {"organisation_type": TYPE_NAMES, "size_band": SIZE_NAMES, "region": REGION_LABELS}


class ProfileForm(Form):
    """The organisation, and the variant that it answers."""

    variant = StringField(
        validators=[chosen_from(VARIANTS, N_("Choose the full assessment or the quick check"))]
    )
    organisation = StringField(
        filters=[lambda value: clean_line(value or "")], validators=[name_within(ORGANISATION_LIMIT)]
    )
    organisation_type = StringField(
        validators=[chosen_from(ORGANISATION_TYPES, N_("Choose the type of your organisation"))]
    )
    size_band = StringField(validators=[chosen_from(SIZE_BANDS, N_("Choose the size of your organisation"))])
    region = StringField(validators=[chosen_from(REGIONS, N_("Choose the region of your organisation"))])

    def options(self, name: str) -> list[tuple[str, str, str]]:
        """Return the values of a field with their labels in the reader's language, for radio buttons."""
        return [(token, _(label), "") for token, label in LABELS[name].items()]

    @property
    def profile(self) -> Profile:
        """Return the profile that was typed."""
        return Profile(
            organisation=self.organisation.data or "",
            organisation_type=self.organisation_type.data or "",
            size_band=self.size_band.data or "",
            region=self.region.data or "",
            variant=self.variant.data or "",
        )


class ProfileChangeForm(ProfileForm, VersionedForm):
    """The profile of an existing assessment."""

    def apply_to(self, stored: Profile) -> Profile:
        """Return the stored profile with every valid field as it was typed."""
        typed = asdict(self.profile)
        return replace(stored, **{name: value for name, value in typed.items() if not self[name].errors})


def describe_profile(profile: Profile, questionnaire: Questionnaire) -> str:
    """Return a profile in one line, in the reader's language."""
    variant = questionnaire.variants[profile.variant].name.in_(current())
    values = (_(labels[getattr(profile, name)]) for name, labels in LABELS.items())
    return _("; ").join(filter(None, (profile.organisation, variant, *values)))
