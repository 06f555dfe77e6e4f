import pytest
from flask import Flask

from tests.web.programme.coordinator import RunningProgramme, begins_invited, creates_programme
from tests.web.respondent import Respondent


@pytest.fixture
def programme(app: Flask) -> RunningProgramme:
    return creates_programme(app)


@pytest.fixture
def link(programme: RunningProgramme) -> str:
    return programme.invites("Deneb")["Deneb"]


@pytest.fixture
def organisation(app: Flask, link: str) -> Respondent:
    """Return the owner of an assessment that began with the invitation."""
    return begins_invited(app, link, "Zyzzyva")


@pytest.fixture
def completed(organisation: Respondent) -> Respondent:
    return organisation.answers_all("3").completes()
