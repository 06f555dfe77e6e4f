import gc
import os
from collections.abc import Callable, Iterator

import pytest
from flask import Flask
from hypothesis import HealthCheck, settings
from jinja2 import FileSystemBytecodeCache

from app import create_app
from app.catalogue import loader
from app.config import ROOT, Config
from app.maturity.questionnaire import Questionnaire
from tests import postgresql
from tests.database_files import SqliteDatabases
from tests.postgresql import Cluster

# A slow machine is no fault of the code: speed is measured by the bench, not asserted by a test.
settings.register_profile("muster", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("muster")

# The tests make many small objects that live for one test: fewer collections of garbage save a twentieth.
gc.set_threshold(100_000, 50, 50)

# An application compiles every template that it draws; about forty applications are made in the tests.
_COMPILED = ROOT / "build" / "templates"
_COMPILED.mkdir(parents=True, exist_ok=True)
Flask.jinja_options = {"bytecode_cache": FileSystemBytecodeCache(str(_COMPILED))}

SECRET = "a secret of the tests, thirty-two long"  # noqa: S105  it opens nothing
PEPPER = "a pepper of the tests, thirty-two long"

Databases = Cluster | SqliteDatabases


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--database", choices=("sqlite", "postgresql"), default="sqlite")


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("database") == "postgresql" and not postgresql.programs():
        pytest.exit(postgresql.MISSING, returncode=1 if os.environ.get("CI") else 0)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("database") == "postgresql":
        items[:] = [item for item in items if not item.get_closest_marker("sqlite")]


@pytest.fixture(scope="session")
def databases(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Databases]:
    """Yield a source of empty databases of the kind that --database asks for."""
    if request.config.getoption("database") == "sqlite":
        yield SqliteDatabases(tmp_path_factory.mktemp("databases"))
        return
    cluster = Cluster()
    try:
        cluster.create()
        yield cluster
    finally:
        cluster.remove()


@pytest.fixture
def new_database(databases: Databases) -> Iterator[Callable[[], str]]:
    """Lend empty databases until the test ends, and give their addresses."""
    yield from _lender(databases, databases.lend)


@pytest.fixture
def new_migrated_database(databases: Databases) -> Iterator[Callable[[], str]]:
    """Lend databases with today's schema and no rows until the test ends, and return their addresses."""
    yield from _lender(databases, databases.lend_migrated)


def _lender(databases: Databases, lend: Callable[[], str]) -> Iterator[Callable[[], str]]:
    lent: list[str] = []

    def lend_another() -> str:
        lent.append(lend())
        return lent[-1]

    yield lend_another
    for url in lent:
        databases.take_back(url)


@pytest.fixture(scope="session")
def questionnaire() -> Questionnaire:
    """Return the questionnaire of this release."""
    return loader.load(ROOT / "questionnaires" / "readiness")


def a_config(database_url: str) -> Config:
    """Return settings with a database."""
    return Config(
        database_url=database_url,
        secret_key=SECRET,
        peppers=(PEPPER.encode(),),
        production=False,
        operator_contact="operator@muster.example",
        trusted_hosts=(),
        trusted_proxies=0,
    )


@pytest.fixture
def config(new_migrated_database: Callable[[], str]) -> Config:
    return a_config(new_migrated_database())


@pytest.fixture
def app(config: Config) -> Iterator[Flask]:
    app = create_app(config)
    app.testing = True
    yield app
    app.extensions["muster"].engine.dispose()
