"""The words for the values of a profile."""

from app.maturity.answers import Profile
from app.translations.organisations import REGIONS, SIZES, TYPES
from app.translations.wording import Voice


def profile_words(profile: Profile, voice: Voice) -> tuple[str, ...]:
    """Name the organisation's type, size and region, as far as they are given."""
    given = (
        TYPES.get(profile.organisation_type),
        SIZES.get(profile.size_band),
        REGIONS.get(profile.region),
    )
    return tuple(voice._(words) for words in given if words)
