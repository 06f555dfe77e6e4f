"""A browser for each role, and the addresses that their requests go to."""

from unittest.mock import patch

from flask import Flask

from app.storage.sealing import codes
from tests.web.respondent import Respondent
from tests.web.voices.colleagues import answers, finishes, invites

OWN = "/<any(en, fr):language>/assessment/<id>"
ROUND = f"{OWN}/rounds/<int:number>"
SECTION = "<any(recommendations, domains, survey, peers, why):name>"
LETTER = f"{OWN}/<string(length=1):letter>"

NOBODY, OWNER, VIEWER, CONTRIBUTOR = "nobody", "owner", "viewer", "contributor"
RESULTS_VIEWER = "results_viewer"
PULSE_VIEWER = "pulse_viewer"
# A colleague who answers independently; another one is asked for the same domain.
VOICE, OTHER_VOICE = "voice", "other_voice"
ROLES = (NOBODY, OWNER, VIEWER, RESULTS_VIEWER, CONTRIBUTOR, PULSE_VIEWER, VOICE)

# Where the files were in 1.0.0.
MOVED = f'{OWN}/<any("assessment.json", "board.pdf", "history.json", "scorecard.json", "scorecard.pdf"):name>'


def open_people(app: Flask) -> dict[str, Respondent]:
    """Return browsers of an owner, of each kind of link, of nobody, and of a second voice.

    The first round is closed and kept two voices; two others have finished in the second, on domain A.
    """
    owner = Respondent(app.test_client()).starts("quick", "Zyzzyva")
    for letter in "GIASPCELV":
        owner.visits(letter)
        ids = {name for name in owner.fields(owner.form()) if name.endswith("-comment")}
        comments = dict.fromkeys(ids, f"Quokka of {letter}")
        chosen = {id.removesuffix("-comment"): "2" for id in ids}
        owner.sends({**comments, **chosen, "action": "continue"})
    with patch.object(codes, "new_action_id", return_value="a1"):
        owner.visits("results/recommendations").sends({"tick": ["A1"]}, form="/recommendations")
    for name in (VOICE, OTHER_VOICE):
        _answers_alone(app, owner, name, f"Dugong of {name} then")
    owner.completes().begins_round()
    found = {OWNER: owner}
    for role, domains in ((VIEWER, ""), (RESULTS_VIEWER, ""), (CONTRIBUTOR, "A"), (PULSE_VIEWER, "")):
        code = owner.shares(role, domains, name=f"Numbat {role}").code
        found[role] = Respondent(app.test_client()).enters(code)
        assert found[role].status == 200
    for name in (VOICE, OTHER_VOICE):
        found[name] = _answers_alone(app, owner, name, f"Dugong of {name}")
    found[NOBODY] = Respondent(app.test_client()).opens(owner.path)
    return found


def _answers_alone(app: Flask, owner: Respondent, name: str, comment: str) -> Respondent:
    """Ask a colleague for domain A, under an id that is known, and let it answer and finish."""
    with patch.object(codes, "new_id", return_value=f"{name}-{owner.id}"):
        person = invites(app, owner, "legal" if name == VOICE else "hr", "A")
    answers(person, "A", A1="1" if name == VOICE else "4", A1_comment=comment)
    return finishes(person)


def path_of(rule: str, id: str, letter: str = "A") -> str:
    """Return the path of a rule, for an assessment, a domain and the action that it has."""
    path = rule.replace("<any(en, fr):language>", "en").replace("<id>", id)
    path = path.replace("<owner>", "security").replace(MOVED.removeprefix(f"{OWN}/"), "history.json")
    path = path.replace("<int:number>", "1").replace(SECTION, "recommendations").replace("<action>", "a1")
    path = path.replace("<question>", "A1").replace("<voice>", f"{VOICE}-{id}")
    return path.replace("<string(length=1):letter>", letter)


def asks(person: Respondent, method: str, path: str) -> int:
    """Return the status of a request."""
    if method == "GET":
        return person.client.get(path).status_code
    page = Respondent(person.client).opens("code")
    data = {"csrf_token": page.token(), "version": "1", "action": "save"}
    return person.client.post(path, data=data).status_code
