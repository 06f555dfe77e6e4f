import pytest
from sqlalchemy import text, update

from app.storage.database.tables import LinkRow
from app.storage.sealing import access_key, codes
from app.storage.sealing.errors import TamperedError
from app.storage.sealing.vault import Vault
from tests import build
from tests.storage.conftest import PEPPER
from tests.storage.stored_assessment import SavedAssessment, Store


def _opens(filed: SavedAssessment, code: str, vault: Vault | None = None) -> bool:
    with filed.desk.reading.connect() as connection:
        key = access_key.unlock(connection, vault or filed.desk.vault, code, filed.desk.now)
    return key is not None and key.assessment_id == filed.id


def test_the_code_opens_its_assessment_as_owner(desk: Store, filed: SavedAssessment) -> None:
    with desk.reading.connect() as connection:
        key = access_key.unlock(connection, desk.vault, filed.code, desk.now)

    assert key is not None
    assert (key.assessment_id, key.role) == (filed.id, "owner")


def test_a_code_opens_however_it_is_typed(filed: SavedAssessment) -> None:
    assert _opens(filed, filed.code.lower().replace("-", " "))


def test_a_code_with_any_one_character_altered_opens_nothing(filed: SavedAssessment) -> None:
    normal = codes.normalise(filed.code)
    assert normal is not None
    for place in range(codes.LENGTH):
        other = "0" if normal[place] != "0" else "1"
        assert not _opens(filed, normal[:place] + other + normal[place + 1 :])


@pytest.mark.parametrize("code", ["", "no code", "0" * 28, "' OR 1=1 --"])
def test_what_is_no_code_opens_nothing(filed: SavedAssessment, code: str) -> None:
    assert not _opens(filed, code)


def test_a_code_is_of_no_use_at_another_assessment(desk: Store, filed: SavedAssessment) -> None:
    other = desk.file(build.an_assessment())
    with desk.reading.connect() as connection:
        assert access_key.unlock_assessment(connection, desk.vault, filed.code, other.id, desk.now) is None
        assert (
            access_key.unlock_assessment(connection, desk.vault, filed.code, filed.id, desk.now) is not None
        )


def test_a_revoked_link_opens_nothing(desk: Store, filed: SavedAssessment) -> None:
    desk.run(text("UPDATE links SET revoked_on = '2026-11-01'"))

    assert not _opens(filed, filed.code)


def test_a_code_still_opens_after_the_pepper_was_replaced(filed: SavedAssessment) -> None:
    assert _opens(filed, filed.code, Vault([b"a newer pepper", PEPPER]))


def test_a_code_opens_nothing_without_the_pepper_it_was_made_under(filed: SavedAssessment) -> None:
    assert not _opens(filed, filed.code, Vault([b"a newer pepper"]))


def test_a_link_names_the_pepper_it_was_made_under(desk: Store, filed: SavedAssessment) -> None:
    newer = Vault([b"a newer pepper", PEPPER])
    names = [credential.pepper_name for credential in newer.credentials("0" * 28)]

    assert desk.rows(text("SELECT pepper_name FROM links")) == [(names[1],)]


def test_a_public_key_put_in_place_of_ours_is_refused(desk: Store, filed: SavedAssessment) -> None:
    desk.run(update(LinkRow).values(public_key=bytes(32)))

    with pytest.raises(TamperedError, match="link"):
        filed.load()


def test_a_printed_key_shows_no_secret(desk: Store, filed: SavedAssessment) -> None:
    with desk.reading.connect() as connection:
        key = filed.key(connection)

    assert "private_key" not in repr(key)
