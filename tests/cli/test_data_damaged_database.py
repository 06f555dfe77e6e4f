"""Every command on a damaged database ends with one sentence, and leaves no file and nothing changed."""

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import text

from app.storage.database import locks
from tests import build
from tests.cli.installation import PEPPER_KEPT, Installation
from tests.database_files import damage_pages

DAMAGED = (
    "DATABASE_URL names a database that is damaged:"
    " stop the service, and restore a backup into an empty one.\n"
)
COMMANDS = [
    ("data", "stats"),
    ("data", "backup", "{out}", PEPPER_KEPT),
    ("data", "export"),
    ("data", "delete", "nobody", "--yes"),
    ("data", "purge", "--days", "30"),
    ("peers", "publish"),
    ("peers", "report"),
    ("peers", "report", "-o", "{out}"),
    ("peers", "rebuild"),
    ("peers", "invite"),
]

pytestmark = pytest.mark.sqlite


@pytest.fixture
def code(copy: Installation) -> str:
    """Store an assessment, and return its code."""
    return copy.store.create(build.bellatrix(copy.store.questionnaire)).code


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_command_on_a_file_with_damaged_pages_ends_with_one_sentence(
    copy: Installation, code: str, words: tuple[str, ...], tmp_path: Path
) -> None:
    copy.store.engine.dispose()
    file = Path(str(copy.store.engine.url.database))
    damage_pages(file, 6, 1)
    before, out = file.read_bytes(), tmp_path / "out"
    out.mkdir()

    result = copy.run_group(words[0], *(word.format(out=out / "file") for word in words[1:]), typed=code)

    assert (result.exit_code, result.stdout, result.stderr) == (1, "", DAMAGED)
    assert not list(out.iterdir())
    assert file.read_bytes() == before


@pytest.mark.parametrize("words", [("data", "stats"), ("data", "backup", "{out}", PEPPER_KEPT)])
def test_a_value_that_is_no_day_any_more_ends_a_command_with_one_sentence(
    copy: Installation, code: str, words: tuple[str, ...], tmp_path: Path
) -> None:
    copy.store.run(text("UPDATE assessments SET changed_on = '0000-00-00'"))
    out = tmp_path / "out"
    out.mkdir()

    result = copy.run_group(words[0], *(word.format(out=out / "file") for word in words[1:]))

    assert (result.exit_code, result.stderr) == (1, DAMAGED)
    assert not list(out.iterdir())


def test_a_database_that_stays_locked_ends_a_command_with_one_sentence(
    copy: Installation, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locks, "SECONDS_TO_WAIT", 0.1)
    blocker = sqlite3.connect(str(copy.store.engine.url.database), isolation_level=None)
    blocker.execute("BEGIN IMMEDIATE")

    result = copy.run_data("purge", "--days", "30")
    blocker.close()

    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert "locked" in result.stderr.lower()
