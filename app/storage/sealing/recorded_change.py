"""Change a document, and record the change in the history of the link that makes it."""

from collections.abc import Iterable

from sqlalchemy import Connection

from app.storage.database import locks
from app.storage.sealing import history, sealed_documents
from app.storage.sealing.access_key import AccessKey
from app.storage.sealing.documents import OUTLINE, levels_document, read_profile
from app.storage.sealing.errors import RoundClosedError, TamperedError, VersionChangedError
from app.storage.sealing.repeated_levels import write_levels
from app.storage.sealing.sealed_documents import OpenDocument


def lock_and_open(connection: Connection, key: AccessKey, name: str) -> tuple[OpenDocument, OpenDocument]:
    """Lock the assessment, and return a document and the link's history.

    Raises VersionChangedError if the assessment was upgraded after the key was unlocked.
    """
    opened = _lock_and_open(connection, key, name)
    return opened[name], opened[key.grant.history_document]


def lock_and_open_form(
    connection: Connection, key: AccessKey, name: str
) -> tuple[tuple[OpenDocument, OpenDocument], OpenDocument | None]:
    """Lock and open likewise what a form writes, and add the levels of a domain if they are repeated.

    Raises RoundClosedError if the present round is closed.
    """
    opened = _lock_and_open(connection, key, name)
    if read_profile(opened[key.grant.head_document].content).is_closed:
        raise RoundClosedError
    return (opened[name], opened[key.grant.history_document]), opened.get(levels_document(name))


def _lock_and_open(connection: Connection, key: AccessKey, name: str) -> dict[str, OpenDocument]:
    locks.lock_assessment(connection, key.assessment_id)
    try:
        opened = sealed_documents.open_editable(connection, key, name)
    except TamperedError:
        # An upgrade may have deleted the domain meanwhile; that is no tampering.
        head = key.grant.head_document
        _refuse_upgraded(key, sealed_documents.open_one(connection, key, head))
        raise
    _refuse_upgraded(key, opened[name])
    return opened


def _refuse_upgraded(key: AccessKey, opened: OpenDocument) -> None:
    # The input was checked against the questions of the earlier version.
    if opened.questionnaire != key.questionnaire:
        raise VersionChangedError


def save_links(
    connection: Connection,
    key: AccessKey,
    opened: tuple[OpenDocument, OpenDocument],
    links: bytes,
    recorded: tuple[str, str],
) -> None:
    """Store the list of links, and record the change under a name with one detail.

    Raises TamperedError if either document changed although the assessment is locked.
    """
    listed, own = opened
    own_content = history.append(own.content, key.unlocked_at, recorded[0], recorded[1:])
    changed = [(listed, links)]
    # Twice the same change within a minute is recorded once.
    if own_content != own.content:
        changed.append((own, own_content))
    if not sealed_documents.replace_documents(connection, key, *changed):
        raise TamperedError(listed.name)


def save_with_history(
    connection: Connection,
    key: AccessKey,
    opened: tuple[OpenDocument, OpenDocument],
    content: bytes,
    questions: Iterable[str] = (),
    levels: OpenDocument | None = None,
) -> bool:
    """Store a document's new content and record the change; return False if either changed meanwhile.

    A domain’s levels are repeated for links that see results only; they must be opened too if there are any.
    """
    document, own = opened
    if document.name == OUTLINE:
        # The outline repeats the profile, whose change is recorded.
        return sealed_documents.replace_documents(connection, key, (document, content))
    own_content = history.append(own.content, key.unlocked_at, document.name, questions)
    changed = [(document, content)]
    if own_content != own.content:
        changed.append((own, own_content))
    if levels is not None:
        changed.append((levels, write_levels(content, document.version + 1)))
    absent = levels_document(document.name) if levels is None else None
    return sealed_documents.replace_documents(connection, key, *changed, absent=absent)
