"""Seal a pulse's answers to its public key: all of one length, and not in the order of their arrival."""

import json
from collections.abc import Iterator

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from app.maturity.pulse.counting import PulseAnswer
from app.storage.sealing import vault
from app.storage.sealing.errors import TamperedError

# Bytes, enough for every answer that the form can send; HPKE adds a public key and a tag.
_CONTENT = 384
LENGTH = _CONTENT + 32 + 16

_GROUP = "group"
_PAGE = "page"


def seal(answer: PulseAnswer, public_key: bytes, assessment_id: str, page: str = "") -> bytes:
    """Encrypt one answer with the mark of its page, padded so that its length shows nothing.

    Raises ValueError if the answer is longer than any that the form can send.
    """
    tokens_by_id = {id: list(tokens) for id, tokens in answer.opinions.items() if tokens}
    content = json.dumps({**tokens_by_id, _GROUP: answer.group, _PAGE: page}, separators=(",", ":")).encode()
    if len(content) > _CONTENT:
        raise ValueError("The answer is longer than any that the form can send.")
    return vault.seal_to_public_key(content.ljust(_CONTENT), public_key, _purpose(assessment_id))


def add(answers: bytes, sealed: bytes) -> bytes:
    """Return the answers with one more, sorted by their random bytes, so that its position shows nothing."""
    return b"".join(sorted((*_cut(answers), sealed)))


def count_answers(answers: bytes) -> int:
    """Return the number of answers."""
    return len(answers) // LENGTH


def unseal(answers: bytes, private_key: bytes, assessment_id: str) -> Iterator[PulseAnswer]:
    """Yield all answers, but only the first of several with the same page's mark.

    An answer that was not sealed to this key is left out, so that the others can be counted.
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
