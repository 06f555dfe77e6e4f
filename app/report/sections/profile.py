"""The words for the values of a profile."""

from app.maturity.answers import Profile
from app.translations.organisations import REGION_NAMES, SIZE_NAMES, TYPE_NAMES
from app.translations.wording import Wording


def profile_words(profile: Profile, wording: Wording) -> tuple[str, ...]:
    """Name the organisation's type, size and region, as far as they are given."""
    given = (
        TYPE_NAMES.get(profile.organisation_type),
        SIZE_NAMES.get(profile.size_band),
        REGION_NAMES.get(profile.region),
    )
    return tuple(wording._(words) for words in given if words)
