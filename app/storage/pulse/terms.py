"""The terms of a pulse: what its link's code opens, so that an answer can be sealed."""

import json
from dataclasses import dataclass

from app.storage.sealing import vault
from app.storage.sealing.vault import Credential, DocumentAddress


@dataclass(frozen=True, slots=True)
class PulseTerms:
    """How answers are grouped, the public key they are sealed to, and whether a second part is asked."""

    grouping: str
    public_key: bytes
    asks_policy: bool = False


def seal(terms: PulseTerms, credential: Credential, assessment_id: str) -> bytes:
    """Encrypt the terms for the link's code.

    They are sealed, because a public key that somebody swapped in the table would open every later answer.
    """
    content = {"grouping": terms.grouping, "public_key": terms.public_key.hex(), "policy": terms.asks_policy}
    return vault.seal(json.dumps(content).encode(), _key(credential), _address(assessment_id))


def unseal(sealed: bytes, credential: Credential, assessment_id: str) -> PulseTerms:
    """Decrypt the terms with the link's code, or raise TamperedError."""
    content = json.loads(vault.unseal(sealed, _key(credential), _address(assessment_id)))
    # Terms sealed by 1.0 have no second part.
    asks_policy = content.get("policy", False)
    return PulseTerms(content["grouping"], bytes.fromhex(content["public_key"]), asks_policy)


def _key(credential: Credential) -> bytes:
    return vault.derive(credential.seed, None, b"muster pulse terms")


def _address(assessment_id: str) -> DocumentAddress:
    # Version and schema are the terms' own, and have stayed at 1.
    return DocumentAddress(assessment_id, "pulse-terms", 1, 1)
