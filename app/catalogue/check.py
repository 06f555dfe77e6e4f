"""The check of a questionnaire: every fault of every file at once."""

from pathlib import Path

from app.catalogue.faults import Fault, in_order
from app.catalogue.files import Documents, read
from app.catalogue.notes import Note, Place
from app.catalogue.references import references
from app.catalogue.schema import schema

__all__ = ["Fault", "check"]


def check(folder: Path) -> tuple[Fault, ...]:
    """Find every fault of the questionnaire in a folder, in the order of files and keys."""
    return faults_of(read(folder))


def faults_of(documents: Documents) -> tuple[Fault, ...]:
    """Find every fault of the files that were read, and of those that could not be."""
    notes: list[Note] = []
    for document in documents.found:
        notes.extend(schema(document.file)(document.content, Place(document.file)))
    unread = {fault.file for fault in documents.faults}
    within = (note for note in notes if isinstance(note, Fault))
    return in_order((*documents.faults, *within, *references(notes, unread)))
