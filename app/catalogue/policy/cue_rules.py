"""Rules within one reading and its cues; a value of the wrong shape is skipped, its own check reports it."""

from collections.abc import Iterator, Mapping

from app.catalogue.faults import Fault
from app.catalogue.notes import IdDefinition, IdReference, Location, Note
from app.maturity.policy.cue import DATE_TERM, MATTERS_FOR_TWO
from app.maturity.text import LANGUAGES

Content = Mapping[str, object]


def note_reading(reading: Content, place: Location) -> Iterator[Note]:
    """Note the practice that is read: no other reading may be of it."""
    practice = reading.get("practice")
    if isinstance(practice, str) and practice:
        yield IdDefinition("reading", practice, place.child("practice"))


def note_more_cues(more: Content, place: Location) -> Iterator[Note]:
    """Note the practice to whose reading, which stands in another file, the cues belong."""
    practice = more.get("practice")
    if isinstance(practice, str) and practice:
        yield IdReference("reading", practice, place.child("practice"))


def note_sets(cue: Content, place: Location) -> Iterator[Note]:
    """Note the named sets that a cue refers to."""
    for number, group in enumerate(_items(cue.get("all")), start=1):
        for index, term in enumerate(_items(group), start=1):
            yield from _set_reference(term, place.child("all").child(number).child(index))
    for key in ("not", "under"):
        for index, term in enumerate(_items(cue.get(key)), start=1):
            yield from _set_reference(term, place.child(key).child(index))


def a_date_is_apart(cue: Content, place: Location) -> Iterator[Note]:
    """Refuse a date that is the only group, is one of several terms, or must be near: it has no place."""
    groups = [_items(group) for group in _items(cue.get("all"))]
    if not any(DATE_TERM in group for group in groups):
        return
    if "within" in cue:
        yield place.child("within").fault(f"is not possible with {DATE_TERM}")
    if any(DATE_TERM in group and len(group) > 1 for group in groups):
        yield place.child("all").fault(f"has {DATE_TERM} beside other terms of a group")
    if all(DATE_TERM in group for group in groups):
        yield place.child("all").fault(f"has nothing but {DATE_TERM}")


def levels_fit(reading: Content, place: Location) -> Iterator[Note]:
    """Require levels that fit what is read, and a sentence to confirm where the person's word adds to it."""
    kind, alone, confirmed = reading.get("reads"), reading.get("alone"), reading.get("confirmed")
    if not isinstance(alone, int) or not isinstance(confirmed, int):
        return
    if kind in ("weak", "none") and alone:
        yield place.child("alone").fault(f"must be 0 where a policy is read as {kind}")
    if kind == "none" and confirmed:
        yield place.child("confirmed").fault("must be 0 where nothing is read")
    if confirmed < alone:
        yield place.child("confirmed").fault("must not be below the level alone")
    if confirmed > alone and "confirm" not in reading:
        yield place.child("confirm").fault("is missing; the person’s word adds to the text")
    if confirmed == alone and "confirm" in reading:
        yield place.child("confirm").fault("must be left out; the person’s word adds nothing")


def what_is_read_has_cues(reading: Content, place: Location) -> Iterator[Fault]:
    """Require cues in both languages of what is read."""
    for language in LANGUAGES:
        if reading.get("reads") in ("written", "weak") and language not in reading:
            yield place.child(language).fault("is missing")


def what_is_not_read_has_no_cues(reading: Content, place: Location) -> Iterator[Fault]:
    """Refuse cues of what is not read."""
    for language in LANGUAGES:
        if reading.get("reads") == "none" and language in reading:
            yield place.child(language).fault("must be left out; nothing is read")


def two_matters_exist(reading: Content, place: Location) -> Iterator[Fault]:
    """Require cues on two matters, in each language, where two matters must be settled."""
    for language in LANGUAGES if reading.get("two_matters") is True else ():
        cues = [cue for cue in _items(reading.get(language)) if isinstance(cue, dict)]
        if cues and len({str(cue["matter"]) for cue in cues if "matter" in cue}) < MATTERS_FOR_TWO:
            yield place.child(language).fault("has cues on fewer than two matters")


def parts_are_not_above_wholes(measured: Content, place: Location) -> Iterator[Note]:
    """Refuse more right sentences than were shown, or more found than were marked."""
    for part, whole in (("right", "shown"), ("found", "marked")):
        least, most = measured.get(part), measured.get(whole)
        if isinstance(least, int) and isinstance(most, int) and least > most:
            yield place.child(part).fault(f"is more than {whole}")


def _set_reference(term: object, place: Location) -> Iterator[Note]:
    if isinstance(term, str) and term.startswith("$"):
        yield IdReference("set", term[1:], place)


def _items(value: object) -> list[object]:
    return value if isinstance(value, list) else []
