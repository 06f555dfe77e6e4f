import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask

from app.config import Config
from tests.conftest import Databases, a_config
from tests.database_files import SqliteDatabases
from tests.questionnaire_versions import FIRST_VERSION, SECOND_VERSION
from tests.web.respondent import Respondent
from tests.web.serving import serve
from tests.web.versioned_service import RestartedService, begin_half_filled, sign_in_elsewhere


@pytest.fixture(scope="session")
def app(databases: Databases) -> Iterator[Flask]:
    """Serve all tests of the pages; each begins assessments of its own."""
    with serve(a_config(databases.lend())) as app:
        yield app


@pytest.fixture(autouse=True)
def patience(app: Flask) -> None:
    """Reset the rate limits before each test."""
    app.extensions["muster-limits"].forget()


@pytest.fixture
def respondent(app: Flask) -> Respondent:
    return Respondent(app.test_client())


@pytest.fixture
def respondente(app: Flask) -> Respondent:
    """Return a person who reads French."""
    return Respondent(app.test_client(), "fr")


@pytest.fixture
def alone(config: Config) -> Iterator[Flask]:
    """Serve from a database of its own."""
    with serve(config) as app:
        yield app


@pytest.fixture
def copy(new_migrated_database: Callable[[], str], tmp_path: Path) -> RestartedService:
    """Return a copy of the service that a test starts."""
    return RestartedService(new_migrated_database(), tmp_path / "questionnaires")


@pytest.fixture(scope="session")
def half_filled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Return a SQLite file with a half-filled assessment of version 1.0, and its code."""
    folder = tmp_path_factory.mktemp("half-filled")
    service = RestartedService(f"sqlite:///{folder / 'muster.db'}", folder / "questionnaires")
    with service.started(FIRST_VERSION) as app:
        return folder / "muster.db", begin_half_filled(app).known_code


@pytest.fixture
def behind(
    copy: RestartedService, databases: Databases, half_filled: tuple[Path, str]
) -> Iterator[Respondent]:
    """Return the owner of a half-filled assessment of version 1.0, after version 1.1 was added."""
    file, code = half_filled
    if isinstance(databases, SqliteDatabases):
        shutil.copy(file, copy.url.removeprefix("sqlite:///"))
    else:
        with copy.started(FIRST_VERSION) as app:
            code = begin_half_filled(app).known_code
    with copy.started(FIRST_VERSION, SECOND_VERSION) as app:
        person = sign_in_elsewhere(app, code)
        person.known_code = code
        yield person
