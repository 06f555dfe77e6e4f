from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from hypothesis import HealthCheck, settings

from app import create_app
from app.catalogue import loader
from app.config import ROOT, Config
from app.maturity.questionnaire import Questionnaire

# A slow machine is no fault of the code: speed is measured by the bench, not asserted by a test.
settings.register_profile("muster", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("muster")

SECRET = "a secret of the tests, thirty-two long"  # noqa: S105  it opens nothing
PEPPER = "a pepper of the tests, thirty-two long"


@pytest.fixture(scope="session")
def questionnaire() -> Questionnaire:
    """Give the questionnaire that is shipped."""
    return loader.load(ROOT / "questionnaires" / "readiness")


@pytest.fixture
def config(tmp_path: Path) -> Config:
    return Config(
        database_url=f"sqlite:///{tmp_path / 'muster.sqlite'}",
        secret_key=SECRET,
        peppers=(PEPPER,),
        production=False,
        operator_contact="operator@muster.example",
        trusted_hosts=(),
        trusted_proxies=0,
    )


@pytest.fixture
def app(config: Config) -> Iterator[Flask]:
    app = create_app(config)
    app.testing = True
    yield app
    app.extensions["muster"].engine.dispose()
