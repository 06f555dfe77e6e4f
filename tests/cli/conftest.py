from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskCliRunner

from app import cli
from app.exchange import assessment_json
from app.maturity.clock import utc_now
from app.maturity.questionnaire import Questionnaire
from app.storage.database.engine import make_engine
from app.storage.sealing.vault import Vault
from tests import build
from tests.cli.installation import PEPPER, PEPPER_KEPT, Installation
from tests.storage.stored_assessment import SavedAssessment, Store


@pytest.fixture
def runner() -> FlaskCliRunner:
    """Return a runner of commands without database and secrets."""
    app = Flask("commands")
    cli.install(app)
    return app.test_cli_runner()


@pytest.fixture
def copy(
    runner: FlaskCliRunner, new_migrated_database: Callable[[], str], questionnaire: Questionnaire
) -> Iterator[Installation]:
    """Return an installation with a database of its own."""
    url = new_migrated_database()
    engine = make_engine(url)
    yield Installation(runner, url, Store(engine, Vault([PEPPER.encode()]), questionnaire, utc_now()))
    engine.dispose()


@pytest.fixture
def saved(copy: Installation) -> SavedAssessment:
    return copy.store.create(build.bellatrix(copy.store.questionnaire))


@pytest.fixture
def file(copy: Installation, saved: SavedAssessment, tmp_path: Path) -> Path:
    path = tmp_path / "backup"
    assert copy.run_data("backup", str(path), PEPPER_KEPT).exit_code == 0
    return path


@pytest.fixture
def empty(copy: Installation, new_migrated_database: Callable[[], str]) -> Iterator[Installation]:
    """Return an empty installation with the same pepper."""
    with copy.second_installation(new_migrated_database()) as made:
        yield made


@pytest.fixture
def best(tmp_path: Path, questionnaire: Questionnaire) -> Path:
    """Write Aldebaran’s file: every practice proven."""
    path = tmp_path / "aldebaran.json"
    path.write_bytes(assessment_json.write(build.aldebaran(questionnaire), questionnaire))
    return path


@pytest.fixture
def begun(tmp_path: Path, questionnaire: Questionnaire) -> Path:
    """Write Capella’s file: one answer, at level 1."""
    path = tmp_path / "capella.json"
    path.write_bytes(assessment_json.write(build.capella(questionnaire), questionnaire))
    return path
