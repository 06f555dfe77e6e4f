"""The name under which a file of an assessment is saved: organisation, day and what it is, in plain ASCII."""

import re
import unicodedata
from datetime import date

# The longest part of a name that comes from the organisation; file systems take 255 bytes in all.
_LONGEST = 60
# Latin letters that Unicode does not take apart into a letter and its marks.
_LETTERS = str.maketrans(
    {"ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L"}
    | {"đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ħ": "h", "Ħ": "H", "ı": "i", "ŋ": "n"}
)
_NEITHER_LETTER_NOR_DIGIT = re.compile(r"[^A-Za-z0-9]+")


def file_name(organisation: str, day: date, what: str, extension: str) -> str:
    """Return for example ``Example-organisation-2026-11-29-scorecard-en.pdf``.

    Only the letters A to Z, digits and single hyphens are taken from the organisation’s name, at most 60 of
    them; a name without any is left out. Accents are dropped. Other scripts are left out: no spelling of them
    in Latin letters is right for every language that writes in them.
    """
    parts = (_plain(organisation), day.isoformat(), what)
    return f"{'-'.join(part for part in parts if part)}.{extension}"


def _plain(name: str) -> str:
    apart = unicodedata.normalize("NFKD", name.translate(_LETTERS))
    letters = "".join(letter for letter in apart if not unicodedata.combining(letter))
    words = _NEITHER_LETTER_NOR_DIGIT.sub("-", letters.replace("’", "").replace("'", ""))
    return words.strip("-")[:_LONGEST].rstrip("-")
