"""Seal a pulse's answers to its public key: all of one length, and not in the order of their arrival."""

import json
from collections.abc import Iterator

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from app.maturity.pulse.counting import PulseAnswer
from app.storage.pulse.terms import PulseTerms
from app.storage.sealing import vault
from app.storage.sealing.errors import TamperedError

# Bytes, enough for every answer that the form can send, with a second part and without; all answers of a
# pulse have one length. Pulses that 1.0 opened have no second part.
_CONTENT = {False: 384, True: 512}
# HPKE adds a public key and a tag.
_OVERHEAD = 32 + 16

_GROUP = "group"
_PAGE = "page"


def sealed_length(*, asks_policy: bool) -> int:
    """Return the length in bytes of one answer to a pulse with a second part, or without."""
    return _CONTENT[asks_policy] + _OVERHEAD


def seal(answer: PulseAnswer, terms: PulseTerms, assessment_id: str, page: str = "") -> bytes:
    """Encrypt one answer with the mark of its page, padded so that its length shows nothing.

    Raises ValueError if the answer is longer than any that the form can send.
    """
    room = _CONTENT[terms.asks_policy]
    tokens_by_id = {id: list(tokens) for id, tokens in answer.opinions.items() if tokens}
    content = json.dumps({**tokens_by_id, _GROUP: answer.group, _PAGE: page}, separators=(",", ":")).encode()
    if len(content) > room:
        raise ValueError("The answer is longer than any that the form can send.")
    return vault.seal_to_public_key(content.ljust(room), terms.public_key, _purpose(assessment_id))


def add(answers: bytes, sealed: bytes) -> bytes:
    """Return the answers with one more, sorted by their random bytes, so that its position shows nothing."""
    return b"".join(sorted((*_cut(answers, len(sealed)), sealed)))


def count_answers(answers: bytes, *, asks_policy: bool) -> int:
    """Return the number of answers."""
    return len(answers) // sealed_length(asks_policy=asks_policy)


def unseal(
    answers: bytes, private_key: bytes, assessment_id: str, *, asks_policy: bool
) -> Iterator[PulseAnswer]:
    """Yield all answers, but only the first of several with the same page's mark.

    An answer that was not sealed to this key is left out, so that the others can be counted.
    """
    key, pages = X25519PrivateKey.from_private_bytes(private_key), set()
    for sealed in _cut(answers, sealed_length(asks_policy=asks_policy)):
        try:
            content = json.loads(vault.unseal_with_private_key(sealed, key, _purpose(assessment_id)))
        except TamperedError:
            continue
        group, page = content.pop(_GROUP), content.pop(_PAGE)
        if page and page in pages:
            continue
        pages.add(page)
        yield PulseAnswer({id: tuple(tokens) for id, tokens in content.items()}, group)


def _cut(answers: bytes, length: int) -> Iterator[bytes]:
    return (answers[start : start + length] for start in range(0, len(answers), length))


def _purpose(assessment_id: str) -> bytes:
    return f"muster pulse answer {assessment_id}".encode()
