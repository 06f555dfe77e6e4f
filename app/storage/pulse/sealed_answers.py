"""Answers to a pulse, each sealed to its public key, all of one length and in no order of arrival."""

import json
from collections.abc import Iterator

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from app.maturity.pulse.counting import PulseAnswer
from app.storage.sealing import vault
from app.storage.sealing.errors import TamperedError

# Holds every answer that the form can send; what HPKE adds is a public key and a tag.
_CONTENT = 384
LENGTH = _CONTENT + 32 + 16

_GROUP = "group"
_PAGE = "page"


def seal(answer: PulseAnswer, public_key: bytes, assessment_id: str, page: str = "") -> bytes:
    """Seal one answer, padded so that nothing shows by its length, with the page’s own mark if it has one."""
    spoken = {id: list(tokens) for id, tokens in answer.opinions.items() if tokens}
    content = json.dumps({**spoken, _GROUP: answer.group, _PAGE: page}, separators=(",", ":")).encode()
    if len(content) > _CONTENT:
        raise ValueError("The answer is longer than any that the form can send.")
    return vault.seal_to_public_key(content.ljust(_CONTENT), public_key, _purpose(assessment_id))


def add(answers: bytes, sealed: bytes) -> bytes:
    """Put an answer among the others: sorted by bytes that are random, its place tells nothing."""
    return b"".join(sorted((*_cut(answers), sealed)))


def count_answers(answers: bytes) -> int:
    """Count the answers."""
    return len(answers) // LENGTH


def unseal(answers: bytes, private_key: bytes, assessment_id: str) -> Iterator[PulseAnswer]:
    """Open all answers, of those that came from one page one.

    One that was not sealed to this key is left out, so that it spoils no other.
    """
    key, pages = X25519PrivateKey.from_private_bytes(private_key), set()
    for sealed in _cut(answers):
        try:
            content = json.loads(vault.unseal_with_private_key(sealed, key, _purpose(assessment_id)))
        except TamperedError:
            continue
        group, page = content.pop(_GROUP), content.pop(_PAGE)
        if page and page in pages:
            continue
        pages.add(page)
        yield PulseAnswer({id: tuple(tokens) for id, tokens in content.items()}, group)


def _cut(answers: bytes) -> Iterator[bytes]:
    return (answers[start : start + LENGTH] for start in range(0, len(answers), LENGTH))


def _purpose(assessment_id: str) -> bytes:
    return f"muster pulse answer {assessment_id}".encode()
