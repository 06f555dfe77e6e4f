"""A start on a damaged database: one sentence, and nothing is changed."""

from pathlib import Path

import pytest
from sqlalchemy import text

from app.maturity.clock import utc_now
from app.storage.sealing.vault import Vault
from app.storage.startup import open_database
from tests import build
from tests.database_files import damage_pages
from tests.installed_copy import lay_out_copy, run
from tests.storage.stored_assessment import Store

SENTENCE = (
    "DATABASE_URL names a database that is damaged:"
    " stop the service, and restore a backup into an empty one.\n"
)


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """Lay out a copy with an assessment in its database."""
    house = lay_out_copy(tmp_path)
    engine = open_database(f"sqlite:///{database(house)}")
    store = Store(engine, Vault([b"p" * 32]), build.a_questionnaire(), utc_now())
    store.create(build.bellatrix(store.questionnaire))
    engine.dispose()
    return house


def database(house: Path) -> Path:
    return house / "instance" / "muster.sqlite"


def test_a_start_on_a_file_with_damaged_pages_ends_with_one_sentence(house: Path) -> None:
    damage_pages(database(house), 6, 1)
    before = database(house).read_bytes()

    ended = run(house, "-c", "import wsgi", PEPPER="p" * 32)

    assert (ended.returncode, ended.stderr) == (1, SENTENCE)
    assert database(house).read_bytes() == before
    assert not (house / "instance" / "secret-key").exists()


def test_a_start_on_a_value_that_cannot_be_read_ends_with_one_sentence(house: Path) -> None:
    engine = open_database(f"sqlite:///{database(house)}")
    with engine.begin() as connection:
        connection.execute(text("UPDATE assessments SET version = CAST(x'ff' AS TEXT)"))
    engine.dispose()

    ended = run(house, "-c", "import wsgi", PEPPER="p" * 32)

    assert (ended.returncode, ended.stderr) == (1, SENTENCE)
