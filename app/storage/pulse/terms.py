"""The terms of a pulse: what its link's code opens, so that an answer can be sealed."""

import json
from dataclasses import dataclass

from app.storage.sealing import vault
from app.storage.sealing.vault import Credential, DocumentAddress


@dataclass(frozen=True, slots=True)
class PulseTerms:
    """How the answers are grouped, and the public key that they are sealed to."""

    grouping: str
    public_key: bytes


def seal(terms: PulseTerms, credential: Credential, assessment_id: str) -> bytes:
    """Encrypt the terms for the link's code.

    They are sealed, because a public key that somebody swapped in the table would open every later answer.
    """
    content = json.dumps({"grouping": terms.grouping, "public_key": terms.public_key.hex()}).encode()
    return vault.seal(content, _key(credential), _address(assessment_id))


def unseal(sealed: bytes, credential: Credential, assessment_id: str) -> PulseTerms:
    """Decrypt the terms with the link's code, or raise TamperedError."""
    content = json.loads(vault.unseal(sealed, _key(credential), _address(assessment_id)))
    return PulseTerms(content["grouping"], bytes.fromhex(content["public_key"]))


def _key(credential: Credential) -> bytes:
    return vault.derive(credential.seed, None, b"muster pulse terms")


def _address(assessment_id: str) -> DocumentAddress:
    # Version and schema are the terms' own, and have stayed at 1.
    return DocumentAddress(assessment_id, "pulse-terms", 1, 1)
