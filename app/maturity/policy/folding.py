"""Text as cues see it: words in small letters without accents or punctuation."""

import re
import unicodedata
from collections.abc import Iterable

HANDLE = "@"
# An @ counts as a word where it begins the name of an account, and not within an address of e-mail.
_WORD = re.compile(rf"[a-z0-9%]+|(?<!\w){HANDLE}(?=\w)")
_MARKS = re.compile("[\u0300-\u036f]")
# Ligatures that Unicode does not take apart; every apostrophe and dash ends a word by itself.
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae"})
_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december|"
    "janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre"
)
_DATE = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th|er)? (?:{_MONTHS}) (?:19|20)\d\d"
    rf"|(?:{_MONTHS}) (?:\d{{1,2}} )?(?:19|20)\d\d"
    r"|(?:19|20)\d\d \d\d \d\d|\d{1,2} \d{1,2} (?:19|20)\d\d)\b"
)


def words_of(text: str) -> list[str]:
    """Return the words of a text, folded; a percent sign is a letter, and @ before a name a word."""
    lower = text.lower()
    if not lower.isascii():
        lower = _MARKS.sub("", unicodedata.normalize("NFKD", lower.translate(_LIGATURES)))
    return _WORD.findall(lower)


def holds_a_date(words: Iterable[str]) -> bool:
    """Return whether a day or a month with its year stands among folded words."""
    return bool(_DATE.search(" ".join(words)))
