"""Derive keys from codes; seal documents, and wrap their keys to the links that may read them.

Only constructions of the cryptography package are used: HKDF-SHA256, AES-256-GCM, and HPKE over X25519.
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

from app.storage.sealing import codes
from app.storage.sealing.errors import TamperedError
from app.storage.sealing.roles import Grant

NONCE = 12
SMALLEST_STEP = 2048

_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
_END = b"\x80"


@dataclass(frozen=True, slots=True)
class Credential:
    """What a code derives under one pepper: the lookup value that is stored, and the seed of its key pair."""

    pepper_name: str
    lookup: bytes
    seed: bytes = field(repr=False)

    def private_key(self) -> X25519PrivateKey:
        """Return the private half of the code's key pair; it is never stored."""
        return X25519PrivateKey.from_private_bytes(self.seed)


class Vault:
    """Derive credentials from codes, under each of the server's peppers, newest first."""

    def __init__(self, peppers: Sequence[bytes]) -> None:
        if not peppers or not all(peppers):
            raise ValueError("A vault needs at least one pepper, and none may be empty.")
        self._peppers = tuple((pepper_name(pepper), pepper) for pepper in peppers)

    @property
    def newest_pepper_name(self) -> str:
        """Return the name of the newest pepper, under which links are made."""
        return self._peppers[0][0]

    @property
    def pepper_names(self) -> frozenset[str]:
        """Return the names of all peppers, as links store them."""
        return frozenset(name for name, _ in self._peppers)

    def credentials(self, code: str) -> tuple[Credential, ...]:
        """Return what a normalised code derives under every pepper, newest first."""
        secret = code.encode()
        return tuple(
            Credential(
                pepper_name=name,
                lookup=derive(secret, pepper, b"muster look-up"),
                seed=derive(secret, pepper, b"muster key pair"),
            )
            for name, pepper in self._peppers
        )

    def newest_credential(self, code: str) -> Credential:
        """Return what a normalised code derives under the newest pepper."""
        return self.credentials(code)[0]

    def credentials_by_lookup(self, typed: str) -> dict[bytes, Credential]:
        """Return what a typed code derives under every pepper, by lookup value; empty if it is no code."""
        code = codes.normalise(typed)
        return {each.lookup: each for each in self.credentials(code)} if code else {}


@dataclass(frozen=True, slots=True)
class DocumentAddress:
    """The place that a document is sealed for; it opens nowhere else."""

    assessment_id: str
    document: str
    version: int
    schema: int


def new_document_key() -> bytes:
    """Return a new random 256-bit key for a document."""
    return AESGCM.generate_key(256)


def seal(content: bytes, key: bytes, address: DocumentAddress) -> bytes:
    """Encrypt content for one address, padded so that only the step of its length shows."""
    nonce = os.urandom(NONCE)
    return nonce + AESGCM(key).encrypt(nonce, pad(content), _bound(address))


def unseal(sealed: bytes, key: bytes, address: DocumentAddress) -> bytes:
    """Decrypt content that was sealed for this address, or raise TamperedError."""
    try:
        padded = AESGCM(key).decrypt(sealed[:NONCE], sealed[NONCE:], _bound(address))
    except (InvalidTag, ValueError):
        raise TamperedError(address.document) from None
    return unpad(padded)


def wrap(key: bytes, public_key: bytes, document: str, grant: Grant) -> bytes:
    """Encrypt a document's key to a link's public key, bound to the link's role and domains."""
    return _SUITE.encrypt(key, X25519PublicKey.from_public_bytes(public_key), _bound_key(document, grant))


def unwrap(wrapped: bytes, private_key: X25519PrivateKey, document: str, grant: Grant) -> bytes:
    """Return the document's key that was wrapped to this link, or raise TamperedError."""
    try:
        return _SUITE.decrypt(wrapped, private_key, _bound_key(document, grant))
    except (InvalidTag, ValueError):
        raise TamperedError(document) from None


def seal_to_public_key(content: bytes, public_key: bytes, purpose: bytes) -> bytes:
    """Encrypt content to a public key; only the private key opens it again."""
    return _SUITE.encrypt(content, X25519PublicKey.from_public_bytes(public_key), purpose)


def unseal_with_private_key(sealed: bytes, private_key: X25519PrivateKey, purpose: bytes) -> bytes:
    """Decrypt content that was sealed to the private key's public half, or raise TamperedError."""
    try:
        return _SUITE.decrypt(sealed, private_key, purpose)
    except (InvalidTag, ValueError):
        raise TamperedError(purpose.decode()) from None


def pad(content: bytes, smallest: int = SMALLEST_STEP) -> bytes:
    """Mark the end of the content and pad it to the next step: 2 KiB or another, then each power of two.

    A blank page, a page of choices and a page with a few short comments have the same length; of longer pages
    the length shows only within a factor of two.
    """
    step = max(smallest, 1 << len(content).bit_length())
    return (content + _END).ljust(step, b"\0")


def unpad(padded: bytes) -> bytes:
    """Return the content that was padded."""
    return padded.rstrip(b"\0").removesuffix(_END)


def pepper_name(pepper: bytes) -> str:
    """Return the name of a pepper, as links store it; nobody gets from it back to the pepper."""
    return derive(pepper, None, b"muster pepper name", 8).hex()


def derive(secret: bytes, salt: bytes | None, purpose: bytes, length: int = 32) -> bytes:
    """Return bytes derived for one purpose, by HKDF-SHA256 (RFC 5869)."""
    return HKDF(algorithm=SHA256(), length=length, salt=salt, info=purpose).derive(secret)


def _bound(address: DocumentAddress) -> bytes:
    # JSON, because two addresses could give the same string if their parts were only joined.
    return json.dumps(
        ["document", address.assessment_id, address.document, address.version, address.schema]
    ).encode()


def _bound_key(document: str, grant: Grant) -> bytes:
    granted = [grant.domains, grant.scores] if grant.domains else []
    return json.dumps(
        ["document key", grant.assessment_id, document, grant.link_id, grant.role, *granted]
    ).encode()
