"""The check of clauses and cues against each other and against the practices."""

from collections.abc import Collection, Iterator, Mapping

from app.catalogue.faults import Fault
from app.catalogue.file_names import CLAUSES, CUES, DOMAINS, MEASURED, PLACEHOLDERS, TERMS
from app.catalogue.files import QuestionnaireFiles
from app.catalogue.notes import Location
from app.catalogue.policy.placeholder_checks import check_placeholders
from app.catalogue.shapes import entry_location

_Entry = tuple[Mapping[str, object], Location]


def check_policy(files: QuestionnaireFiles, faulty: Collection[str]) -> Iterator[Fault]:
    """Yield every fault between files; a folder with a ``faulty`` file is not judged any further."""
    if not _any_in(CLAUSES, faulty):
        yield from check_placeholders(clause_entries(files), placeholder_entries(files))
    if not _any_in(CUES, faulty) and not _any_in(DOMAINS, faulty):
        practices = tuple(_entries(files, DOMAINS, "practice", "id"))
        yield from _gates_read_alone(practices, tuple(reading_entries(files)))
        yield from _unread_practices(practices, tuple(reading_entries(files)))


def clause_entries(files: QuestionnaireFiles) -> Iterator[_Entry]:
    """Yield every clause with its place."""
    yield from _entries(files, CLAUSES, "clause", "id", apart=(PLACEHOLDERS,))


def placeholder_entries(files: QuestionnaireFiles) -> Iterator[_Entry]:
    """Yield every placeholder with its place."""
    yield from _entries(files, CLAUSES, "placeholder", "id")


def reading_entries(files: QuestionnaireFiles) -> Iterator[_Entry]:
    """Yield every reading with its place."""
    yield from _entries(files, CUES, "reading", "practice", apart=(TERMS, MEASURED))


def _any_in(folder: str, faulty: Collection[str]) -> bool:
    return any(file.startswith(f"{folder}/") for file in faulty)


def _entries(
    files: QuestionnaireFiles, folder: str, key: str, identity: str, apart: Collection[str] = ()
) -> Iterator[_Entry]:
    for file in files.in_folder(folder):
        listed = file.content.get(key) if file.path not in apart else None
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
