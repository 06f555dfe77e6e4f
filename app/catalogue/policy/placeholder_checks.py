"""Rules between clauses and the file of placeholders: each is known, used, and in both languages."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping

from app.catalogue.faults import Fault
from app.catalogue.file_names import PLACEHOLDERS
from app.catalogue.notes import Location
from app.catalogue.policy.clause_rules import paragraphs
from app.maturity.text import LANGUAGES, Language

Content = Mapping[str, object]

_BRACKET = re.compile(r"\[([^\[\]]*)\]")
_NUMBER = re.compile(r"\d")
_IN = {"en": "in English", "fr": "in French"}


def brackets(paragraph: str) -> tuple[str, ...]:
    """Return what stands in brackets in a paragraph, with small first letters."""
    return tuple(folded(each) for each in _BRACKET.findall(paragraph))


def folded(name: str) -> str:
    """Return the name of a placeholder as it compares: the case of its first letter does not count."""
    return name[:1].lower() + name[1:]


def is_value(bracket: str) -> bool:
    """Return whether brackets hold a value that may be changed, such as 12, and no placeholder."""
    return bool(_NUMBER.search(bracket))


def check_placeholders(
    clauses: Iterable[tuple[Content, Location]], placeholders: Iterable[tuple[Content, Location]]
) -> Iterator[Fault]:
    """Yield every fault between clauses and placeholders, which have no faults of their own."""
    listed = tuple(placeholders)
    ids = {language: _ids(listed, language) for language in LANGUAGES}
    yield from _repeated_names(listed)
    used: set[str] = set()
    for clause, place in clauses:
        for language in LANGUAGES:
            yield from _unknown_names(clause, place, language, ids[language])
        yield from _unequal_paragraphs(clause, place, ids)
        used |= {
            ids[language].get(name, "")
            for language in LANGUAGES
            for _, _, paragraph in _paragraphs(clause, language)
            for name in brackets(paragraph)
        }
    for placeholder, place in listed:
        if placeholder["id"] not in used:
            yield place.fault("is used in no clause")


def _paragraphs(clause: Content, language: Language) -> Iterator[tuple[str, int, str]]:
    for key in ("text", "also"):
        for number, paragraph in enumerate(paragraphs(clause, key, language), start=1):
            yield key, number, paragraph


def _names(placeholder: Content) -> Mapping[str, str]:
    names = placeholder["name"]
    return {language: folded(names[language]) for language in LANGUAGES} if isinstance(names, dict) else {}


def _ids(placeholders: Iterable[tuple[Content, Location]], language: Language) -> Mapping[str, str]:
    return {_names(each)[language]: str(each["id"]) for each, _ in placeholders}


def _repeated_names(placeholders: Collection[tuple[Content, Location]]) -> Iterator[Fault]:
    for language in LANGUAGES:
        first: dict[str, str] = {}
        for placeholder, place in placeholders:
            id = str(placeholder["id"])
            earlier = first.setdefault(_names(placeholder)[language], id)
            if earlier != id:
                yield place.child("name").child(language).fault(f"is the name of {earlier} already")


def _unknown_names(
    clause: Content, place: Location, language: Language, ids: Mapping[str, str]
) -> Iterator[Fault]:
    for key, number, paragraph in _paragraphs(clause, language):
        at = place.child(key).child(language).child(number)
        if paragraph.count("[") != paragraph.count("]"):
            yield at.fault("opens or closes a bracket that has no other")
        for name in dict.fromkeys(brackets(paragraph)):
            if not is_value(name) and name not in ids:
                yield at.fault(
                    f"has a placeholder that {PLACEHOLDERS} does not have {_IN[language]}: [{name}]"
                )


def _unequal_paragraphs(
    clause: Content, place: Location, ids: Mapping[Language, Mapping[str, str]]
) -> Iterator[Fault]:
    for (key, number, english), (_, _, french) in zip(
        *(_paragraphs(clause, language) for language in LANGUAGES), strict=True
    ):
        in_english, in_french = _contained(english, ids["en"]), _contained(french, ids["fr"])
        if None not in in_english and None not in in_french and in_english != in_french:
            only = sorted(str(each) for each in ((in_english - in_french) + (in_french - in_english)))
            yield (
                place.child(key)
                .child("fr")
                .child(number)
                .fault(f"has other placeholders than in English: {', '.join(only)}")
            )


def _contained(paragraph: str, ids: Mapping[str, str]) -> Counter[str | None]:
    """Count the placeholders of a paragraph by id, and its values; an unknown one counts as None."""
    return Counter(_digits(name) if is_value(name) else ids.get(name) for name in brackets(paragraph))


def _digits(value: str) -> str:
    # “[1 hour]” and “[1 heure]” hold the same value.
    return f"[{''.join(_NUMBER.findall(value))}]"
