"""Assessments of the first release: their owner's first change gives them what sharing needs."""

from datetime import UTC, datetime

from sqlalchemy import Connection, bindparam, update

from app.storage.database.tables import DocumentRow
from app.storage.sealing import documents, history, key_wrapping, link_list, sealed_documents, vault
from app.storage.sealing.access_key import AccessKey
from app.storage.sealing.documents import DOCUMENT_SCHEMA, LINKS, OUTLINE, PROFILE
from app.storage.sealing.errors import TamperedError
from app.storage.sealing.history import History
from app.storage.sealing.link_list import Link
from app.storage.sealing.roles import OWNER, Recipient
from app.storage.sealing.sealed_documents import OpenDocument
from app.storage.sealing.vault import DocumentAddress

_MARK = (
    update(DocumentRow)
    .where(DocumentRow.assessment_id == bindparam("assessment"), DocumentRow.name == PROFILE)
    .values(schema=DOCUMENT_SCHEMA, sealed=bindparam("content"))
)


def alone(owner: Recipient) -> dict[str, bytes]:
    """Give the list of links, and the only link's history, of an assessment that nobody shares yet."""
    first = Link(owner.grant.link_id, "", OWNER, datetime.now(UTC).date())
    return {
        LINKS: link_list.write((first,)),
        owner.grant.history_document: history.write(History(owner.public_key)),
    }


def profile_before(connection: Connection, key: AccessKey, absent: str) -> OpenDocument:
    """Give the profile of an assessment that has no such document yet, or raise TamperedError if it had."""
    profile = (
        sealed_documents.open_pair(connection, key, PROFILE, PROFILE)[PROFILE] if key.role == OWNER else None
    )
    if profile is None or profile.schema == DOCUMENT_SCHEMA:
        raise TamperedError(absent)
    return profile


def bring_up(connection: Connection, key: AccessKey, absent: str) -> None:
    """Add what sharing needs because a document of it is absent, or raise TamperedError if it was there."""
    profile = profile_before(connection, key, absent)
    owner = Recipient(key.grant, key.public_key)
    outline = documents.write_outline(documents.read_profile(profile.content))
    key_wrapping.add(connection, {OUTLINE: outline, **alone(owner)}, (owner,))
    # Its version stays, so that no page that is open meets a conflict.
    place = DocumentAddress(key.assessment_id, PROFILE, profile.version, DOCUMENT_SCHEMA)
    content = vault.seal(profile.content, profile.document_key, place)
    connection.execute(_MARK, {"assessment": key.assessment_id, "content": content})
