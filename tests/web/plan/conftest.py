import pytest
from flask import Flask

from tests.web.plan.planner import Planner


@pytest.fixture
def planner(app: Flask) -> Planner:
    """Return a person who has begun a quick check."""
    return Planner(app.test_client()).starts("quick", "Bellatrix")


@pytest.fixture
def owner(planner: Planner) -> Planner:
    """Return an owner with an action that is overdue, one without a day, and one that is dropped."""
    planner.adds("Write the policy", person="Ines", due="1/3/2020")
    planner.adds("Brief the guards", person="Zoé")
    return planner.adds("Close the account", state="dropped", note="It is closed already")
