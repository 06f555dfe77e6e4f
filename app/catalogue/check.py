"""The check of a questionnaire: every fault of every file at once."""

from pathlib import Path

from app.catalogue.faults import Fault, sort_faults
from app.catalogue.files import QuestionnaireFiles, read
from app.catalogue.notes import Location, Note
from app.catalogue.references import check_references
from app.catalogue.schema import check_for

__all__ = ["Fault", "check"]


def check(folder: Path) -> tuple[Fault, ...]:
    """Find every fault of the questionnaire in a folder, in the order of files and keys."""
    return find_faults(read(folder))


def find_faults(documents: QuestionnaireFiles) -> tuple[Fault, ...]:
    """Find every fault of the files that were read, and of those that could not be."""
    notes: list[Note] = []
    for document in documents.files:
        notes.extend(check_for(document.path)(document.content, Location(document.path)))
    unread = {fault.file for fault in documents.faults}
    within = (note for note in notes if isinstance(note, Fault))
    return sort_faults((*documents.faults, *within, *check_references(notes, unread)))
