"""The shapes of tables and lists in a questionnaire, each as a check."""

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from app.catalogue.notes import Check, Defined, Note, Place, Rule
from app.catalogue.texts import BOTH
from app.maturity.clean_text import plain_line

_NAME = re.compile(r"\w+")


def table(required: Mapping[str, Check], optional: Mapping[str, Check] | None = None, *rules: Rule) -> Check:
    """Check a table: its required keys are there, no unknown ones, each value in its shape."""
    known = {**required, **(optional or {})}

    def check(value: object, place: Place) -> Iterator[Note]:
        if not isinstance(value, dict):
            yield place.fault(f"must be a table with the keys {', '.join(required)}")
            return
        yield from (place.under(key).fault("is missing") for key in required if key not in value)
        for key, item in value.items():
            if key in known:
                yield from known[key](item, place.under(key))
            else:
                yield place.under(plain_line(key)).fault(_unknown(key, known))
        for rule in rules:
            yield from rule(value, place)

    return check


def _unknown(key: str, known: Iterable[str]) -> str:
    near = get_close_matches(key, known, n=1)
    return f"is not a known key; did you mean “{near[0]}”?" if near else "is not a known key"


text = table(BOTH)


def numbered(first: int, last: int | None = None) -> Check:
    """Check texts under the numbers first to last, in that order; without a last, as many as there are."""

    def check(value: object, place: Place) -> Iterator[Note]:
        if not isinstance(value, dict) or not value:
            yield place.fault(f"must hold texts numbered from {first}")
            return
        numbers = [str(number) for number in range(first, (last or len(value)) + 1)]
        yield from table(dict.fromkeys(numbers, text))(value, place)
        found = [key for key in value if key in numbers]
        if found != sorted(found, key=int):
            yield place.fault(f"is out of order: {', '.join(found)}")

    return check


def keyed(kind: str) -> Check:
    """Check a table of texts whose keys are ids of a kind."""

    def check(value: object, place: Place) -> Iterator[Note]:
        if not isinstance(value, dict) or not value:
            yield place.fault("must be a table of texts")
            return
        for key, item in value.items():
            yield Defined(kind, key, place.under(key))
            yield from text(item, place.under(key))

    return check


def entries(each: Check, identity: str = "") -> Check:
    """Check a list of tables; an entry goes by its own id, or by its number where that is at fault."""

    def check(value: object, place: Place) -> Iterator[Note]:
        if not isinstance(value, list):
            yield place.fault(f"must be written as tables, [[{place.key.rpartition('.')[2]}]]")
            return
        if not value:
            yield place.fault("is empty")
        for number, item in enumerate(value, start=1):
            yield from each(item, entry_place(item, identity, place, number))

    return check


def entry_place(item: object, identity: str, place: Place, number: int) -> Place:
    """Give the place of an entry of the list at a place, named by its id if that can be a name."""
    name = item.get(identity) if isinstance(item, dict) else None
    return place.beside(name) if isinstance(name, str) and _NAME.fullmatch(name) else place.under(number)


def listed(each: Check) -> Check:
    """Check a list that holds something and nothing twice."""

    def check(value: object, place: Place) -> Iterator[Note]:
        if not isinstance(value, list):
            yield place.fault("must be a list")
            return
        if not value:
            yield place.fault("is empty")
        for number, item in enumerate(value, start=1):
            yield from each(item, place.under(number))
            if item in value[: number - 1]:
                yield place.under(number).fault(f"repeats {plain_line(str(item))}")

    return check
