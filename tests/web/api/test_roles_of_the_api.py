"""Which role may use which address of the API: every rule and method, for the code of every role.

The table is compared with the application's own map: a route that it does not name fails.
"""

import pytest
from flask import Flask

from app.maturity.voices.voice import VoiceRole
from app.storage.sealing.roles import (
    API_READER,
    API_WRITER,
    CONTRIBUTOR,
    OWNER,
    PULSE_VIEWER,
    RESULTS_VIEWER,
    VIEWER,
    VOICE,
)
from app.storage.voices import voices
from tests.web.api.program import V1, Program
from tests.web.programme_member import joins, saved_of
from tests.web.respondent import Respondent

NOBODY, UNKNOWN, COORDINATOR = "nobody", "unknown", "coordinator"
LINKS = (OWNER, VIEWER, RESULTS_VIEWER, CONTRIBUTOR, PULSE_VIEWER, API_READER, API_WRITER, VOICE)
ROLES = (*LINKS, COORDINATOR, NOBODY, UNKNOWN)

ALL = (OWNER, VIEWER, API_READER, API_WRITER)
RESULTS = (*ALL, RESULTS_VIEWER)
ANSWERS = (*ALL, CONTRIBUTOR)
PLAN = (*RESULTS, CONTRIBUTOR)
OWN = f"{V1}/assessment"
ROUND = f"{OWN}/rounds/<int:number>"

PUBLIC = {(f"{V1}/openapi.json", "GET"), (f"{V1}/questionnaire", "GET"), (f"{V1}/score", "POST")}
OF_AN_ASSESSMENT = {
    (OWN, "GET"): ALL,
    (f"{OWN}/scorecard", "GET"): RESULTS,
    (f"{OWN}/rounds", "GET"): RESULTS,
    (f"{ROUND}/assessment", "GET"): ALL,
    (f"{ROUND}/scorecard", "GET"): RESULTS,
    (f"{ROUND}/exports/<name>", "GET"): RESULTS,
    (f"{OWN}/answers", "GET"): ANSWERS,
    (f"{OWN}/answers/<practice>", "GET"): ANSWERS,
    (f"{OWN}/answers/<practice>", "PUT"): (OWNER, API_WRITER, CONTRIBUTOR),
    (f"{OWN}/plan", "GET"): PLAN,
    (f"{OWN}/plan/actions", "POST"): (OWNER, API_WRITER),
    (f"{OWN}/plan/actions/<action>", "GET"): PLAN,
    (f"{OWN}/plan/actions/<action>", "PUT"): (OWNER, API_WRITER, CONTRIBUTOR),
    (f"{OWN}/exports", "GET"): RESULTS,
    (f"{OWN}/exports/<name>", "GET"): RESULTS,
}
OF_A_PROGRAMME = {
    (f"{V1}/programme", "GET"),
    (f"{V1}/programme/invitations", "POST"),
    (f"{V1}/programme/close", "POST"),
    (f"{V1}/programme/submissions", "GET"),
}
CASES = [(rule, method, role) for rule, method in OF_AN_ASSESSMENT for role in ROLES]
# What an allowed request gets; a change that names no state is allowed and not made.
DONE = {"GET": 200, "PUT": 428, "POST": 428}


@pytest.fixture(scope="module")
def programs(app: Flask) -> dict[str, Program]:
    """Return a program with a code of each role; the contributor and the voice have domain A."""
    owner = Respondent(app.test_client()).starts("quick", "Zyzzyva")
    codes = {OWNER: owner.code, NOBODY: "", UNKNOWN: "0" * 28}
    saved = saved_of(app, owner)
    codes[COORDINATOR] = joins(saved).code
    owner.answers_all("2")
    owner.visits("results/recommendations").sends({"tick": ["A1"]}, form="/recommendations")
    owner.completes().begins_round()
    with saved.store.writing.begin() as connection:
        invitation = voices.Invitation(VoiceRole("hr"), "A")
        codes[VOICE] = voices.invite(connection, saved.store.vault, saved.key(connection), invitation)
    for role in LINKS:
        if role not in codes:
            codes[role] = owner.shares(role, "A" if role == CONTRIBUTOR else "").code
    return {role: Program.of(app, code) for role, code in codes.items()}


@pytest.fixture(scope="module")
def action(programs: dict[str, Program]) -> str:
    [found] = programs[OWNER].reads("/assessment/plan")["actions"]
    return str(found["id"])


def path_of(rule: str, action: str) -> str:
    """Return the path of a rule, after the version."""
    path = rule.removeprefix(V1).replace("<int:number>", "1").replace("<practice>", "A1")
    return path.replace("<name>", "plan.csv").replace("<action>", action)


def test_the_table_names_every_route_and_method_and_no_other(app: Flask) -> None:
    served = {
        (rule.rule, method)
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
        if rule.rule.startswith("/api/")
    }

    assert served == PUBLIC | OF_A_PROGRAMME | OF_AN_ASSESSMENT.keys()


@pytest.mark.parametrize(("rule", "method", "role"), CASES)
def test_each_role_may_do_what_the_table_says(
    programs: dict[str, Program], action: str, rule: str, method: str, role: str
) -> None:
    status = programs[role].sends(method, path_of(rule, action), None if method == "GET" else {}).status_code

    if role in (NOBODY, UNKNOWN, COORDINATOR):
        assert status == 401
    else:
        assert status == (DONE[method] if role in OF_AN_ASSESSMENT[rule, method] else 403)


@pytest.mark.parametrize(("rule", "method"), sorted(OF_A_PROGRAMME))
@pytest.mark.parametrize("role", ROLES)
def test_a_programme_is_open_to_its_coordinators_alone(
    programs: dict[str, Program], rule: str, method: str, role: str
) -> None:
    status = programs[role].sends(method, path_of(rule, ""), {} if method == "POST" else None).status_code

    # An empty list of organisations is refused, which is for who may send one.
    assert status == ((422 if "invitations" in rule else 200) if role == COORDINATOR else 401)


@pytest.mark.parametrize("role", [RESULTS_VIEWER, PULSE_VIEWER, VOICE, VIEWER, API_READER])
def test_a_code_that_may_change_nothing_changes_nothing_with_a_right_mark(
    programs: dict[str, Program], action: str, role: str
) -> None:
    before = programs[OWNER].reads("/assessment")
    for path, method, seen in (
        ("/assessment/answers/A1", "PUT", "/assessment/answers/A1"),
        (f"/assessment/plan/actions/{action}", "PUT", f"/assessment/plan/actions/{action}"),
        ("/assessment/plan/actions", "POST", "/assessment/plan"),
    ):
        etag = programs[OWNER].gets(seen).headers["ETag"]
        body = {"level": 4} if "answers" in path else {"title": "x", "lang": "en", "state": "done"}
        assert programs[role].sends(method, path, body, If_Match=etag).status_code == 403

    assert programs[OWNER].reads("/assessment") == before


@pytest.mark.parametrize("role", ROLES)
def test_head_is_answered_as_get_without_a_body(programs: dict[str, Program], role: str) -> None:
    head, get = (programs[role].sends(method, "/assessment/plan") for method in ("HEAD", "GET"))

    assert (head.status_code, head.data) == (get.status_code, b"")
