"""Links: who may open an assessment, found by the code alone."""

from dataclasses import dataclass, field

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from sqlalchemy import Connection, bindparam, select

from app.storage.database.tables import AssessmentRow, LinkRow
from app.storage.sealing import codes
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

    ``pepper`` names the pepper under which the link was made, ``asked`` the questionnaire and its version as
    the database says in clear, which is held against the sealed words once these are read. ``unwrapped``
    holds the document keys opened so far, by their wrapping: a save may read its page twice.
    """

    grant: Grant
    private_key: X25519PrivateKey = field(repr=False, compare=False)
    pepper_name: str
    questionnaire: tuple[str, str]
    document_keys: dict[bytes, bytes] = field(default_factory=dict, repr=False, compare=False)

    @property
    def assessment_id(self) -> str:
        """Give the public id of the assessment."""
        return self.grant.assessment_id

    @property
    def link_id(self) -> str:
        """Give the id of the link."""
        return self.grant.link_id

    @property
    def role(self) -> str:
        """Give what the link is: owner, viewer or contributor."""
        return self.grant.role

    @property
    def public_key(self) -> bytes:
        """Give the half of the key pair to which documents' keys are wrapped."""
        return self.private_key.public_key().public_bytes_raw()


def unlock(connection: Connection, vault: Vault, code: str) -> AccessKey | None:
    """Find what a code opens, however it was typed; None if it opens nothing, or no longer."""
    normal = codes.normalise(code)
    if normal is None:
        return None
    credentials = {credential.lookup: credential for credential in vault.credentials(normal)}
    row = connection.execute(_LINK, {"lookups": list(credentials)}).first()
    if row is None:
        return None
    assessment_id, id, role, domains, scores, lookup, public_key, pepper, *asked = row
    reader = Grant(assessment_id, id, role, domains, scores)
    key = AccessKey(reader, credentials[lookup].private_key(), pepper, (asked[0], asked[1]))
    # A public key put in place of ours would be given every key that is wrapped from now on.
    if key.public_key != public_key:
        raise TamperedError("link")
    return key


def unlock_assessment(
    connection: Connection, vault: Vault, code: str, assessment_id: str
) -> AccessKey | None:
    """Find what a code opens, provided that it is this assessment; one query."""
    key = unlock(connection, vault, code)
    return key if key is not None and key.assessment_id == assessment_id else None
