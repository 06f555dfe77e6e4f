"""Assessments of the first release: their owner's first change gives them what sharing needs."""

from datetime import UTC, datetime

from sqlalchemy import Connection, bindparam, update

from app.storage.database.tables import DocumentRow
from app.storage.sealing import documents, history, key_wrapping, link_list, sealed_documents, vault
from app.storage.sealing.access_key import Key
from app.storage.sealing.documents import LINKS, OUTLINE, PROFILE, SCHEMA
from app.storage.sealing.errors import TamperedError
from app.storage.sealing.history import History
from app.storage.sealing.link_list import Link
from app.storage.sealing.roles import OWNER, Recipient
from app.storage.sealing.sealed_documents import Opened
from app.storage.sealing.vault import Place

_MARK = (
    update(DocumentRow)
    .where(DocumentRow.assessment_id == bindparam("assessment"), DocumentRow.name == PROFILE)
    .values(schema=SCHEMA, sealed=bindparam("content"))
)


def alone(owner: Recipient) -> dict[str, bytes]:
    """Give the list of links, and the only link's history, of an assessment that nobody shares yet."""
    first = Link(owner.reader.link_id, "", OWNER, datetime.now(UTC).date())
    return {LINKS: link_list.write((first,)), owner.reader.history: history.write(History(owner.public_key))}


def profile_before(connection: Connection, key: Key, absent: str) -> Opened:
    """Give the profile of an assessment that has no such document yet, or raise TamperedError if it had."""
    profile = (
        sealed_documents.open_two(connection, key, PROFILE, PROFILE)[PROFILE] if key.role == OWNER else None
    )
    if profile is None or profile.schema == SCHEMA:
        raise TamperedError(absent)
    return profile


def bring_up(connection: Connection, key: Key, absent: str) -> None:
    """Add what sharing needs because a document of it is absent, or raise TamperedError if it was there."""
    profile = profile_before(connection, key, absent)
    owner = Recipient(key.reader, key.public_key)
    outline = documents.write_outline(documents.read_head(profile.content))
    key_wrapping.add(connection, {OUTLINE: outline, **alone(owner)}, (owner,))
    # Its version stays, so that no page that is open meets a conflict.
    place = Place(key.assessment_id, PROFILE, profile.version, SCHEMA)
    content = vault.seal(profile.content, profile.document_key, place)
    connection.execute(_MARK, {"assessment": key.assessment_id, "content": content})
