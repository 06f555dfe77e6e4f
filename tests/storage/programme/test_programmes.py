"""A programme is created, opened by either of its codes, closed, extended and deleted."""

from datetime import date

import pytest
from sqlalchemy import text

from app.storage.programme import programme_key, programmes
from app.storage.programme.errors import ProgrammeClosedError
from app.storage.programme.programme_key import ProgrammeKey
from app.storage.programme.terms import ProgrammeDays
from app.storage.sealing import codes, peppers
from app.storage.sealing.errors import TamperedError
from app.storage.sealing.vault import Vault
from tests.storage.conftest import PEPPER
from tests.storage.programme.stored_programme import CONTACT, NAME, StoredProgramme, accepts, creates, status
from tests.storage.stored_assessment import NOW, SavedAssessment, Store

NEWER = b"a newer pepper of thirty-two ..."
TODAY = NOW.date()


def unlock(programme: StoredProgramme, code: str, vault: Vault | None = None) -> ProgrammeKey | None:
    with programme.store.reading.connect() as connection:
        return programme_key.unlock(connection, vault or programme.store.vault, code, NOW)


def sign_in(programme: StoredProgramme, code: str, vault: Vault) -> ProgrammeKey | None:
    with programme.store.writing.begin() as connection:
        return programme_key.sign_in(connection, vault, code, NOW)


def test_each_of_two_codes_opens_the_programme(programme: StoredProgramme) -> None:
    first, second = (unlock(programme, code) for code in programme.codes)

    assert first is not None
    assert second is not None
    assert (first.terms, first.days) == (second.terms, second.days)
    assert (first.terms.name, first.terms.contact, first.terms.variant) == (NAME, CONTACT, "full")
    assert first.days == ProgrammeDays(TODAY)
    assert first.private_key.private_bytes_raw() == second.private_key.private_bytes_raw()


def test_another_text_opens_no_programme(programme: StoredProgramme, saved: SavedAssessment) -> None:
    for code in ("", "no code", codes.new_code(), saved.code):
        assert unlock(programme, code) is None


def test_a_code_opens_its_own_programme_alone(programme: StoredProgramme) -> None:
    other = creates(programme.store)
    with programme.store.reading.connect() as connection:
        vault = programme.store.vault

        assert programme_key.unlock_programme(connection, vault, other.code, programme.id, NOW) is None


def test_the_key_in_words_holds_no_secret(programme: StoredProgramme) -> None:
    key = unlock(programme, programme.code)

    assert "X25519" not in repr(key)
    assert programme.code not in repr(key)


def test_a_code_moves_to_the_newest_pepper_by_itself(programme: StoredProgramme) -> None:
    both, newest = Vault([NEWER, PEPPER]), Vault([NEWER])

    assert sign_in(programme, programme.code, both) is not None

    key = unlock(programme, programme.code, newest)
    assert key is not None
    assert frozenset({key.pepper_name}) == peppers.names_of([NEWER])
    assert key.terms.name == NAME
    assert unlock(programme, programme.codes[1], newest) is None


def test_its_codes_need_their_pepper(programme: StoredProgramme) -> None:
    with programme.store.reading.connect() as connection:
        assert peppers.needed_names(connection) == peppers.names_of([PEPPER])
        assert peppers.count_links_without_pepper(connection, peppers.names_of([NEWER])) == 2
        assert peppers.count_links_without_pepper(connection, peppers.names_of([PEPPER])) == 0


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE programmes SET variant = 'quick'",
        "UPDATE programmes SET version = '2.0'",
        "UPDATE programmes SET sealed = (SELECT sealed_key FROM programme_codes WHERE number = 1)",
        "UPDATE programme_codes SET sealed_key = (SELECT sealed FROM programmes)",
        "UPDATE programme_codes SET number = number + 5",
    ],
)
def test_a_programme_that_was_altered_is_not_opened(programme: StoredProgramme, change: str) -> None:
    programme.store.run(text(change))

    with pytest.raises(TamperedError):
        unlock(programme, programme.code)


@pytest.mark.parametrize(
    ("closes_on", "closed_on", "is_open"),
    [
        (None, None, True),
        (TODAY, None, True),
        (date(2026, 11, 16), None, False),
        (None, date(2026, 11, 1), False),
        (date(2027, 1, 1), TODAY, False),
    ],
)
def test_it_is_open_to_the_end_of_its_last_day(
    closes_on: date | None, closed_on: date | None, *, is_open: bool
) -> None:
    assert ProgrammeDays(TODAY, closes_on, closed_on).is_open(TODAY) is is_open


def test_closing_is_undone_by_extending(programme: StoredProgramme) -> None:
    programme.closes()
    with pytest.raises(ProgrammeClosedError):
        programme.invites("Aldebaran")

    programme.extends(TODAY)

    key = unlock(programme, programme.code)
    assert key is not None
    assert key.days == ProgrammeDays(TODAY, TODAY)
    assert len(programme.invites("Aldebaran")) == 1


def test_a_deleted_programme_leaves_no_row_and_the_assessments_whole(
    store: Store, programme: StoredProgramme, saved: SavedAssessment
) -> None:
    other = creates(store)
    other.invites("Capella")
    accepts(saved, programme.invites("Bellatrix")[0].token)
    before = saved.load()

    with store.writing.begin() as connection:
        assert programmes.delete_programme(connection, programme.id)
        assert not programmes.delete_programme(connection, programme.id)

    assert unlock(programme, programme.code) is None
    assert store.rows(text("SELECT count(*) FROM programme_invitations")) == [(1,)]
    assert saved.load() == before
    held = status(saved)
    assert held is not None
    assert (held.state, held.is_tied) == (None, False)
    assert held.participation.terms.name == NAME
