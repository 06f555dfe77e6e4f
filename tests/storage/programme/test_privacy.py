"""Copies of the database, with the pepper and without a code, show no label, name, submission or answer."""

import json
from collections.abc import Iterator

import pytest
from sqlalchemy import text

from app.storage.programme import acceptance
from app.storage.sealing import codes, vault
from app.storage.sealing.errors import TamperedError
from app.storage.sealing.vault import DocumentAddress
from tests import build
from tests.database_files import read_files
from tests.storage.conftest import PEPPER
from tests.storage.programme.stored_programme import (
    CONTACT,
    NAME,
    StoredProgramme,
    accepts,
    leaves,
    submits,
    takes_back,
)
from tests.storage.rounds.stored_rounds import closes
from tests.storage.stored_assessment import NOW, SavedAssessment, Store

TODAY = NOW.date()
LABELS = ("Quasar Werke", "Nébuleuse Défense", "Pulsar Oy")
CONTENT = json.dumps({"organisation": "Quasar Werke GmbH", "answers": {"G1": "Quasar level"}}).encode()
TEXTS = b'{"G1":"Quasar comment, said in confidence"}'
# Five bytes at least: fewer turn up by chance in megabytes of sealed bytes.
TYPED = ("Quasar", "Nébuleuse", "Pulsar", "Zephyr", "ext. 4711", "confidence")

PURPOSES = [
    f"muster {purpose}".encode()
    for purpose in (
        *("look-up", "key pair", "programme key", "programme records", "programme terms"),
        *("programme invitation", "programme proof"),
    )
]


def copies(store: Store) -> Iterator[bytes]:
    """Yield every byte of the database as a thief copies it."""
    yield from read_files(store.engine).values()


def lives(programme: StoredProgramme, store: Store) -> list[bytes]:
    """Invite three, of which one submits, replaces and withdraws, one leaves and one does nothing."""
    one, two, three = programme.invites(*LABELS)
    first, second = (store.create(build.aldebaran(store.questionnaire)) for _ in range(2))
    seen = [*copies(store)]
    accepts(first, one.token)
    accepts(second, two.token)
    for each in (first, second):
        closes(each, TODAY)
        submits(each, 1, CONTENT, TEXTS)
    submits(first, 1, CONTENT + b" ", TEXTS)
    seen += copies(store)
    leaves(second)
    programme.withdraws(three)
    programme.closes()
    return [*seen, *copies(store)]


def test_nothing_typed_is_in_any_byte_of_any_copy(store: Store, programme: StoredProgramme) -> None:
    seen = lives(programme, store)

    assert sum(map(len, seen)) > 100_000
    assert any(programme.id.encode() in content for content in seen)
    for content in seen:
        assert not [word for word in TYPED if word.encode() in content]
        assert not [word for word in TYPED if word.encode("utf-16-le") in content]
        assert CONTACT.encode() not in content
        assert NAME.encode() not in content


def test_no_code_token_or_key_is_in_any_byte_of_any_copy(store: Store, programme: StoredProgramme) -> None:
    [invited] = programme.invites("Alpha")
    seen = [*lives(programme, store), *copies(store)]
    with store.reading.connect() as connection:
        private_key = programme.key(connection).private_key.private_bytes_raw()

    for code in (*programme.codes, invited.token):
        plain = normal(code).decode()
        for spelling in (code, plain, plain.lower(), plain[:10], plain[-10:]):
            assert not [content for content in seen if spelling.encode() in content]
    for secret in (private_key, private_key.hex().encode(), invited.proof, invited.proof.hex().encode()):
        assert not [content for content in seen if secret in content]


def sealed_rows(store: Store, programme: StoredProgramme) -> list[tuple[bytes, DocumentAddress]]:
    """Return what is sealed under keys of codes and tokens, with where it is sealed for, as anybody knows."""
    places = [
        ("SELECT sealed, id FROM programmes", programme.id, "programme"),
        ("SELECT sealed_key, number FROM programme_codes", programme.id, "programme-key-{}"),
        ("SELECT sealed, id FROM programme_invitations", programme.id, "invitation-{}"),
        ("SELECT terms, id FROM programme_invitations", "{}", "programme-terms"),
    ]
    return [
        (sealed, DocumentAddress(of.format(id), name.format(id), 1, 1))
        for query, of, name in places
        for sealed, id in store.rows(text(query))
    ]


def opens(sealed: bytes, key: bytes, address: DocumentAddress) -> bool:
    try:
        vault.unseal(sealed, key, address)
    except TamperedError:
        return False
    return True


def test_nothing_in_the_tables_and_the_pepper_derive_a_key_that_opens_a_row(
    store: Store, programme: StoredProgramme
) -> None:
    lives(programme, store)
    tables = ("programmes", "programme_codes", "programme_invitations", "submissions")
    values = {
        value if isinstance(value, bytes) else str(value).encode()
        for name in tables
        for row in store.rows(text(f"SELECT * FROM {name}"))  # noqa: S608  our own names
        for value in row
    }
    known = {PEPPER, *values}
    keys = {
        vault.derive(secret, salt, purpose)
        for secret in known
        for salt in (None, PEPPER)
        for purpose in PURPOSES
    }
    keys |= {value for value in known if len(value) == 32}

    rows = sealed_rows(store, programme)
    assert len(rows) == 1 + 2 + 2 * 2
    assert not [address for sealed, address in rows for key in keys if opens(sealed, key, address)]
    # The same purposes open all of it with the two codes and the tokens: so the attempt above was a real one.
    with store.reading.connect() as connection:
        private = programme.key(connection).private_key.private_bytes_raw()
    seeds = {vault.derive(normal(code), PEPPER, b"muster key pair") for code in programme.codes}
    secrets = {private, *seeds, *(normal(each.token) for each in programme.lists())}
    keys = {vault.derive(secret, None, purpose) for secret in secrets for purpose in PURPOSES}
    assert all(any(opens(sealed, key, address) for key in keys) for sealed, address in rows)


def normal(code: str) -> bytes:
    return (codes.normalise(code) or "").encode()


def test_all_that_is_kept_in_clear_is_states_days_ids_and_the_questionnaire(
    store: Store, programme: StoredProgramme, saved: SavedAssessment
) -> None:
    [invited] = programme.invites("Alpha")
    accepts(saved, invited.token)
    closes(saved, TODAY)
    submits(saved)

    [one] = store.rows(
        text("SELECT id, questionnaire, version, variant, created_on, closes_on, closed_on FROM programmes")
    )
    assert one[:4] == (programme.id, "readiness", "1.0", "full")
    [tie] = store.rows(
        text("SELECT id, programme_id, state, state_on, assessment_id FROM programme_invitations")
    )
    assert (*tie[:3], tie[4]) == (invited.id, programme.id, "submitted", saved.id)
    [sent] = store.rows(text("SELECT invitation_id, round_number, submitted_on FROM submissions"))
    assert sent[:2] == (invited.id, 1)
    for day in (one[4], tie[3], sent[2]):
        assert str(day) == str(TODAY)


def test_labels_of_any_length_and_all_terms_have_one_length(store: Store, programme: StoredProgramme) -> None:
    programme.invites("A", "Ω" * 200)

    lengths = store.rows(text("SELECT DISTINCT length(sealed), length(terms) FROM programme_invitations"))
    assert lengths == [(12 + 2048 + 16, 12 + 2048 + 16)]


def test_an_invitation_that_is_only_looked_at_leaves_every_byte_as_it_was(
    store: Store, programme: StoredProgramme
) -> None:
    """The scanner of a mail server opens every link."""
    [invited] = programme.invites("Alpha")
    before = store.rows(text("SELECT * FROM programme_invitations"))

    with store.reading.connect() as connection:
        acceptance.find_invitation(connection, invited.token)

    assert store.rows(text("SELECT * FROM programme_invitations")) == before


@pytest.mark.sqlite
@pytest.mark.parametrize("ends", [takes_back, leaves])
def test_sqlite_overwrites_what_was_submitted(
    store: Store, programme: StoredProgramme, saved: SavedAssessment, ends: object
) -> None:
    accepts(saved, programme.invites("Alpha")[0].token)
    closes(saved, TODAY)
    submits(saved, 1, CONTENT, TEXTS)
    [sealed] = store.rows(text("SELECT sealed, sealed_texts FROM submissions"))
    pieces = [each[at : at + 16] for each in sealed for at in range(0, len(each) - 16, 500)]
    assert all(any(piece in content for content in copies(store)) for piece in pieces)

    assert callable(ends)
    ends(saved)

    assert not [piece for piece in pieces for content in copies(store) if piece in content]
