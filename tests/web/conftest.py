import pytest
from flask import Flask

from tests.web.respondent import Respondent


@pytest.fixture
def respondent(app: Flask) -> Respondent:
    return Respondent(app.test_client())


@pytest.fixture
def respondente(app: Flask) -> Respondent:
    """Give a reader of French."""
    return Respondent(app.test_client(), "fr")
