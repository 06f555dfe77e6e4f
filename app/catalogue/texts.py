"""Checks of texts in both languages and of their typography."""

import re
from collections.abc import Iterator, Mapping

from app.catalogue.notes import Check, Location, Note
from app.maturity.text import LANGUAGES

_EVERYWHERE = (
    (re.compile(r"'"), "holds a straight apostrophe; write ’"),
    (re.compile(r'"'), "holds a straight quotation mark; write “…” in English, « … » in French"),
    (re.compile(r"^\s|\s$"), "begins or ends with a space"),
    (re.compile(r"[\x00-\x1f\x7f-\x9f]"), "holds a line end or another control character"),
)
_FRENCH = ((re.compile(r" [:;!?%»]|« "), "holds an ordinary space where French sets a no-break space"),)
_STYLE = {"en": _EVERYWHERE, "fr": _EVERYWHERE + _FRENCH}


def translation(language: str) -> Check:
    """Return a check of one text: it has a letter or digit, and the language's typography."""

    def check(value: object, place: Location) -> Iterator[Note]:
        if not isinstance(value, str):
            yield place.fault("must be text in quotation marks")
        elif not any(character.isalnum() for character in value):
            yield place.fault("is empty")
        else:
            yield from (place.fault(reason) for fault, reason in _STYLE[language] if fault.search(value))

    return check


TRANSLATION_CHECKS: Mapping[str, Check] = {language: translation(language) for language in LANGUAGES}
