"""The shapes of tables and lists in a questionnaire, each as a check."""

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from app.catalogue.notes import Check, IdDefinition, Location, Note, Rule
from app.catalogue.texts import TRANSLATION_CHECKS
from app.catalogue.values import string
from app.maturity.clean_text import clean_line

_NAME = re.compile(r"[\w-]+")


def table(required: Mapping[str, Check], optional: Mapping[str, Check] | None = None, *rules: Rule) -> Check:
    """Return a check of a table: it has the required keys, no unknown keys, and values of the right shape."""
    known = {**required, **(optional or {})}

    def check(value: object, place: Location) -> Iterator[Note]:
        if not isinstance(value, dict):
            yield place.fault(f"must be a table with the keys {', '.join(required)}")
            return
        yield from (place.child(key).fault("is missing") for key in required if key not in value)
        for key, item in value.items():
            if key in known:
                yield from known[key](item, place.child(key))
            else:
                yield place.child(clean_line(key)).fault(_unknown(key, known))
        for rule in rules:
            yield from rule(value, place)

    return check


def _unknown(key: str, known: Iterable[str]) -> str:
    near = get_close_matches(key, known, n=1)
    return f"is not a known key; did you mean “{near[0]}”?" if near else "is not a known key"


text = table(TRANSLATION_CHECKS)
_name = string()


def text_or_name(value: object, place: Location) -> Iterator[Note]:
    """Yield the faults of a text in both languages, or of a name that is the same in both."""
    yield from (text if isinstance(value, dict) else _name)(value, place)


def numbered_texts(first: int, last: int | None = None) -> Check:
    """Return a check of texts under the numbers ``first`` to ``last``, in order.

    Without ``last`` there may be any number of texts, at least one.
    """

    def check(value: object, place: Location) -> Iterator[Note]:
        if not isinstance(value, dict) or not value:
            yield place.fault(f"must hold texts numbered from {first}")
            return
        numbers = [str(number) for number in range(first, (last or len(value)) + 1)]
        yield from table(dict.fromkeys(numbers, text))(value, place)
        order = [key for key in value if key in numbers]
        if order != sorted(order, key=int):
            yield place.fault(f"is out of order: {', '.join(order)}")

    return check


def texts_by_id(kind: str) -> Check:
    """Return a check of a table of texts whose keys are ids of a kind."""
    return values_by_id(kind, text, "texts")


def values_by_id(kind: str, each: Check, called: str) -> Check:
    """Return a check of a table whose keys are ids of a kind; ``called`` says what it holds."""

    def check(value: object, place: Location) -> Iterator[Note]:
        if not isinstance(value, dict) or not value:
            yield place.fault(f"must be a table of {called}")
            return
        for key, item in value.items():
            yield IdDefinition(kind, key, place.child(key))
            yield from each(item, place.child(key))

    return check


def table_list(each: Check, identity: str = "") -> Check:
    """Return a check of a list of tables; an entry is named by its id, or by its number."""

    def check(value: object, place: Location) -> Iterator[Note]:
        if not isinstance(value, list):
            yield place.fault(f"must be written as tables, [[{place.key.rpartition('.')[2]}]]")
            return
        if not value:
            yield place.fault("is empty")
        for number, item in enumerate(value, start=1):
            yield from each(item, entry_location(item, identity, place, number))

    return check


def entry_location(item: object, identity: str, place: Location, number: int) -> Location:
    """Return the place of a list's entry, named by its id, or by its number if the id cannot be a name."""
    name = item.get(identity) if isinstance(item, dict) else None
    return place.sibling(name) if isinstance(name, str) and _NAME.fullmatch(name) else place.child(number)


def list_of(each: Check) -> Check:
    """Return a check of a list that is not empty and has no repeated items."""

    def check(value: object, place: Location) -> Iterator[Note]:
        if not isinstance(value, list):
            yield place.fault("must be a list")
            return
        if not value:
            yield place.fault("is empty")
        for number, item in enumerate(value, start=1):
            yield from each(item, place.child(number))
            if item in value[: number - 1]:
                yield place.child(number).fault(f"repeats {clean_line(str(item))}")

    return check
