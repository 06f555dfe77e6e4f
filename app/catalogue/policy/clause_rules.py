"""Rules within one clause; a value of the wrong shape is skipped, its own check reports it."""

import re
from collections.abc import Iterator, Mapping

from app.catalogue.notes import Location, Note
from app.maturity.text import LANGUAGES, Language

Content = Mapping[str, object]

BINDING_WORDS: Mapping[Language, re.Pattern[str]] = {
    "en": re.compile(r"\b(?:must|may)\b", re.IGNORECASE),
    "fr": re.compile(r"\b(?:doit|doivent|peut|peuvent)\b", re.IGNORECASE),
}
_LACKS = {
    "en": "does not bind: it has neither “must” nor “may”",
    "fr": "does not bind: it has neither “doit” nor “peut”",
}


def id_begins_with_the_practice(clause: Content, place: Location) -> Iterator[Note]:
    """Refuse a clause whose id does not begin with its practice."""
    id, practice = clause.get("id"), clause.get("practice")
    if isinstance(id, str) and isinstance(practice, str) and id.rpartition("-")[0] != practice:
        yield place.child("id").fault(f"does not begin with its practice {practice}")


def paragraphs_are_equal_in_number(clause: Content, place: Location) -> Iterator[Note]:
    """Refuse a clause that has more paragraphs, or more steps, in one language."""
    for key in ("text", "also"):
        english, french = (len(paragraphs(clause, key, language)) for language in LANGUAGES)
        if english and french and english != french:
            yield place.child(key).fault(f"has {english} paragraphs in English and {french} in French")


def paragraphs_bind(clause: Content, place: Location) -> Iterator[Note]:
    """Refuse a paragraph that neither commands, forbids nor permits."""
    for language in LANGUAGES:
        for number, paragraph in enumerate(paragraphs(clause, "text", language), start=1):
            if paragraph and not BINDING_WORDS[language].search(paragraph):
                yield place.child("text").child(language).child(number).fault(_LACKS[language])


def paragraphs(clause: Content, key: str, language: Language) -> tuple[str, ...]:
    """Return the paragraphs of a clause in one language, one that is no text as an empty one."""
    texts = clause.get(key)
    listed = texts.get(language) if isinstance(texts, dict) else None
    return tuple(each if isinstance(each, str) else "" for each in listed) if isinstance(listed, list) else ()
