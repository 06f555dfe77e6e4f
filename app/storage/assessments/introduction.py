"""What a link’s page says before the link is opened, and the mark that its holder has finished."""

from dataclasses import dataclass, replace

from sqlalchemy import Connection

from app.storage.sealing import documents, history, recorded_change, sealed_documents
from app.storage.sealing.access_key import AccessKey


@dataclass(frozen=True, slots=True)
class LinkIntroduction:
    """The name that the owner lets the link show, which may be empty, and the variant that is answered."""

    organisation: str
    variant: str


def read_introduction(connection: Connection, key: AccessKey) -> LinkIntroduction:
    """Return the introduction of the link that the key belongs to; nothing is recorded."""
    own, head = key.grant.history_document, key.grant.head_document
    opened = sealed_documents.open_pair(connection, key, own, head)
    return LinkIntroduction(
        history.read(opened[own].content).organisation,
        documents.read_profile(opened[head].content).profile.variant,
    )


def finish(connection: Connection, key: AccessKey) -> None:
    """Record in the link’s history, which owners read, that its holder has finished."""
    own, _ = recorded_change.lock_and_open(connection, key, key.grant.history_document)
    finished = replace(history.read(own.content), finished_at=key.unlocked_at)
    sealed_documents.replace_documents(connection, key, (own, history.write(finished)))
