"""A browser for each role, and the addresses that their requests go to."""

from unittest.mock import patch

from flask import Flask

from app.storage.sealing import codes
from tests.web.respondent import Respondent

OWN = "/<any(en, fr):language>/assessment/<id>"
ROUND = f"{OWN}/rounds/<int:number>"
SECTION = "<any(recommendations, domains, survey, peers, why):name>"
LETTER = f"{OWN}/<string(length=1):letter>"

NOBODY, OWNER, VIEWER, CONTRIBUTOR = "nobody", "owner", "viewer", "contributor"
RESULTS_VIEWER = "results_viewer"
PULSE_VIEWER = "pulse_viewer"
ROLES = (NOBODY, OWNER, VIEWER, RESULTS_VIEWER, CONTRIBUTOR, PULSE_VIEWER)

# Where the files were in 1.0.0.
MOVED = f'{OWN}/<any("assessment.json", "board.pdf", "history.json", "scorecard.json", "scorecard.pdf"):name>'


def open_people(app: Flask) -> dict[str, Respondent]:
    """Return browsers of an owner, a viewer, a contributor to domain A, and of nobody."""
    owner = Respondent(app.test_client()).starts("quick", "Zyzzyva")
    for letter in "GIASPCELV":
        owner.visits(letter)
        ids = {name for name in owner.fields(owner.form()) if name.endswith("-comment")}
        comments = dict.fromkeys(ids, f"Quokka of {letter}")
        chosen = {id.removesuffix("-comment"): "2" for id in ids}
        owner.sends({**comments, **chosen, "action": "continue"})
    with patch.object(codes, "new_action_id", return_value="a1"):
        owner.visits("results/recommendations").sends({"tick": ["A1"]}, form="/recommendations")
    owner.completes()
    found = {OWNER: owner}
    for role, domains in ((VIEWER, ""), (RESULTS_VIEWER, ""), (CONTRIBUTOR, "A"), (PULSE_VIEWER, "")):
        code = owner.shares(role, domains, name=f"Numbat {role}").code
        found[role] = Respondent(app.test_client()).enters(code)
        assert found[role].status == 200
    found[NOBODY] = Respondent(app.test_client()).opens(owner.path)
    return found


def path_of(rule: str, id: str, letter: str = "A") -> str:
    """Return the path of a rule, for an assessment, a domain and the action that it has."""
    path = rule.replace("<any(en, fr):language>", "en").replace("<id>", id)
    path = path.replace("<owner>", "security").replace(MOVED.removeprefix(f"{OWN}/"), "history.json")
    path = path.replace("<int:number>", "1").replace(SECTION, "recommendations").replace("<action>", "a1")
    return path.replace("<string(length=1):letter>", letter)


def asks(person: Respondent, method: str, path: str) -> int:
    """Return the status of a request."""
    if method == "GET":
        return person.client.get(path).status_code
    page = Respondent(person.client).opens("code")
    data = {"csrf_token": page.token(), "version": "1", "action": "save"}
    return person.client.post(path, data=data).status_code
