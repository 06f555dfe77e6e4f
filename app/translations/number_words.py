"""Small numbers in words, for sentences that count things."""

from app.maturity.text import Language

_WORDS: dict[Language, tuple[str, ...]] = {
    "en": (
        *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
        *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen"),
    ),
    "fr": (
        *("zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"),
        *("onze", "douze", "treize", "quatorze", "quinze", "seize"),
    ),
}
_THOUSANDS: dict[Language, str] = {"en": ",", "fr": "\u00a0"}


def number_word(count: int, language: Language) -> str:
    """Return a count from 0 to 16 as a word, and a larger one in digits."""
    words = _WORDS[language]
    return words[count] if count < len(words) else group_digits(count, language)


def group_digits(count: int, language: Language) -> str:
    """Return a whole number in digits, its thousands apart: “2,000”, « 2 000 »."""
    return f"{count:,}".replace(",", _THOUSANDS[language])
