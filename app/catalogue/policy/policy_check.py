"""The check of clauses and cues against each other and against the practices."""

from collections.abc import Collection, Iterator, Mapping

from app.catalogue.faults import Fault
from app.catalogue.file_names import CLAUSES, CUES, DOMAINS
from app.catalogue.files import QuestionnaireFiles
from app.catalogue.notes import Location
from app.catalogue.policy.cue_sentences import check_sentences
from app.catalogue.policy.placeholder_checks import check_placeholders
from app.catalogue.policy.policy_loader import load_readings
from app.catalogue.shapes import entry_location

_Entry = tuple[Mapping[str, object], Location]


def check_policy(files: QuestionnaireFiles, faulty: Collection[str]) -> Iterator[Fault]:
    """Yield every fault between files; a folder with a ``faulty`` file is not judged any further."""
    if not _any_in(CLAUSES, faulty):
        yield from check_placeholders(
            _entries(files, CLAUSES, "clause", "id"), _entries(files, CLAUSES, "placeholder", "id")
        )
    if not _any_in(CUES, faulty) and not _any_in(DOMAINS, faulty):
        practices = tuple(_entries(files, DOMAINS, "practice", "id"))
        readings = tuple(_entries(files, CUES, "reading", "practice"))
        yield from _gates_read_alone(practices, readings)
        yield from _unread_practices(practices, readings)
        places = {str(reading["practice"]): place for reading, place in readings}
        yield from check_sentences(load_readings(files), places)


def _any_in(folder: str, faulty: Collection[str]) -> bool:
    return any(file.startswith(f"{folder}/") for file in faulty)


def _entries(files: QuestionnaireFiles, folder: str, key: str, identity: str) -> Iterator[_Entry]:
    """Yield the entries of a list in all files of a folder that have it, each with its place."""
    for file in files.in_folder(folder):
        listed = file.content.get(key)
        for number, item in enumerate(listed if isinstance(listed, list) else (), start=1):
            yield item, entry_location(item, identity, Location(file.path, key), number)


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
