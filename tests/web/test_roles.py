"""Which role may use which page: every rule and method of the application, for every role.

The table is compared with the application's own map: a route that it does not name fails.
"""

from dataclasses import dataclass
from io import BytesIO
from zipfile import ZipFile, is_zipfile

import pytest
from flask import Flask
from pypdf import PdfReader

from tests.web.respondent import Respondent

OWN = "/<any(en, fr):language>/assessment/<id>"
ROUND = f"{OWN}/rounds/<int:number>"
SECTION = "<any(recommendations, domains, survey, peers, why):name>"
LETTER = f"{OWN}/<string(length=1):letter>"

NOBODY, OWNER, VIEWER, CONTRIBUTOR = "nobody", "owner", "viewer", "contributor"
RESULTS_VIEWER = "results_viewer"
PULSE_VIEWER = "pulse_viewer"
ROLES = (NOBODY, OWNER, VIEWER, RESULTS_VIEWER, CONTRIBUTOR, PULSE_VIEWER)

BOTH = ("GET", "POST")
# For spreadsheets and calendars.
PLAN_FILES = ("workbook.xlsx", "plan.csv", "plan.ods", "plan.ics", "plan-todo.ics")
PUBLIC = "/<any(en, fr):language>"
EXAMPLE = f"{PUBLIC}/assessment/example"

# Pages of no assessment, and the worked example, which everybody may read and nobody may change.
EVERYBODY = {
    *((path, "GET") for path in ("/", "/healthz", "/readyz", "/static/<path:filename>", f"{PUBLIC}/")),
    *((f"{PUBLIC}/{name}", "GET") for name in ("accessibility", "method", "privacy")),
    *((f"{PUBLIC}/{name}", "GET") for name in ("signed-out", "finished", "deleted")),
    *((f"{PUBLIC}/{name}", "GET") for name in ("peers", "peers/withdrawn")),
    (f"{PUBLIC}/questionnaire-<any(full, quick):variant>.pdf", "GET"),
    (f"{PUBLIC}/sign-out", "POST"),
    *((f"{PUBLIC}/{name}", each) for name in ("code", "import", "start", "peers/withdraw") for each in BOTH),
    *((f"/{letter}{PUBLIC}/", each) for letter in "lp" for each in BOTH),
    *((f"{EXAMPLE}/{name}", "GET") for name in ("", "results", "results/all", "results/board")),
    *((f"{EXAMPLE}/results/{name}", "GET") for name in (SECTION, "trend")),
    *((f"{EXAMPLE}/{name}", "GET") for name in ("results/for/<owner>", "files/tasks-<owner>.pdf")),
    *((f"{EXAMPLE}/files/{name}", "GET") for name in ("scorecard.pdf", "board.pdf")),
    *((f"{EXAMPLE}/files/{name}", "GET") for name in ("scorecard.json", "assessment.json", *PLAN_FILES)),
}
# Addresses that only redirect to a page that checks the code. Where the files were in 1.0.0:
MOVED = f'{OWN}/<any("assessment.json", "board.pdf", "history.json", "scorecard.json", "scorecard.pdf"):name>'
LEADS_ON = {
    *((f"{OWN}/{name}", "GET") for name in ("complete", "what-if", "sharing/withdraw", "peers/withdraw")),
    (MOVED, "GET"),
    (f"{ROUND}/", "GET"),
}

OF_AN_ASSESSMENT: dict[tuple[str, str], tuple[str, ...]] = {
    (f"{OWN}/", "GET"): (OWNER, CONTRIBUTOR),
    (LETTER, "GET"): (OWNER, CONTRIBUTOR),
    (LETTER, "POST"): (OWNER, CONTRIBUTOR),
    (f"{OWN}/finish", "GET"): (CONTRIBUTOR,),
    (f"{OWN}/finish", "POST"): (CONTRIBUTOR,),
    (f"{OWN}/pulse/reset", "GET"): (OWNER,),
    (f"{OWN}/pulse/reset", "POST"): (OWNER,),
    (f"{OWN}/results", "GET"): (OWNER, VIEWER, RESULTS_VIEWER),
    **{
        (f"{OWN}/results/{name}", "GET"): (OWNER, VIEWER, RESULTS_VIEWER)
        for name in (*(SECTION, "all", "board", "what-if", "trend"),)
    },
    (f"{OWN}/results/what-if", "POST"): (OWNER, VIEWER, RESULTS_VIEWER),
    (f"{OWN}/pulse", "GET"): (OWNER, VIEWER, RESULTS_VIEWER, PULSE_VIEWER),
    (f"{OWN}/pulse", "POST"): (OWNER,),
    (f"{OWN}/pulse/poster.pdf", "GET"): (OWNER, PULSE_VIEWER),
    **{
        (f"{OWN}/files/{name}", "GET"): (OWNER, VIEWER, RESULTS_VIEWER)
        for name in ("scorecard.json", "scorecard.pdf", "board.pdf", "tasks-<owner>.pdf", *PLAN_FILES)
    },
    (f"{OWN}/results/for/<owner>", "GET"): (OWNER, VIEWER, RESULTS_VIEWER),
    (f"{OWN}/rounds", "GET"): (OWNER, VIEWER, RESULTS_VIEWER),
    **{
        (f"{ROUND}/{name}", "GET"): (OWNER, VIEWER, RESULTS_VIEWER)
        for name in (
            *("results", "results/all", "results/board", "results/for/<owner>", "results/trend"),
            f"results/{SECTION}",
            *("files/scorecard.json", "files/scorecard.pdf", "files/board.pdf", "files/tasks-<owner>.pdf"),
            *(f"files/{name}" for name in PLAN_FILES),
        )
    },
    (f"{ROUND}/files/assessment.json", "GET"): (OWNER, VIEWER),
    **{(f"{ROUND}/delete", method): (OWNER,) for method in BOTH},
    (f"{OWN}/files/assessment.json", "GET"): (OWNER, VIEWER),
    **{(f"{OWN}/{name}", "GET"): (OWNER,) for name in ("check", "code", "code.txt", "peers/receipt.txt")},
    **{(f"{OWN}/{name}", "GET"): (OWNER,) for name in ("sharing", "sharing/made", "history")},
    (f"{OWN}/files/history.json", "GET"): (OWNER,),
    **{(f"{OWN}/{name}", "POST"): (OWNER,) for name in ("complete", "sharing/withdraw", "peers/withdraw")},
    **{
        (f"{OWN}/{name}", method): (OWNER,)
        for name in ("delete", "opinions", "profile", "targets", "sharing/new", "version", "peers")
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
    """Return browsers of an owner, a viewer, a contributor to domain A, and of nobody."""
    owner = Respondent(app.test_client()).starts("quick", "Zyzzyva")
    for letter in "GIASPCELV":
        owner.visits(letter)
        ids = {name for name in owner.fields(owner.form()) if name.endswith("-comment")}
        comments = dict.fromkeys(ids, f"Quokka of {letter}")
        chosen = {id.removesuffix("-comment"): "2" for id in ids}
        owner.sends({**comments, **chosen, "action": "continue"})
    owner.completes()
    found = {OWNER: owner}
    for role, domains in ((VIEWER, ""), (RESULTS_VIEWER, ""), (CONTRIBUTOR, "A"), (PULSE_VIEWER, "")):
        code = owner.shares(role, domains, name=f"Numbat {role}").code
        found[role] = Respondent(app.test_client()).enters(code)
        assert found[role].status == 200
    found[NOBODY] = Respondent(app.test_client()).opens(owner.path)
    return found


def _path(rule: str, id: str, letter: str = "A") -> str:
    path = rule.replace("<any(en, fr):language>", "en").replace("<id>", id)
    path = path.replace("<owner>", "security").replace(MOVED.removeprefix(f"{OWN}/"), "history.json")
    path = path.replace("<int:number>", "1").replace(SECTION, "recommendations")
    return path.replace("<string(length=1):letter>", letter)


def _asks(person: Respondent, method: str, path: str) -> int:
    if method == "GET":
        return person.client.get(path).status_code
    page = Respondent(person.client).opens("code")
    data = {"csrf_token": page.token(), "version": "1", "action": "save"}
    return person.client.post(path, data=data).status_code


def test_the_table_names_every_route_and_method_and_no_other(app: Flask) -> None:
    served = {
        (rule.rule, method)
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }

    assert served == EVERYBODY | OF_AN_ASSESSMENT.keys() | LEADS_ON


@pytest.mark.parametrize("case", CASES, ids=str)
def test_each_role_may_do_what_the_table_says(people: dict[str, Respondent], id: str, case: Case) -> None:
    status = _asks(people[case.role], case.method, _path(case.rule, id))

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
    response = people[role].client.get(_path(rule, id))

    assert response.status_code == (308 if rule == MOVED else 302)
    assert id in response.location


@pytest.mark.parametrize("letter", "GISPCELV")
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_contributor_gets_into_no_other_domain(
    people: dict[str, Respondent], id: str, letter: str, method: str
) -> None:
    before = people[OWNER].exported()

    assert _asks(people[CONTRIBUTOR], method, _path(LETTER, id, letter)) == 403
    assert people[OWNER].exported() == before


def test_a_viewer_of_results_receives_no_comment_from_any_address(
    app: Flask, people: dict[str, Respondent], id: str
) -> None:
    people[OWNER].answers("G", "save", G1_comment="Quokka of now")
    assert people[OWNER].stored("G1")["comment"] == "Quokka of now"
    viewer, sent = people[RESULTS_VIEWER].client, b""
    rules = [rule.rule for rule in app.url_map.iter_rules() if rule.rule.startswith(OWN)]
    for path in sorted({_path(rule, id, letter) for rule in rules for letter in "GIASPCELV"}):
        answer = viewer.get(path, follow_redirects=True)
        sent += answer.data + str(answer.headers).encode()
        if is_zipfile(BytesIO(answer.data)):
            with ZipFile(BytesIO(answer.data)) as file:
                sent += b"".join(file.read(part) for part in file.namelist())
        if answer.mimetype == "application/pdf":
            pdf = PdfReader(BytesIO(answer.data))
            assert not pdf.attachments
            sent += "".join(page.extract_text() for page in pdf.pages).encode()

    assert b"Recommendations" in sent
    assert b"Quokka" not in sent
    assert b"Numbat" not in sent


def test_a_contributor_receives_nothing_of_another_domain_the_organisation_or_a_link(
    app: Flask, people: dict[str, Respondent], id: str
) -> None:
    contributor = people[CONTRIBUTOR]
    paths = {
        _path(rule.rule, id, letter)
        for rule in app.url_map.iter_rules()
        for letter in "GIASPCELV"
        if rule.rule.startswith(OWN)
    }
    token, sent = Respondent(contributor.client).opens("code").token(), b""
    for path in sorted(paths):
        answer = contributor.client.get(path)
        sent += answer.data + str(answer.headers).encode()
        data = {"csrf_token": token, "version": "0", "action": "continue"}
        answer = contributor.client.post(path, data=data)
        sent += answer.data + str(answer.headers).encode()

    assert b"Quokka of A" in sent
    secret_words = [f"Quokka of {letter}" for letter in "GISPCELV"] + ["Zyzzyva", "Numbat"]
    assert not [words for words in secret_words if words.encode() in sent]
