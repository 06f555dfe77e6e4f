"""Rules between the keys of one entry; a value of the wrong shape is skipped, its own check reports it."""

from collections.abc import Iterator, Mapping

from app.catalogue.notes import IdDefinition, Location, Note
from app.catalogue.shapes import entry_location
from app.maturity.text import LANGUAGES

Content = Mapping[str, object]

DECISION_WORDS = 20


def _tables(content: Content, key: str, identity: str, place: Location) -> Iterator[tuple[Content, Location]]:
    value = content.get(key)
    for number, item in enumerate(value if isinstance(value, list) else (), start=1):
        if isinstance(item, dict):
            yield item, entry_location(item, identity, place.child(key), number)


def _words(content: Content, key: str) -> str:
    value = content.get(key)
    return value if isinstance(value, str) else ""


def ids_begin_with_the_letter(domain: Content, place: Location) -> Iterator[Note]:
    """Refuse a practice whose id does not begin with its domain’s letter."""
    letter = _words(domain, "letter")
    for practice, at in _tables(domain, "practice", "id", place):
        id = _words(practice, "id")
        if id[:1].isupper() and not id.startswith(letter):
            yield at.child("id").fault(f"does not begin with its domain’s letter {letter}")


def levels_differ(practice: Content, place: Location) -> Iterator[Note]:
    """Refuse two level statements of a practice that are the same in one language."""
    levels = practice.get("level")
    for language in LANGUAGES:
        seen: dict[str, str] = {}
        for number, level in levels.items() if isinstance(levels, dict) else ():
            statement = " ".join(_words(level, language).split()) if isinstance(level, dict) else ""
            if statement and seen.setdefault(statement, number) != number:
                at = place.child("level").child(number).child(language)
                yield at.fault(f"says the same as level {seen[statement]}")


def decision_is_short(practice: Content, place: Location) -> Iterator[Note]:
    """Refuse a decision that a board could not read in one breath."""
    decision = practice.get("decision")
    texts = decision if isinstance(decision, dict) else {}
    for language in LANGUAGES:
        # French punctuation stands between spaces and is no word.
        count = sum(any(map(str.isalnum, word)) for word in _words(texts, language).split())
        if count > DECISION_WORDS:
            at = place.child("decision").child(language)
            yield at.fault(f"has {count} words; at most {DECISION_WORDS} are allowed")


def note_gate(practice: Content, place: Location) -> Iterator[Note]:
    """Note a practice that is a gate."""
    if practice.get("gate") is True and _words(practice, "id"):
        yield IdDefinition("gate", _words(practice, "id"), place)


def note_share(figure: Content, place: Location) -> Iterator[Note]:
    """Note a figure that has a share and so can be a weight."""
    if "share" in figure and _words(figure, "id"):
        yield IdDefinition("share", _words(figure, "id"), place)


def address_needs_verified_status(guidance: Content, place: Location) -> Iterator[Note]:
    """Refuse the address of guidance that was not read at its issuer’s own address."""
    if "address" in guidance and "status" in guidance and guidance["status"] != "V":
        yield place.child("address").fault("is allowed only where the status is V")


def only_one_title_has_a_language(guidance: Content, place: Location) -> Iterator[Note]:
    """Refuse a language for a title that is written in both."""
    if "title_language" in guidance and isinstance(guidance.get("title"), dict):
        yield place.child("title_language").fault("is for a title that has no translation")


def exclusive_needs_many(opinion: Content, place: Location) -> Iterator[Note]:
    """Refuse an exclusive option in an opinion that allows only one option anyway."""
    if opinion.get("choice") == "one":
        for option, at in _tables(opinion, "option", "token", place):
            if option.get("exclusive") is True:
                yield at.child("exclusive").fault("needs an opinion whose choice is many")


def tokens_differ(opinion: Content, place: Location) -> Iterator[Note]:
    """Refuse two options of an opinion that have the same token."""
    seen: set[str] = set()
    for option, at in _tables(opinion, "option", "token", place):
        token = _words(option, "token")
        if token and token in seen:
            yield at.child("token").fault("is already used in this opinion")
        seen.add(token)


def combined_tokens_exist(opinion: Content, place: Location) -> Iterator[Note]:
    """Refuse a combined figure of options that its opinion does not have."""
    known = {_words(option, "token") for option, _ in _tables(opinion, "option", "token", place)}
    for combined, at in _tables(opinion, "combined", "", place):
        tokens = combined.get("tokens")
        for number, token in enumerate(tokens if isinstance(tokens, list) else (), start=1):
            if isinstance(token, str) and token.strip() and token not in known:
                yield at.child("tokens").child(number).fault(f"names no option of this opinion: {token}")


def variants_are_complete(questionnaire: Content, place: Location) -> Iterator[Note]:
    """Require a full variant, which asks everything, and a quick one, which lists what it asks."""
    variants = {at.key: (variant, at) for variant, at in _tables(questionnaire, "variant", "id", place)}
    for id in ("full", "quick"):
        if id not in variants:
            yield place.child("variant").fault(f"lacks the variant {id}")
        elif ("questions" in variants[id][0]) != (id == "quick"):
            reason = "is missing" if id == "quick" else "must be left out; the full assessment asks all"
            yield variants[id][1].child("questions").fault(reason)
