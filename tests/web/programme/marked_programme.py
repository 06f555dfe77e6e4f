"""A programme with a marked word in everything that a person types, used in every way."""

from flask import Flask
from flask.testing import FlaskClient

from app.maturity.text import LANGUAGES
from tests.web.checks import attributes, forget_pages
from tests.web.programme.coordinator import RunningProgramme, creates_programme, submits
from tests.web.respondent import Respondent

_PAGES = ("", "organisations", "invite", "closing", "reminder", "side-by-side")
_FILES = (
    *("invitations.csv", "letters-1.pdf", "report.pdf"),
    *("comparison.xlsx", "comparison.csv", "comparison.json"),
)


def use_programme(app: Flask, client: FlaskClient, id: str, word: str) -> RunningProgramme:
    """Create a programme, have a whole assessment take part and submit twice, and read everything."""
    owner = Respondent(client).opens(f"/en/assessment/{id}/").completes()
    variant = owner.exported()["profile"]["variant"]
    programme = creates_programme(app, variant, name=word, contact=word)
    links = programme.invites(f"{word} one", f"{word} two")
    coordinator = programme.coordinator()
    coordinator.opens(programme.address("invite")).sends({"labels": f"{word}\n{word * 40}"})
    assert coordinator.status == 422
    owner.opens(links[f"{word} one"]).sends({"choice": id})
    owner.visits("submission/preview?depth=levels&texts=yes").sends(form="/submit")
    assert owner.status == 422
    submits(owner)
    submits(owner, "levels", texts=True)
    assert word in owner.visits("submission").visits("submission/receipt.txt").response.text
    for language in LANGUAGES:
        for name in (*_PAGES, *(f"files/{each}" for each in _FILES)):
            assert coordinator.client.get(programme.address(name, language)).status_code == 200
    coordinator.opens(programme.address("organisations"))
    for link in coordinator.page.query("tbody a"):
        assert word in coordinator.client.get(attributes(link)["href"]).text
    # The text of pages that were checked would stay in the memory of the process.
    forget_pages()
    return programme
