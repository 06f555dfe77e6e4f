import pytest
from flask import Flask

from tests.web.api.program import Program, a_program
from tests.web.respondent import Respondent


@pytest.fixture
def owner(respondent: Respondent) -> Respondent:
    """Return the owner of a quick check with one answer."""
    return respondent.starts("quick", "Bellatrix").answers("G", "save", G1="2", G1_comment="Quokka")


@pytest.fixture
def reader(app: Flask, owner: Respondent) -> Program:
    return a_program(app, owner, "api_reader")


@pytest.fixture
def writer(app: Flask, owner: Respondent) -> Program:
    return a_program(app, owner, "api_writer")
