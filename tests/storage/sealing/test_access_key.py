import pytest
from sqlalchemy import text, update

from app.storage.database.tables import LinkRow
from app.storage.sealing import access_key, codes
from app.storage.sealing.errors import TamperedError
from app.storage.sealing.vault import Vault
from tests import build
from tests.storage.conftest import PEPPER
from tests.storage.stored_assessment import SavedAssessment, Store


def _opens(saved: SavedAssessment, code: str, vault: Vault | None = None) -> bool:
    with saved.store.reading.connect() as connection:
        key = access_key.unlock(connection, vault or saved.store.vault, code, saved.store.now)
    return key is not None and key.assessment_id == saved.id


def test_the_code_opens_its_assessment_as_owner(store: Store, saved: SavedAssessment) -> None:
    with store.reading.connect() as connection:
        key = access_key.unlock(connection, store.vault, saved.code, store.now)

    assert key is not None
    assert (key.assessment_id, key.role) == (saved.id, "owner")


def test_a_code_opens_however_it_is_typed(saved: SavedAssessment) -> None:
    assert _opens(saved, saved.code.lower().replace("-", " "))


def test_a_code_with_any_one_character_altered_opens_nothing(saved: SavedAssessment) -> None:
    normal = codes.normalise(saved.code)
    assert normal is not None
    for place in range(codes.LENGTH):
        other = "0" if normal[place] != "0" else "1"
        assert not _opens(saved, normal[:place] + other + normal[place + 1 :])


@pytest.mark.parametrize("code", ["", "no code", "0" * 28, "' OR 1=1 --"])
def test_a_text_that_is_no_code_opens_nothing(saved: SavedAssessment, code: str) -> None:
    assert not _opens(saved, code)


def test_a_code_is_of_no_use_at_another_assessment(store: Store, saved: SavedAssessment) -> None:
    other = store.create(build.an_assessment())
    with store.reading.connect() as connection:
        assert access_key.unlock_assessment(connection, store.vault, saved.code, other.id, store.now) is None
        assert (
            access_key.unlock_assessment(connection, store.vault, saved.code, saved.id, store.now) is not None
        )


def test_a_revoked_link_opens_nothing(store: Store, saved: SavedAssessment) -> None:
    store.run(text("UPDATE links SET revoked_on = '2026-11-01'"))

    assert not _opens(saved, saved.code)


def test_a_code_still_opens_after_the_pepper_was_replaced(saved: SavedAssessment) -> None:
    assert _opens(saved, saved.code, Vault([b"a newer pepper", PEPPER]))


def test_a_code_opens_nothing_without_the_pepper_it_was_made_under(saved: SavedAssessment) -> None:
    assert not _opens(saved, saved.code, Vault([b"a newer pepper"]))


def test_a_link_names_the_pepper_it_was_made_under(store: Store, saved: SavedAssessment) -> None:
    newer = Vault([b"a newer pepper", PEPPER])
    names = [credential.pepper_name for credential in newer.credentials("0" * 28)]

    assert store.rows(text("SELECT pepper_name FROM links")) == [(names[1],)]


def test_a_swapped_public_key_is_refused(store: Store, saved: SavedAssessment) -> None:
    store.run(update(LinkRow).values(public_key=bytes(32)))

    with pytest.raises(TamperedError, match="link"):
        saved.load()


def test_a_printed_key_shows_no_secret(store: Store, saved: SavedAssessment) -> None:
    with store.reading.connect() as connection:
        key = saved.key(connection)

    assert "private_key" not in repr(key)
