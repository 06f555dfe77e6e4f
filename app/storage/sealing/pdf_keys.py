"""Files made from an assessment: what each is kept under, and the key that seals it.

Both follow from the keys of every document that the file was made from. Only who can open them all, with a
code, finds the file and reads it; once one is changed, re-keyed or deleted, nobody does.
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
    """A name of 32 bytes that tells nothing, and the sealing of the one file that bears it."""

    name: bytes
    _key: bytes = field(repr=False)

    def seal(self, content: bytes) -> bytes:
        """Seal the file."""
        nonce = os.urandom(NONCE)
        return nonce + AESGCM(self._key).encrypt(nonce, content, self.name)

    def unseal(self, sealed: bytes) -> bytes:
        """Open what was sealed as this file, or raise InvalidTag."""
        return AESGCM(self._key).decrypt(sealed[:NONCE], sealed[NONCE:], self.name)


def derive_pdf_key(key: AccessKey, stored: StoredAssessment, kind: str, language: str) -> PdfKey:
    """Name the file of a kind and language that is made from what the key has just read."""
    secret = b"".join(sorted(set(key.document_keys.values())))
    assessment = stored.assessment
    made_from = [key.assessment_id, assessment.questionnaire_id, assessment.version, dict(stored.versions)]
    what = json.dumps([*made_from, kind, language], sort_keys=True).encode()
    return PdfKey(derive(secret, what, b"muster copy name"), derive(secret, what, b"muster copy key"))
