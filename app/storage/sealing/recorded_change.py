"""A change of a document, written into the history of the link that makes it."""

from collections.abc import Iterable

from sqlalchemy import Connection

from app.storage.sealing import first_release, history, sealed_documents
from app.storage.sealing.access_key import Key
from app.storage.sealing.documents import LINKS, OUTLINE
from app.storage.sealing.errors import MovedError, TamperedError
from app.storage.sealing.sealed_documents import Opened


def open_to_change(connection: Connection, key: Key, name: str) -> tuple[Opened, Opened]:
    """Open a document beside the link's history; until the transaction ends nobody else can change it.

    Raises MovedError if the key was found while the assessment followed another version.
    """
    sealed_documents.hold(connection, key.assessment_id)
    try:
        opened = sealed_documents.open_two(connection, key, name, key.reader.history)
    except TamperedError as error:
        if error.document not in (key.reader.history, LINKS):
            head = key.reader.head
            _refuse_moved(key, sealed_documents.open_two(connection, key, head, head)[head])
            raise
        first_release.bring_up(connection, key, error.document)
        opened = sealed_documents.open_two(connection, key, name, key.reader.history)
    _refuse_moved(key, opened[name])
    return opened[name], opened[key.reader.history]


def _refuse_moved(key: Key, opened: Opened) -> None:
    # What was typed was checked against the questions of a version that nobody is asked any more.
    if opened.questionnaire != key.asked:
        raise MovedError


def change(
    connection: Connection,
    key: Key,
    opened: tuple[Opened, Opened],
    content: bytes,
    questions: Iterable[str] = (),
) -> bool:
    """Store a document's new content with its line in the history; False if it changed meanwhile."""
    document, own = opened
    # The outline only repeats what the profile says.
    told = own.content if document.name == OUTLINE else history.append(own.content, document.name, questions)
    both = ((document, content), (own, told))
    # Where nothing is new in the history, as little is written as without one.
    return sealed_documents.replace(connection, key, *(both if told != own.content else both[:1]))
