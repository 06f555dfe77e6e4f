"""The words for the values of a profile."""

from app.maturity.answers import Profile
from app.report.voice import Voice


def N_(sentence: str) -> str:  # noqa: N802  # gettext's own name for a sentence that is translated later
    """Mark a sentence for the catalogue."""
    return sentence


_TYPES = {
    "prime_contractor": N_("Prime contractor"),
    "supplier": N_("Supplier"),
    "government": N_("Ministry or government agency"),
    "armed_forces": N_("Armed forces"),
    "media": N_("Defence media"),
    "other": N_("Other"),
}
_SIZES = {
    "1_49": N_("1 to 49 people"),
    "50_249": N_("50 to 249 people"),
    "250_999": N_("250 to 999 people"),
    "1000_9999": N_("1,000 to 9,999 people"),
    "10000_plus": N_("10,000 people or more"),
}
_REGIONS = {
    "europe": N_("Europe"),
    "north_america": N_("North America"),
    "asia_pacific": N_("Asia and the Pacific"),
    "middle_east_africa": N_("Middle East and Africa"),
    "latin_america": N_("Latin America"),
}


def profile_words(profile: Profile, voice: Voice) -> tuple[str, ...]:
    """Name the organisation's type, size and region, as far as they are given."""
    given = (
        _TYPES.get(profile.organisation_type),
        _SIZES.get(profile.size_band),
        _REGIONS.get(profile.region),
    )
    return tuple(voice._(words) for words in given if words)
