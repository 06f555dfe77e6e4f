"""Derive the name and the key under which a PDF of an assessment is cached.

Both are derived from the keys of all documents that the PDF was made from. So only a code that opens them
all finds and reads the PDF, and none does once one of them is changed, re-keyed or deleted.
"""

import json
import os
from dataclasses import dataclass, field

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from app.storage.sealing.access_key import AccessKey
from app.storage.sealing.documents import StoredAssessment
from app.storage.sealing.vault import NONCE, derive


@dataclass(frozen=True, slots=True)
class PdfKey:
    """The name of a cached PDF, 32 bytes that reveal nothing, and the key that seals it."""

    name: bytes
    _key: bytes = field(repr=False)

    def seal(self, content: bytes) -> bytes:
        """Encrypt the PDF."""
        nonce = os.urandom(NONCE)
        return nonce + AESGCM(self._key).encrypt(nonce, content, self.name)

    def unseal(self, sealed: bytes) -> bytes:
        """Decrypt the PDF, or raise InvalidTag if another key sealed it."""
        return AESGCM(self._key).decrypt(sealed[:NONCE], sealed[NONCE:], self.name)


def derive_pdf_key(key: AccessKey, stored: StoredAssessment, kind: str, language: str) -> PdfKey:
    """Return the key of the PDF of a kind and language that is made from ``stored``.

    The access key must have opened the documents of ``stored``.
    """
    secret = b"".join(sorted(set(key.document_keys.values())))
    assessment = stored.assessment
    source = [key.assessment_id, assessment.questionnaire_id, assessment.version, dict(stored.versions)]
    salt = json.dumps([*source, kind, language], sort_keys=True).encode()
    return PdfKey(derive(secret, salt, b"muster copy name"), derive(secret, salt, b"muster copy key"))
