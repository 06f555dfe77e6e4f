"""A programme on a running service, its coordinator at a browser, and organisations that take part."""

import csv
import io
from dataclasses import dataclass
from datetime import date

from flask import Flask

from app.storage.programme import programmes
from app.storage.programme.programmes import NewProgramme
from app.web.request.services import Services
from tests.web.respondent import Respondent

NAME, CONTACT = "Zephyr ministry", "Zephyr desk, ext. 4711"


@dataclass(frozen=True)
class RunningProgramme:
    """A programme: its public id, its two codes, and the service that holds it."""

    app: Flask
    id: str
    codes: tuple[str, ...]

    def coordinator(self, language: str = "en", code: int = 0) -> Respondent:
        """Return a coordinator’s browser with the programme open."""
        browser = Respondent(self.app.test_client(), language)
        return browser.opens("programme").sends({"code": self.codes[code], "idle": "60"})

    def address(self, name: str = "", language: str = "en") -> str:
        """Return the address of a page of the programme."""
        return f"/{language}/programme/{self.id}/{name}"

    def invites(self, *labels: str) -> dict[str, str]:
        """Invite organisations, and return the paths of all unused invitations by label."""
        coordinator = self.coordinator().opens(self.address("invite"))
        coordinator.sends({"labels": "\n".join(labels)})
        return self.links(coordinator)

    def links(self, coordinator: Respondent) -> dict[str, str]:
        """Return the paths of the invitations that are not used, by label."""
        return {row[0]: row[3].removeprefix("http://localhost") for row in self.listed(coordinator) if row[3]}

    def listed(self, coordinator: Respondent) -> list[list[str]]:
        """Return the rows of invitations.csv."""
        text = coordinator.client.get(self.address("files/invitations.csv")).text.removeprefix("\ufeff")
        return list(csv.reader(io.StringIO(text)))[1:]

    def states(self) -> dict[str, str]:
        """Return the state of each organisation in English, by its label."""
        return {row[0]: row[1] for row in self.listed(self.coordinator())}


def creates_programme(
    app: Flask,
    variant: str = "quick",
    closes_on: date | None = None,
    name: str = NAME,
    contact: str = CONTACT,
) -> RunningProgramme:
    """Create a programme of the newest version of the questionnaire."""
    services: Services = app.extensions["muster"]
    newest = services.versions.newest
    new = NewProgramme(name, newest.id, newest.version, variant, contact, closes_on)
    with services.writing.begin() as connection:
        id, codes = programmes.create(connection, services.vault, new, services.clock().date())
    return RunningProgramme(app, id, codes)


def begins_invited(app: Flask, link: str, organisation: str = "", language: str = "en") -> Respondent:
    """Accept an invitation with a new assessment, up to the page that shows its code."""
    person = Respondent(app.test_client(), language).opens(link.replace("/i/en/", f"/i/{language}/"))
    profile = {
        "organisation": organisation,
        "organisation_type": "supplier",
        "size_band": "50_249",
        "region": "europe",
    }
    return person.sends({"choice": "new"}).sends(profile)


def submits(person: Respondent, depth: str = "scores", *, texts: bool = False) -> Respondent:
    """Submit the newest closed round as the preview shows it."""
    asked = f"submission/preview?depth={depth}{'&texts=yes' if texts else ''}"
    ticks = {"agree": ["yes"], **({"agree_texts": ["yes"]} if texts else {})}
    person.visits(asked)
    return person.sends(ticks, form="/submit")
