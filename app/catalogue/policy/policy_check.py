"""The check of clauses and cues against each other and against the practices."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping

from app.catalogue.faults import Fault
from app.catalogue.file_names import CLAUSES, CUES, DOMAINS
from app.catalogue.files import QuestionnaireFiles
from app.catalogue.notes import Location
from app.catalogue.policy.cue_rules import (
    two_matters_exist,
    what_is_not_read_has_no_cues,
    what_is_read_has_cues,
)
from app.catalogue.policy.cue_sentences import check_sentences
from app.catalogue.policy.placeholder_checks import check_placeholders
from app.catalogue.policy.policy_loader import CUE_LISTS, load_readings
from app.catalogue.shapes import entry_location
from app.maturity.text import LANGUAGES, Language

_Entry = tuple[Mapping[str, object], Location]
_Cue = tuple[str, Language, object, Location]


def check_policy(files: QuestionnaireFiles, faulty: Collection[str]) -> Iterator[Fault]:
    """Yield every fault between files; a folder with a ``faulty`` file is not judged any further."""
    if not _any_in(CLAUSES, faulty):
        yield from check_placeholders(
            _entries(files, CLAUSES, "clause", "id"), _entries(files, CLAUSES, "placeholder", "id")
        )
    if not _any_in(CUES, faulty) and not _any_in(DOMAINS, faulty):
        practices = tuple(_entries(files, DOMAINS, "practice", "id"))
        readings = tuple(_entries(files, CUES, "reading", "practice"))
        cues = tuple(_cues(files))
        yield from _gates_read_alone(practices, readings)
        yield from _unread_practices(practices, readings)
        yield from _cues_fit(readings, cues)
        yield from check_sentences(load_readings(files), _places(cues))


def _any_in(folder: str, faulty: Collection[str]) -> bool:
    return any(file.startswith(f"{folder}/") for file in faulty)


def _entries(files: QuestionnaireFiles, folder: str, key: str, identity: str) -> Iterator[_Entry]:
    """Yield the entries of a list in all files of a folder that have it, each with its place."""
    for file in files.in_folder(folder):
        listed = file.content.get(key)
        for number, item in enumerate(listed if isinstance(listed, list) else (), start=1):
            yield item, entry_location(item, identity, Location(file.path, key), number)


def _cues(files: QuestionnaireFiles) -> Iterator[_Cue]:
    """Yield each cue's practice, language, content and place, in the order in which they are numbered."""
    for file in files.in_folder(CUES):
        alone = QuestionnaireFiles((file,), ())
        for key in CUE_LISTS:
            for entry, place in _entries(alone, CUES, key, "practice"):
                for language in LANGUAGES:
                    listed = entry.get(language)
                    for number, cue in enumerate(listed if isinstance(listed, list) else (), start=1):
                        yield str(entry["practice"]), language, cue, place.child(language).child(number)


def _cues_fit(readings: Collection[_Entry], cues: Collection[_Cue]) -> Iterator[Fault]:
    """Judge each reading with its cues of all files."""
    for reading, place in readings:
        joined: dict[str, list[object]] = {}
        for practice, language, cue, _ in cues:
            if practice == reading["practice"]:
                joined.setdefault(language, []).append(cue)
        whole = {**reading, **joined}
        yield from what_is_read_has_cues(whole, place)
        yield from what_is_not_read_has_no_cues(whole, place)
        yield from two_matters_exist(whole, place)


def _places(cues: Collection[_Cue]) -> Mapping[str, Location]:
    """Return the place of each cue by its id."""
    numbers: Counter[tuple[str, str]] = Counter()
    places = {}
    for practice, language, _, place in cues:
        numbers[practice, language] += 1
        places[f"{practice}-{language}-{numbers[practice, language]}"] = place
    return places


def _gates_read_alone(practices: Collection[_Entry], readings: Collection[_Entry]) -> Iterator[Fault]:
    gates = {practice["id"] for practice, _ in practices if practice["gate"]}
    for reading, place in readings:
        if reading["practice"] in gates and reading["alone"]:
            yield place.child("alone").fault("must be 0 for a must-have; it needs the person’s word")


def _unread_practices(practices: Collection[_Entry], readings: Collection[_Entry]) -> Iterator[Fault]:
    read = {reading["practice"] for reading, _ in readings}
    for practice, place in practices if read else ():
        if practice["id"] not in read:
            yield Fault(CUES, place.key, f"has no reading, but {place.file} asks it")
