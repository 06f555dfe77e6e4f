import pytest

from tests.web.pulse.colleague import open_pulse
from tests.web.respondent import Respondent


@pytest.fixture
def owner(respondent: Respondent) -> Respondent:
    return respondent.starts("quick")


@pytest.fixture
def link(owner: Respondent) -> str:
    return open_pulse(owner)
