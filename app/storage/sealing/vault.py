"""The vault: what a code derives, and how a document is sealed for those who may read it.

Only the cryptography package's own constructions: HKDF-SHA256, AES-256-GCM, and HPKE over X25519.
"""

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.storage.sealing.errors import TamperedError
from app.storage.sealing.roles import Grant

NONCE = 12
SMALLEST_STEP = 2048

_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
_END = b"\x80"


@dataclass(frozen=True, slots=True)
class Credential:
    """What a code is under one pepper: the look-up value that is stored, and the seed of its key pair."""

    pepper_name: str
    lookup: bytes
    seed: bytes = field(repr=False)

    def private_key(self) -> X25519PrivateKey:
        """Make the private half of the code's key pair; it is never stored."""
        return X25519PrivateKey.from_private_bytes(self.seed)


class Vault:
    """Knows the server's peppers, newest first, and what a code derives under each."""

    def __init__(self, peppers: Sequence[bytes]) -> None:
        if not peppers or not all(peppers):
            raise ValueError("A vault needs at least one pepper, and none may be empty.")
        self._peppers = tuple(
            (derive(pepper, None, b"muster pepper name", 8).hex(), pepper) for pepper in peppers
        )

    @property
    def newest_pepper_name(self) -> str:
        """Name the newest pepper, under which links are made."""
        return self._peppers[0][0]

    @property
    def pepper_names(self) -> frozenset[str]:
        """Name the peppers, as links name them."""
        return frozenset(name for name, _ in self._peppers)

    def credentials(self, code: str) -> tuple[Credential, ...]:
        """Derive a normal code under every pepper, newest first."""
        secret = code.encode()
        return tuple(
            Credential(
                pepper_name=name,
                lookup=derive(secret, pepper, b"muster look-up"),
                seed=derive(secret, pepper, b"muster key pair"),
            )
            for name, pepper in self._peppers
        )


@dataclass(frozen=True, slots=True)
class DocumentAddress:
    """Where a sealed document belongs; it opens nowhere else."""

    assessment_id: str
    document: str
    version: int
    schema: int


def new_document_key() -> bytes:
    """Make a document's random 256-bit key."""
    return AESGCM.generate_key(256)


def seal(content: bytes, key: bytes, address: DocumentAddress) -> bytes:
    """Seal content of any length for one place, its length hidden within a step."""
    nonce = os.urandom(NONCE)
    return nonce + AESGCM(key).encrypt(nonce, pad(content), _bound(address))


def unseal(sealed: bytes, key: bytes, address: DocumentAddress) -> bytes:
    """Open what was sealed for this place, or raise TamperedError."""
    try:
        padded = AESGCM(key).decrypt(sealed[:NONCE], sealed[NONCE:], _bound(address))
    except (InvalidTag, ValueError):
        raise TamperedError(address.document) from None
    return padded.rstrip(b"\0").removesuffix(_END)


def wrap(key: bytes, public_key: bytes, document: str, grant: Grant) -> bytes:
    """Wrap a document's key to a link's public key."""
    return _SUITE.encrypt(key, X25519PublicKey.from_public_bytes(public_key), _bound_key(document, grant))


def unwrap(wrapped: bytes, private_key: X25519PrivateKey, document: str, grant: Grant) -> bytes:
    """Give the document's key that was wrapped to this link, or raise TamperedError."""
    try:
        return _SUITE.decrypt(wrapped, private_key, _bound_key(document, grant))
    except (InvalidTag, ValueError):
        raise TamperedError(document) from None


def seal_to_public_key(content: bytes, public_key: bytes, purpose: bytes) -> bytes:
    """Seal content for who holds the private key; nobody else opens it, not even who sealed it."""
    return _SUITE.encrypt(content, X25519PublicKey.from_public_bytes(public_key), purpose)


def unseal_with_private_key(sealed: bytes, private_key: X25519PrivateKey, purpose: bytes) -> bytes:
    """Open what was sealed for a private key, or raise TamperedError."""
    try:
        return _SUITE.decrypt(sealed, private_key, purpose)
    except (InvalidTag, ValueError):
        raise TamperedError(purpose.decode()) from None


def pad(content: bytes) -> bytes:
    """Mark the end and fill up to the next step: 2 KiB, then each power of two.

    A blank page, a page of choices and one with a few short comments look alike; beyond, a length shows only
    within a factor of two.
    """
    step = max(SMALLEST_STEP, 1 << len(content).bit_length())
    return (content + _END).ljust(step, b"\0")


def derive(secret: bytes, salt: bytes | None, purpose: bytes, length: int = 32) -> bytes:
    """Derive bytes for one purpose, by HKDF-SHA256."""
    return HKDF(algorithm=SHA256(), length=length, salt=salt, info=purpose).derive(secret)


def _bound(address: DocumentAddress) -> bytes:
    # JSON, because joined strings could be cut at another point and mean another place.
    return json.dumps(
        ["document", address.assessment_id, address.document, address.version, address.schema]
    ).encode()


def _bound_key(document: str, grant: Grant) -> bytes:
    granted = [grant.domains, grant.scores] if grant.domains else []
    return json.dumps(
        ["document key", grant.assessment_id, document, grant.link_id, grant.role, *granted]
    ).encode()
