from collections.abc import Iterator

import pytest
from flask import Flask

from app import create_app
from tests.conftest import Databases, a_config
from tests.web.respondent import Respondent


@pytest.fixture(scope="session")
def app(databases: Databases) -> Iterator[Flask]:
    """Serve all tests of the pages; each begins assessments of its own."""
    app = create_app(a_config(databases.lend()))
    app.testing = True
    yield app
    app.extensions["muster"].engine.dispose()


@pytest.fixture(autouse=True)
def patience(app: Flask) -> None:
    """Let each test come as if nobody had come before."""
    app.extensions["muster-limits"].forget()


@pytest.fixture
def respondent(app: Flask) -> Respondent:
    return Respondent(app.test_client())


@pytest.fixture
def respondente(app: Flask) -> Respondent:
    """Give a reader of French."""
    return Respondent(app.test_client(), "fr")
