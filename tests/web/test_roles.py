"""Which role may use which page: every rule and method of the application, for every role.

The table is compared with the application's own map: a route that it does not name fails.
"""

from dataclasses import dataclass

import pytest
from flask import Flask

from tests.web.people_by_role import (
    CONTRIBUTOR,
    LETTER,
    MOVED,
    NOBODY,
    OWN,
    OWNER,
    PULSE_VIEWER,
    RESULTS_VIEWER,
    ROLES,
    ROUND,
    SECTION,
    VIEWER,
    VOICE,
    asks,
    open_people,
    path_of,
)
from tests.web.programme.programme_routes import OF_A_PROGRAMME, OF_EVERYBODY
from tests.web.respondent import Respondent

BOTH = ("GET", "POST")
# For spreadsheets, calendars and other programs; those that hold every answer need the right to see them.
PLAN_FILES = (
    *("workbook.xlsx", "plan.csv", "plan.ods", "plan.ics", "plan-todo.ics", "plan-tasks.csv"),
    "oscal-poam.json",
)
ANSWER_FILES = ("assessment.json", "oscal-results.json", "ciso-assistant.csv")
VOICES_OF_THE_OWNER = (
    *("voices", "voices/new", "voices/withdraw/<voice>", "voices/disagreement/<question>"),
)
OWN_PAGES_OF_A_VOICE = ("check", "<string(length=1):letter>")
PUBLIC = "/<any(en, fr):language>"
EXAMPLE = f"{PUBLIC}/assessment/example"

# Pages of no assessment, and the worked example, which everybody may read and nobody may change.
EVERYBODY = {
    *((path, "GET") for path in ("/", "/healthz", "/readyz", "/static/<path:filename>", f"{PUBLIC}/")),
    *((f"{PUBLIC}/{name}", "GET") for name in ("accessibility", "api", "method", "privacy")),
    *((f"{PUBLIC}/{name}", "GET") for name in ("signed-out", "finished", "deleted")),
    *((f"{PUBLIC}/{name}", "GET") for name in ("peers", "peers/withdrawn")),
    (f"{PUBLIC}/questionnaire-<any(full, quick):variant>.pdf", "GET"),
    ('/files/<any("oscal-catalog.json", "ciso-assistant.yaml", "readiness.skos.ttl"):name>', "GET"),
    (f"{PUBLIC}/sign-out", "POST"),
    *(
        (f"{PUBLIC}/{name}", each)
        for name in ("code", "import", "start", "verify", "peers/withdraw")
        for each in BOTH
    ),
    *((f"/{letter}{PUBLIC}/", each) for letter in "lpv" for each in BOTH),
    *((f"{EXAMPLE}/{name}", "GET") for name in ("", "plan", "results", "results/all", "results/board")),
    *((f"{EXAMPLE}/results/{name}", "GET") for name in (SECTION, "trend")),
    *((f"{EXAMPLE}/{name}", "GET") for name in ("results/for/<owner>", "files/tasks-<owner>.pdf")),
    *(
        (f"{EXAMPLE}/files/{name}", "GET")
        for name in ("scorecard.pdf", "board.pdf", "pack.pdf", "meeting.pdf")
    ),
    *((f"{EXAMPLE}/files/{name}", "GET") for name in ("scorecard.json", *ANSWER_FILES, *PLAN_FILES)),
}
# Addresses that only redirect to a page that checks the code.
LEADS_ON = {
    *((f"{OWN}/{name}", "GET") for name in ("complete", "what-if", "sharing/withdraw", "peers/withdraw")),
    (f"{OWN}/submission/submit", "GET"),
    (MOVED, "GET"),
    (f"{ROUND}/", "GET"),
}

OF_AN_ASSESSMENT: dict[tuple[str, str], tuple[str, ...]] = {
    (f"{OWN}/", "GET"): (OWNER, CONTRIBUTOR),
    (LETTER, "GET"): (OWNER, CONTRIBUTOR),
    (LETTER, "POST"): (OWNER, CONTRIBUTOR),
    (f"{OWN}/plan", "GET"): (OWNER, VIEWER, RESULTS_VIEWER, CONTRIBUTOR),
    (f"{OWN}/plan", "POST"): (OWNER, CONTRIBUTOR),
    **{(f"{OWN}/plan/actions/<action>", method): (OWNER, CONTRIBUTOR) for method in BOTH},
    **{(f"{OWN}/{name}", method): (OWNER,) for name in VOICES_OF_THE_OWNER for method in BOTH},
    **{(f"{OWN}/voices/{name}", "GET"): (OWNER,) for name in ("made", "disagreement")},
    (f"{ROUND}/voices", "GET"): (OWNER,),
    (f"{OWN}/voice", "GET"): (VOICE,),
    **{(f"{OWN}/voice/{name}", each): (VOICE,) for name in OWN_PAGES_OF_A_VOICE for each in BOTH},
    (f"{OWN}/finish", "GET"): (CONTRIBUTOR,),
    (f"{OWN}/finish", "POST"): (CONTRIBUTOR,),
    (f"{OWN}/pulse/reset", "GET"): (OWNER,),
    (f"{OWN}/pulse/reset", "POST"): (OWNER,),
    (f"{OWN}/results", "GET"): (OWNER, VIEWER, RESULTS_VIEWER),
    **{
        (f"{OWN}/results/{name}", "GET"): (OWNER, VIEWER, RESULTS_VIEWER)
        for name in (SECTION, "all", "board", "what-if", "trend")
    },
    (f"{OWN}/results/recommendations", "POST"): (OWNER,),
    (f"{OWN}/results/what-if", "POST"): (OWNER, VIEWER, RESULTS_VIEWER),
    (f"{OWN}/pulse", "GET"): (OWNER, VIEWER, RESULTS_VIEWER, PULSE_VIEWER),
    (f"{OWN}/pulse", "POST"): (OWNER,),
    (f"{OWN}/pulse/poster.pdf", "GET"): (OWNER, PULSE_VIEWER),
    **{
        (f"{OWN}/files/{name}", "GET"): (OWNER, VIEWER, RESULTS_VIEWER)
        for name in (
            "scorecard.json",
            "scorecard.pdf",
            "board.pdf",
            "pack.pdf",
            "tasks-<owner>.pdf",
            *PLAN_FILES,
        )
    },
    **{(f"{of}/files/meeting.pdf", "GET"): (OWNER,) for of in (OWN, ROUND)},
    (f"{OWN}/results/for/<owner>", "GET"): (OWNER, VIEWER, RESULTS_VIEWER),
    (f"{OWN}/rounds", "GET"): (OWNER, VIEWER, RESULTS_VIEWER),
    **{
        (f"{ROUND}/{name}", "GET"): (OWNER, VIEWER, RESULTS_VIEWER)
        for name in (
            *("plan", "results", "results/all", "results/board", "results/for/<owner>", "results/trend"),
            f"results/{SECTION}",
            *(
                "files/scorecard.json",
                "files/scorecard.pdf",
                "files/board.pdf",
                "files/pack.pdf",
                "files/tasks-<owner>.pdf",
            ),
            *(f"files/{name}" for name in PLAN_FILES),
        )
    },
    **{(f"{ROUND}/files/{name}", "GET"): (OWNER, VIEWER) for name in ANSWER_FILES},
    **{(f"{OWN}/policy", method): (OWNER, CONTRIBUTOR) for method in BOTH},
    (f"{OWN}/policy/keep", "POST"): (OWNER, CONTRIBUTOR),
    (f"{OWN}/policy/clauses", "GET"): (OWNER, VIEWER),
    (f"{OWN}/policy/clauses", "POST"): (OWNER,),
    **{
        (f"{OWN}/files/{name}.{form}", "GET"): (OWNER, VIEWER)
        for name in ("policy", "amendments")
        for form in ("docx", "odt")
    },
    **{(f"{ROUND}/delete", method): (OWNER,) for method in BOTH},
    **{(f"{OWN}/files/{name}", "GET"): (OWNER, VIEWER) for name in ANSWER_FILES},
    **{(f"{OWN}/{name}", "GET"): (OWNER,) for name in ("check", "code", "code.txt", "peers/receipt.txt")},
    **{(f"{OWN}/{name}", "GET"): (OWNER,) for name in ("sharing", "sharing/made", "history")},
    (f"{OWN}/files/history.json", "GET"): (OWNER,),
    **{(f"{OWN}/submission{name}", "GET"): (OWNER,) for name in ("", "/preview", "/receipt.txt")},
    (f"{OWN}/submission/submit", "POST"): (OWNER,),
    **{(f"{OWN}/submission/{name}", method): (OWNER,) for name in ("withdraw", "leave") for method in BOTH},
    **{(f"{OWN}/{name}", "POST"): (OWNER,) for name in ("complete", "sharing/withdraw", "peers/withdraw")},
    **{
        (f"{OWN}/{name}", method): (OWNER,)
        for name in (
            "delete",
            "opinions",
            "plan/add",
            "plan/import",
            "profile",
            "review",
            "targets",
            "sharing/new",
            "version",
            "peers",
            "rounds/begin",
            "rounds/undo",
        )
        for method in BOTH
    },
}


@dataclass(frozen=True)
class Case:
    """One request of one role, and whether it is allowed."""

    rule: str
    method: str
    role: str
    allowed: bool

    def __str__(self) -> str:
        return f"{self.method} {self.rule.removeprefix(OWN)} {self.role}"


CASES = [
    Case(rule, method, role, role in allowed)
    for (rule, method), allowed in OF_AN_ASSESSMENT.items()
    for role in ROLES
]


@pytest.fixture(scope="module")
def id(people: dict[str, Respondent]) -> str:
    return people[OWNER].path.split("/")[3]


@pytest.fixture(scope="module")
def people(app: Flask) -> dict[str, Respondent]:
    return open_people(app)


def test_the_table_names_every_route_and_method_and_no_other(app: Flask) -> None:
    served = {
        (rule.rule, method)
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
        # Those of the API have a table of their own, in tests/web/api.
        if not rule.rule.startswith("/api/")
    }

    of_programmes = OF_A_PROGRAMME | OF_EVERYBODY
    assert served == EVERYBODY | OF_AN_ASSESSMENT.keys() | LEADS_ON | of_programmes


@pytest.mark.parametrize("case", CASES, ids=str)
def test_each_role_may_do_what_the_table_says(people: dict[str, Respondent], id: str, case: Case) -> None:
    status = asks(people[case.role], case.method, path_of(case.rule, id))

    if case.role == NOBODY:
        assert status == 404
    elif case.allowed:
        assert status in (200, 302, 409, 422)
    else:
        assert status == 403


@pytest.mark.parametrize(("rule", "method"), sorted(LEADS_ON))
@pytest.mark.parametrize("role", ROLES)
def test_a_redirecting_address_reveals_nothing(
    people: dict[str, Respondent], id: str, rule: str, method: str, role: str
) -> None:
    response = people[role].client.get(path_of(rule, id))

    assert response.status_code == (308 if rule == MOVED else 302)
    assert id in response.location
