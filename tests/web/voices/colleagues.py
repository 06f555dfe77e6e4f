"""Colleagues whom an owner asks for independent answers, each in a browser of their own."""

from flask import Flask

from tests.web.checks import words
from tests.web.respondent import Fields, Respondent


def asks_for(
    owner: Respondent, role: str = "security", domains: str = "", *, name: str = "", shown: bool = False
) -> str:
    """Let an owner make a link, and return its path."""
    typed: Fields = {
        "role": role,
        "name": name,
        "extent": "some" if domains else "all",
        "domains": list(domains),
        "shown": ["yes"] if shown else [],
    }
    owner.visits("voices/new").sends(typed)
    [shown_address] = owner.page.query("#share-address")
    return "/v/" + words(shown_address).split("/v/")[1]


def opens_link(app: Flask, path: str, language: str = "en") -> Respondent:
    """Open the link of a colleague, up to the page of what is asked."""
    person = Respondent(app.test_client(), language).opens(path.replace("/v/en/", f"/v/{language}/"))
    return person.sends({"idle": "60"})


def invites(app: Flask, owner: Respondent, role: str = "security", domains: str = "") -> Respondent:
    """Ask a colleague, and return the colleague’s browser on the page of what is asked."""
    return opens_link(app, asks_for(owner, role, domains))


def answers(person: Respondent, letter: str, action: str = "save", **typed: str) -> Respondent:
    """Answer some of a domain’s questions; a field’s hyphens are written as underscores."""
    fields: Fields = {name.replace("_", "-"): value for name, value in typed.items()}
    return person.visits(f"voice/{letter}").sends({**fields, "action": action})


def finishes(person: Respondent) -> Respondent:
    """Record that a colleague has finished."""
    return person.visits("voice/check").sends({"action": "finish"})
