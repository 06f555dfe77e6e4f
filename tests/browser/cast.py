"""The assessments that the sweep reads, imported as files: one whole, one begun, and the extremes."""

from dataclasses import dataclass, replace
from datetime import date
from unittest.mock import patch

from flask.testing import FlaskClient
from playwright.sync_api import BrowserContext

from app.exchange import assessment_json
from app.maturity.answers import Answer, Assessment
from app.maturity.questionnaire import Questionnaire
from app.storage.sealing import codes
from tests import build
from tests.browser.cast_programmes import open_programmes
from tests.browser.cast_pulses import open_pulses
from tests.browser.older_version import load_older_version
from tests.browser.site import Site
from tests.browser.voices.cast import open_voices
from tests.web.contributing_person import publish_peers
from tests.web.respondent import Respondent

# Imported files are read against the real clock; this day is past on every machine.
DAY = date(2020, 11, 1)
UNBROKEN = "https://intranet.example/" + "directive-" * 30
HOSTILE_NAME = "<b>& “" + "directive" * 5
HOSTILE = f"<b>& “{UNBROKEN}” ’\nSecond line; {'word ' * 60}"


@dataclass(frozen=True)
class OpenCast:
    """The public ids by name, the links of pulses, the cookies that open them, by name too, and where."""

    ids: dict[str, str]
    links: dict[str, str]
    cookies: dict[str, str]
    address: str

    def sign_in(self, context: BrowserContext, name: str) -> None:
        """Open one of them in a browser, and those that were opened along with it."""
        context.add_cookies([{"name": "muster", "value": self.cookies[name], "url": self.address}])


def open_cast(site: Site) -> OpenCast:
    """Import every member of the cast in one browser."""
    client = site.app.test_client()
    respondent = Respondent(client)
    ids = {}
    for name, assessment in members(site.questionnaire).items():
        content = assessment_json.write(assessment, site.questionnaire)
        ids[name] = respondent.uploads(content).id
    older = load_older_version(site.house / "questionnaires")
    begun = replace(_whole(older), version=older.version)
    ids["older"] = respondent.uploads(assessment_json.write(begun, older)).id
    # Whole again, and opened as who it was shared with opens it.
    whole = assessment_json.write(members(site.questionnaire)["whole"], site.questionnaire)
    shared = {}
    for name, role, domains in (("lent", "contributor", "GAV"), ("read", "viewer", "")):
        # The owner has another browser: there, a link that may do less would not replace the owner's code.
        owner = Respondent(site.app.test_client()).uploads(whole)
        _plan(owner)
        code = owner.shares(role, domains, name=HOSTILE_NAME, scores=bool(domains)).code
        shared[name] = f"/l/en/{code}"
        ids[name] = respondent.enters(code).id
    respondent.opens(f"/en/assessment/{ids['proven']}/peers").sends({"agree": "yes"})
    respondent.opens(f"/en/assessment/{ids['whole']}/").shares("contributor", "GAV", name=HOSTILE_NAME)
    _plan(respondent.opens(f"/en/assessment/{ids['whole']}/"))
    publish_peers(site.app, range(31, 51))
    # A browser keeps eight open.
    other = site.app.test_client()
    asking, links = open_pulses(site.app, Respondent(other))
    # More is imported here than one address may within a minute.
    site.app.extensions["muster-limits"].forget()
    asking |= open_rounds(Respondent(other), whole, assessment_json.write(begun, older))
    site.app.extensions["muster-limits"].forget()
    taking_part, coordinating = site.app.test_client(), site.app.test_client()
    programmes, invited, opened = open_programmes(
        site, Respondent(taking_part), Respondent(coordinating), whole
    )
    site.app.extensions["muster-limits"].forget()
    voices = open_voices(site.app, whole, HOSTILE, HOSTILE_NAME)
    cookies = {
        **dict.fromkeys(ids, _cookie(client)),
        **dict.fromkeys(asking, _cookie(other)),
        **dict.fromkeys(programmes, _cookie(taking_part)),
        **dict.fromkeys(opened, _cookie(coordinating)),
        **{name: _cookie(person.client) for name, person in voices.people.items()},
    }
    all_ids = {**ids, **asking, **programmes, **voices.ids}
    return OpenCast(all_ids, {**links, **shared, **invited, **voices.links}, cookies, site.address)


def _plan(owner: Respondent) -> None:
    """Make a plan with an action of every kind, each under an id that states of pages name."""
    with patch.object(codes, "new_action_id", side_effect=["e3", "g2", "own"]):
        owner.visits("results/recommendations").sends({"tick": ["E3", "G2"]}, form="/recommendations")
        texts = {"title": HOSTILE[:500], "person": HOSTILE_NAME, "note": HOSTILE}
        owner.visits("plan/add").sends({**texts, "due": "1 11 2020", "state": "doing"})
    owner.visits("plan/actions/g2").sends({"state": "dropped", "note": "Not this year"})


def open_rounds(respondent: Respondent, whole: bytes, older: bytes) -> dict[str, str]:
    """Import assessments with a closed round, a third one under way, and one that has just begun."""
    second = respondent.uploads(whole).completes().begins_confirmed_round()
    third = second.answers("G", "save", G1="0", G2="4").completes().begins_round()
    ids = {"rounds": third.answers("I", "save", I1="4").id}
    ids["closed"] = respondent.uploads(whole).completes().id
    ids["closed-older"] = respondent.uploads(older).completes().id
    ids["new-round"] = respondent.uploads(whole).completes().begins_round().id
    return ids


def _cookie(client: FlaskClient) -> str:
    cookie = client.get_cookie("muster")
    assert cookie is not None
    return cookie.value


def members(questionnaire: Questionnaire) -> dict[str, Assessment]:
    """Return every member by name."""
    return {
        "whole": _whole(questionnaire),
        "begun": _begun(questionnaire),
        "capped": _capped(questionnaire),
        "proven": replace(_dated(build.aldebaran(questionnaire)), completed_on=DAY),
        "nothing": build.an_assessment(organisation=""),
    }


def _whole(questionnaire: Questionnaire) -> Assessment:
    """Answer middling and complete, with hostile texts and every opinion."""
    given = build.bellatrix(questionnaire)
    answers = {
        id: replace(answer, comment=HOSTILE, evidence=HOSTILE, evidence_date=DAY) if id[1] == "1" else answer
        for id, answer in given.answers.items()
    }
    opinions = {
        "O1": ("very_important",),
        "O2": ("recruitment", "media_relations"),
        "O3": ("hostility", "skills"),
        "O4": ("yes",),
    }
    return replace(given, answers=answers, opinions=opinions, completed_on=DAY)


def _begun(questionnaire: Questionnaire) -> Assessment:
    """Leave blanks, and leave a question out for a reason that another answer denies."""
    shared = [q for q in questionnaire.questions_in("full") if q.not_applicable]
    left_out = shared[0]
    denies = next(q for q in shared[1:] if q.not_applicable == left_out.not_applicable)
    given = {left_out.id: build.an_answer("not_applicable"), denies.id: build.an_answer(2)}
    return build.an_assessment({"G1": build.an_answer(1), **given}, organisation="Capella")


def _capped(questionnaire: Questionnaire) -> Assessment:
    """Prove everything but one gate, under the longest name without a space."""
    gate = next(q for q in questionnaire.questions_in("full") if q.gate)
    answers = {q.id: build.an_answer(4) for q in questionnaire.questions_in("full")}
    return build.an_assessment(
        {**answers, gate.id: build.an_answer("unknown")}, organisation="W" * 200, completed_on=DAY
    )


def _dated(assessment: Assessment) -> Assessment:
    def dated(answer: Answer) -> Answer:
        return replace(answer, evidence_date=DAY if answer.evidence_date else None)

    return replace(assessment, answers={id: dated(answer) for id, answer in assessment.answers.items()})
