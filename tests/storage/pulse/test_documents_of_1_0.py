"""A pulse that 1.0.0 stored is still read: it has no second part, and nobody said who was invited."""

from app.maturity.pulse.counting import PublishedQuestion, Tally
from app.storage.pulse import documents, terms
from app.storage.pulse.documents import PublishedPulse
from app.storage.pulse.terms import PulseTerms
from app.storage.sealing import codes, vault
from app.storage.sealing.vault import Vault
from tests.storage.conftest import PEPPER


def test_the_published_document() -> None:
    stored = (
        b'{"grouping":"","open":false,"published":'
        b'{"O1":{"earlier":false,"groups":{},"total":{"":[10,{"essential":10}]}}}}'
    )

    published = {"O1": PublishedQuestion(Tally(10, {"essential": 10}))}
    assert documents.read_pulse(stored) == PublishedPulse("", is_open=False, questions=published)


def test_the_terms() -> None:
    [credential] = Vault([PEPPER]).credentials(codes.new_code())
    content = b'{"grouping": "function", "public_key": "' + b"ab" * 32 + b'"}'
    sealed = vault.seal(content, terms._key(credential), terms._address("an id"))

    assert terms.unseal(sealed, credential, "an id") == PulseTerms("function", bytes.fromhex("ab" * 32))
