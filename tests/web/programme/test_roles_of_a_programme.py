"""Which page of a programme each role may use: its own coordinator alone."""

from dataclasses import dataclass

import pytest
from flask import Flask

from tests.web.checks import attributes
from tests.web.people_by_role import asks
from tests.web.programme.coordinator import (
    RunningProgramme,
    begins_invited,
    creates_programme,
    submits,
)
from tests.web.programme.programme_routes import OF_A_PROGRAMME
from tests.web.respondent import Respondent

COORDINATOR = "coordinator"
OTHERS = ("nobody", "owner of a submitting assessment", "coordinator of another programme")


@dataclass(frozen=True)
class ProgrammeCast:
    """A programme with an organisation that submitted, and a browser for each role."""

    programme: RunningProgramme
    invitation: str
    people: dict[str, Respondent]

    def asks(self, role: str, rule: str, method: str) -> int:
        """Return the status of a request."""
        path = rule.replace("<any(en, fr):language>", "en").replace("<id>", self.programme.id)
        path = path.replace("<invitation>", self.invitation).replace("<int:part>", "1")
        return asks(self.people[role], method, path)


@pytest.fixture(scope="module")
def cast(app: Flask) -> ProgrammeCast:
    programme = creates_programme(app)
    link = programme.invites("Deneb", "Vega")["Deneb"]
    owner = begins_invited(app, link, "Zyzzyva").answers_all().completes()
    submits(owner, "levels")
    coordinator = programme.coordinator().opens(programme.address("organisations"))
    address = attributes(coordinator.page.query("tbody a")[0])["href"]
    people = [Respondent(app.test_client()), owner, creates_programme(app).coordinator()]
    roles = dict(zip(OTHERS, people, strict=True))
    return ProgrammeCast(programme, address.rsplit("/", 1)[1], {COORDINATOR: coordinator, **roles})


@pytest.mark.parametrize(("rule", "method"), sorted(OF_A_PROGRAMME))
def test_a_coordinator_uses_every_page_of_the_programme(cast: ProgrammeCast, rule: str, method: str) -> None:
    assert cast.asks(COORDINATOR, rule, method) in (200, 422)


@pytest.mark.parametrize(("rule", "method"), sorted(OF_A_PROGRAMME))
@pytest.mark.parametrize("role", OTHERS)
def test_nobody_else_gets_in_or_learns_whether_there_is_a_programme(
    cast: ProgrammeCast, role: str, rule: str, method: str
) -> None:
    assert cast.asks(role, rule, method) == 404
    assert cast.programme.states() == {"Deneb": "Submitted", "Vega": "Not begun"}


def test_a_coordinator_opens_no_invitation_of_another_programme(app: Flask, cast: ProgrammeCast) -> None:
    other = creates_programme(app)
    coordinator = other.coordinator()

    assert coordinator.opens(other.address(f"organisations/{cast.invitation}")).status == 404
    assert coordinator.opens(other.address(f"organisations/{cast.invitation}/withdraw")).status == 404
