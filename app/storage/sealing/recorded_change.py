"""A change of a document, written into the history of the link that makes it."""

from collections.abc import Iterable

from sqlalchemy import Connection

from app.storage.database import locks
from app.storage.sealing import history, sealed_documents
from app.storage.sealing.access_key import AccessKey
from app.storage.sealing.documents import OUTLINE
from app.storage.sealing.errors import TamperedError, VersionChangedError
from app.storage.sealing.sealed_documents import OpenDocument


def lock_and_open(connection: Connection, key: AccessKey, name: str) -> tuple[OpenDocument, OpenDocument]:
    """Open a document beside the link's history; until the transaction ends nobody else can change it.

    Raises MovedError if the key was found while the assessment followed another version.
    """
    locks.lock_assessment(connection, key.assessment_id)
    try:
        opened = sealed_documents.open_pair(connection, key, name, key.grant.history_document)
    except TamperedError:
        # An upgrade may have deleted the domain meanwhile, which is no tampering.
        head = key.grant.head_document
        _refuse_moved(key, sealed_documents.open_one(connection, key, head))
        raise
    _refuse_moved(key, opened[name])
    return opened[name], opened[key.grant.history_document]


def _refuse_moved(key: AccessKey, opened: OpenDocument) -> None:
    # What was typed was checked against the questions of a version that nobody is asked any more.
    if opened.questionnaire != key.questionnaire:
        raise VersionChangedError


def save_with_history(
    connection: Connection,
    key: AccessKey,
    opened: tuple[OpenDocument, OpenDocument],
    content: bytes,
    questions: Iterable[str] = (),
) -> bool:
    """Store a document's new content with its line in the history; False if it changed meanwhile."""
    document, own = opened
    # The outline only repeats what the profile says.
    told = (
        own.content
        if document.name == OUTLINE
        else history.append(own.content, key.unlocked_at, document.name, questions)
    )
    both = ((document, content), (own, told))
    # Where nothing is new in the history, as little is written as without one.
    return sealed_documents.replace_documents(connection, key, *(both if told != own.content else both[:1]))
