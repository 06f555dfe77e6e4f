"""Links: who may open an assessment, found by the code alone."""

from dataclasses import dataclass, field

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from app.storage import codes
from app.storage.errors import TamperedError
from app.storage.tables import LinkRow
from app.storage.vault import Reader, Vault

_LINK = select(LinkRow.id, LinkRow.assessment_id, LinkRow.role, LinkRow.look_up, LinkRow.public_key).where(
    LinkRow.look_up.in_(bindparam("look_ups", expanding=True)), LinkRow.revoked_on.is_(None)
)


@dataclass(frozen=True, slots=True)
class Key:
    """What an entered code opens; it lives as long as one request and is never stored.

    ``unwrapped`` holds the document keys opened so far, by their wrapping: a save reads its page twice.
    """

    assessment_id: str
    link_id: str
    role: str
    private_key: X25519PrivateKey = field(repr=False, compare=False)
    unwrapped: dict[bytes, bytes] = field(default_factory=dict, repr=False, compare=False)

    @property
    def reader(self) -> Reader:
        """Name the link to which documents' keys are wrapped."""
        return Reader(self.assessment_id, self.link_id, self.role)


def unlock(session: Session, vault: Vault, code: str) -> Key | None:
    """Find what a code opens, however it was typed; None if it opens nothing, or no longer."""
    normal = codes.normalise(code)
    if normal is None:
        return None
    credentials = {credential.look_up: credential for credential in vault.credentials(normal)}
    row = session.connection().execute(_LINK, {"look_ups": list(credentials)}).first()
    if row is None:
        return None
    private_key = credentials[row.look_up].private_key()
    # A public key put in place of ours would be given every key that is wrapped from now on.
    if private_key.public_key().public_bytes_raw() != row.public_key:
        raise TamperedError("link")
    return Key(row.assessment_id, row.id, row.role, private_key)


def key_for(session: Session, vault: Vault, code: str, assessment_id: str) -> Key | None:
    """Find what a code opens, provided that it is this assessment; one query."""
    key = unlock(session, vault, code)
    return key if key is not None and key.assessment_id == assessment_id else None
