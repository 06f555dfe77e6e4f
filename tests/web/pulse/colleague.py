"""A colleague who answers a staff pulse, in a browser of their own."""

from flask import Flask
from sqlalchemy import text

from tests.web.respondent import Respondent


def open_pulse(owner: Respondent, grouping: str = "", *, policy: bool = False) -> str:
    """Open the pulse of the owner’s assessment, and return the path of its link."""
    second_part = {"policy": "yes"} if policy else {}
    owner.visits("pulse").sends({"grouping": grouping, **second_part}, form=None)
    return link_path(owner)


def link_path(owner: Respondent) -> str:
    """Return the path of the link that the page shows."""
    return owner.visits("pulse").code.removeprefix("http://localhost")


def open_link(app: Flask, link: str, language: str = "en") -> Respondent:
    """Open the link in a new browser."""
    return Respondent(app.test_client(), language).opens(link.replace("/p/en/", f"/p/{language}/"))


def send_answers(app: Flask, link: str, number: int, importance: str = "essential", **others: str) -> None:
    """Answer as several colleagues, each in a new browser."""
    for _ in range(number):
        sent = open_link(app, link).sends({"O1": importance, **others})
        assert "Thank you" in sent.text


def close_pulse(owner: Respondent, invited: str = "everyone", people: str = "") -> Respondent:
    """Close the pulse."""
    return owner.visits("pulse").sends({"action": "close", "invited": invited, "people": people})


def stored_pulses(app: Flask) -> list[tuple[object, ...]]:
    """Return every row of the table of pulses."""
    with app.extensions["muster"].reading.connect() as connection:
        return [tuple(row) for row in connection.execute(text("SELECT * FROM pulses ORDER BY assessment_id"))]
