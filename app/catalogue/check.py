"""The check of a questionnaire: every fault of every file at once."""

from pathlib import Path

from app.catalogue.faults import Fault, sort_faults
from app.catalogue.files import QuestionnaireFiles, read
from app.catalogue.notes import Location, Note
from app.catalogue.policy.policy_check import check_policy
from app.catalogue.references import check_references
from app.catalogue.schema import check_for

__all__ = ["Fault", "check"]


def check(folder: Path) -> tuple[Fault, ...]:
    """Return every fault of the questionnaire in a folder, in the order of files and keys."""
    return find_faults(read(folder))


def find_faults(files: QuestionnaireFiles) -> tuple[Fault, ...]:
    """Return every fault in the files that were read, with those of the files that could not be read."""
    notes: list[Note] = []
    for file in files.files:
        notes.extend(check_for(file.path)(file.content, Location(file.path)))
    unread = {fault.file for fault in files.faults}
    faults = (
        *files.faults,
        *(note for note in notes if isinstance(note, Fault)),
        *check_references(notes, unread),
    )
    return sort_faults((*faults, *check_policy(files, {fault.file for fault in faults})))
