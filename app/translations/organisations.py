"""The words for the kinds of organisation: by type, by size and by region."""

from app.maturity.text import N_

TYPE_NAMES = {
    "prime_contractor": N_("Prime contractor"),
    "supplier": N_("Supplier"),
    "government": N_("Ministry or government agency"),
    "armed_forces": N_("Armed forces"),
    "media": N_("Defence media"),
    "other": N_("Other"),
}
SIZE_NAMES = {
    "1_49": N_("1 to 49 people"),
    "50_249": N_("50 to 249 people"),
    "250_999": N_("250 to 999 people"),
    "1000_9999": N_("1,000 to 9,999 people"),
    "10000_plus": N_("10,000 people or more"),
}
REGION_NAMES = {
    "europe": N_("Europe"),
    "north_america": N_("North America"),
    "asia_pacific": N_("Asia and the Pacific"),
    "middle_east_africa": N_("Middle East and Africa"),
    "latin_america": N_("Latin America"),
}
