from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from app import create_app
from app.config import Config
from tests.conftest import PEPPER, SECRET
from tests.web.respondent import Respondent


def a_config(folder: Path) -> Config:
    """Give settings with a database in the folder."""
    return Config(
        database_url=f"sqlite:///{folder / 'muster.sqlite'}",
        secret_key=SECRET,
        peppers=(PEPPER,),
        production=False,
        operator_contact="operator@muster.example",
        trusted_hosts=(),
        trusted_proxies=0,
    )


@pytest.fixture(scope="session")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """Serve all tests of the pages; each begins assessments of its own."""
    app = create_app(a_config(tmp_path_factory.mktemp("web")))
    app.testing = True
    yield app
    app.extensions["muster"].engine.dispose()


@pytest.fixture
def respondent(app: Flask) -> Respondent:
    return Respondent(app.test_client())


@pytest.fixture
def respondente(app: Flask) -> Respondent:
    """Give a reader of French."""
    return Respondent(app.test_client(), "fr")
