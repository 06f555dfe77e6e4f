"""The token of an invitation: random, stored as a digest, and the key of the invitation's terms."""

from app.storage.sealing import vault
from app.storage.sealing.vault import DocumentAddress


def digest(token: str) -> bytes:
    """Return the digest of a token in its normal form, by which its invitation is found."""
    return vault.derive(token.encode(), None, b"muster programme invitation")


def proof(token: str) -> bytes:
    """Return the secret that is bound into every submission under an invitation.

    Only coordinators and the invited organisation know it, so nobody else can submit in its name.
    """
    return vault.derive(token.encode(), None, b"muster programme proof")


def seal_terms(content: bytes, token: str, invitation_id: str) -> bytes:
    """Encrypt the terms of an invitation for its token."""
    return vault.seal(content, _key(token), _address(invitation_id))


def unseal_terms(sealed: bytes, token: str, invitation_id: str) -> bytes:
    """Decrypt the terms of an invitation with its token, or raise TamperedError."""
    return vault.unseal(sealed, _key(token), _address(invitation_id))


def _key(token: str) -> bytes:
    return vault.derive(token.encode(), None, b"muster programme terms")


def _address(invitation_id: str) -> DocumentAddress:
    return DocumentAddress(invitation_id, "programme-terms", 1, 1)
