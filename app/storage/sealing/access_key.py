"""The access key of a link, which its code alone unlocks."""

from dataclasses import dataclass, field
from datetime import date, datetime

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from sqlalchemy import Connection, bindparam, select

from app.maturity.clock import utc_day
from app.storage.database.tables import AssessmentRow, LinkRow
from app.storage.sealing.errors import TamperedError
from app.storage.sealing.roles import Grant
from app.storage.sealing.vault import Vault

_LINK = (
    select(
        LinkRow.assessment_id,
        LinkRow.id,
        LinkRow.role,
        LinkRow.domains,
        LinkRow.scores,
        LinkRow.lookup,
        LinkRow.public_key,
        LinkRow.pepper_name,
        AssessmentRow.questionnaire,
        AssessmentRow.version,
    )
    .join(AssessmentRow, AssessmentRow.id == LinkRow.assessment_id)
    .where(LinkRow.lookup.in_(bindparam("lookups", expanding=True)), LinkRow.revoked_on.is_(None))
)


@dataclass(frozen=True, slots=True)
class AccessKey:
    """What an entered code opens; it lives as long as one request and is never stored.

    ``pepper_name`` names the pepper under which the link was made. ``questionnaire`` is the id and version of
    the questionnaire as the database has them in clear; they are compared with the sealed ones once these are
    read. ``unlocked_at`` is the moment under which every change made with the key is recorded.
    ``document_keys`` holds the keys unwrapped so far, by their wrapping: a save may read a page twice.
    """

    grant: Grant
    private_key: X25519PrivateKey = field(repr=False, compare=False)
    pepper_name: str
    questionnaire: tuple[str, str]
    unlocked_at: datetime = field(compare=False)
    document_keys: dict[bytes, bytes] = field(default_factory=dict, repr=False, compare=False)

    @property
    def assessment_id(self) -> str:
        """Return the public id of the assessment."""
        return self.grant.assessment_id

    @property
    def link_id(self) -> str:
        """Return the id of the link."""
        return self.grant.link_id

    @property
    def role(self) -> str:
        """Return the link's role: one of those in ``roles``."""
        return self.grant.role

    @property
    def today(self) -> date:
        """Return the day in UTC under which every change made with the key is recorded."""
        return utc_day(self.unlocked_at)

    @property
    def public_key(self) -> bytes:
        """Return the public key, to which documents' keys are wrapped."""
        return self.private_key.public_key().public_bytes_raw()


def unlock(connection: Connection, vault: Vault, code: str, now: datetime) -> AccessKey | None:
    """Return the key of a typed code; None if it opens nothing, or nothing any more.

    Raises TamperedError if the link was altered in the database.
    """
    credentials = vault.credentials_by_lookup(code)
    if not credentials:
        return None
    row = connection.execute(_LINK, {"lookups": list(credentials)}).first()
    if row is None:
        return None
    assessment_id, id, role, domains, scores, lookup, public_key, pepper_name, *questionnaire = row
    key = AccessKey(
        Grant(assessment_id, id, role, domains, scores),
        credentials[lookup].private_key(),
        pepper_name,
        (questionnaire[0], questionnaire[1]),
        now,
    )
    # Every key wrapped from now on would be wrapped to a public key that somebody put in place of this one.
    if key.public_key != public_key:
        raise TamperedError("link")
    return key


def unlock_assessment(
    connection: Connection, vault: Vault, code: str, assessment_id: str, now: datetime
) -> AccessKey | None:
    """Return the key of a typed code if it opens this assessment, in one query."""
    key = unlock(connection, vault, code, now)
    return key if key is not None and key.assessment_id == assessment_id else None
