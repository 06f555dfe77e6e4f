"""A database whose file is damaged is recognised, and left as it is."""

from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from app.config import WrongSettingError
from app.storage.database import integrity
from app.storage.startup import describe_failure, open_database
from tests.database_files import PAGE, damage_pages
from tests.storage.stored_assessment import SavedAssessment, Store

DAMAGED = (
    "DATABASE_URL names a database that is damaged: stop the service, and restore a backup into an empty one."
)

pytestmark = pytest.mark.sqlite


@pytest.fixture
def file(store: Store, saved: SavedAssessment) -> Path:
    """Return the closed file of a database with an assessment."""
    store.engine.dispose()
    return Path(str(store.engine.url.database))


@pytest.mark.parametrize("seed", range(20))
def test_a_file_with_damaged_pages_is_refused_in_one_sentence_and_not_changed(
    file: Path, url: str, seed: int
) -> None:
    damage_pages(file, 6, seed)
    before = file.read_bytes()

    with pytest.raises(WrongSettingError) as error:
        open_database(url)

    assert str(error.value) == DAMAGED
    assert file.read_bytes() == before


def test_a_truncated_file_is_refused(file: Path, url: str) -> None:
    file.write_bytes(file.read_bytes()[: -3 * PAGE])

    with pytest.raises(WrongSettingError, match="is damaged"):
        open_database(url)


def test_a_file_of_something_else_is_refused(file: Path, url: str) -> None:
    file.write_bytes(b"no database" * 1000)

    with pytest.raises(WrongSettingError, match="is damaged"):
        open_database(url)


def test_an_intact_file_is_opened(file: Path, url: str) -> None:
    open_database(url).dispose()


def test_a_text_that_is_no_text_is_damage(store: Store, saved: SavedAssessment) -> None:
    store.run(text("UPDATE assessments SET version = CAST(x'ff' AS TEXT)"))

    with pytest.raises(OperationalError) as error:
        store.rows(text("SELECT version FROM assessments"))

    assert integrity.is_damage(error.value)
    assert describe_failure(error.value) == DAMAGED


def test_a_table_that_is_not_there_is_no_damage(store: Store) -> None:
    with pytest.raises(OperationalError) as error:
        store.rows(text("SELECT * FROM nowhere"))

    assert not integrity.is_damage(error.value)
    assert describe_failure(error.value) == "The database cannot be used: OperationalError SQLITE_ERROR."


def test_a_folder_that_cannot_be_made_is_no_damage(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the folder's place")

    with pytest.raises(WrongSettingError, match=r"^DATABASE_URL cannot be opened: .*(exists|directory)"):
        open_database(f"sqlite:///{tmp_path / 'file' / 'muster.db'}")


@pytest.mark.parametrize(
    "url",
    [
        "sqlite:///",
        "sqlite:///:memory:",
        "sqlite:///?timeout=1",
        "sqlite:///a%00b",
        "postgresql+psycopg://user:password@host:port/name",
    ],
)
def test_an_address_that_names_no_database_is_refused_in_one_sentence(url: str) -> None:
    with pytest.raises(
        WrongSettingError, match=r"^DATABASE_URL must be an address such as [^\n]+\.$"
    ) as error:
        open_database(url)

    assert "password" not in str(error.value)
