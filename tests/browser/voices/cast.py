"""Independent answers of the cast: some given, some finished, some closed by the owner or with a round."""

from dataclasses import dataclass, field
from unittest.mock import patch

from flask import Flask

from app.storage.sealing import codes
from tests.web.respondent import Respondent
from tests.web.voices.colleagues import answers, asks_for, finishes, opens_link

# The id of the link that nobody has opened.
UNOPENED = "voice-unopened"


@dataclass
class OpenVoices:
    """The public ids, the links and the browsers, by name."""

    ids: dict[str, str] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    people: dict[str, Respondent] = field(default_factory=dict)

    def keep(self, name: str, person: Respondent, owner: Respondent) -> None:
        """Keep a browser in which the owner’s assessment is open."""
        self.ids[name], self.people[name] = owner.id, person


def open_voices(app: Flask, whole: bytes, comment: str, long_name: str) -> OpenVoices:
    """Import assessments of which colleagues answer a part, with hostile texts."""
    found = OpenVoices()
    owner = Respondent(app.test_client()).uploads(whole)
    people = _five(app, owner, comment, long_name)
    with patch.object(codes, "new_id", return_value=UNOPENED):
        found.links["voice-link"] = asks_for(owner, "hr", "GA", shown=True)
    found.keep("voices", owner, owner)
    found.keep("voice", people[3], owner)
    found.keep("voice-finished", people[0], owner)
    closed = Respondent(app.test_client()).uploads(whole)
    alone = opens_link(app, asks_for(closed, "legal", "A"))
    answers(alone, "A", A1="unknown", A1_comment=comment)
    closed.visits("voices").sends({"action": "close"})
    found.keep("voices-closed", closed, closed)
    found.keep("voice-closed", alone, closed)
    kept = Respondent(app.test_client()).uploads(whole)
    _five(app, kept, comment, long_name)
    found.keep("voices-round", kept.completes(), kept)
    return found


def _five(app: Flask, owner: Respondent, comment: str, long_name: str) -> list[Respondent]:
    """Ask five colleagues, of whom three finish and two go on."""
    asked = (("communications", "GA", ""), ("security", "", ""), ("legal", "GAS", ""))
    begun = (("security", "AV", ""), ("other", "G", long_name))
    people = [
        opens_link(app, asks_for(owner, role, domains, name=name)) for role, domains, name in (*asked, *begun)
    ]
    for person, choice in zip(people[:4], ("1", "4", "unknown", "2"), strict=True):
        answers(person, "A", A1=choice, A2="3", A2_comment=comment)
    for person, choice in zip((people[0], people[2], people[4]), ("0", "not_applicable", "2"), strict=True):
        answers(person, "G", G1="2" if choice == "not_applicable" else choice, G1_comment=comment)
    for person in people[:3]:
        finishes(person)
    return people
