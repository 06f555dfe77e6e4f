"""Every route and method: a new or removed one fails here until it is added to or taken from the lists."""

import re

import pytest
from flask import Flask

from tests.web.respondent import Respondent

OWN = "/<any(en, fr):language>/assessment/<id>"

GET = {
    *("/", "/healthz", "/readyz", "/static/<path:filename>"),
    *(
        f"/<any(en, fr):language>/{name}"
        for name in (
            "",
            "accessibility",
            "method",
            "privacy",
            "signed-out",
            "finished",
            "deleted",
            "peers",
            "peers/withdrawn",
        )
    ),
    *(f"/<any(en, fr):language>/{name}" for name in ("peers", "peers/withdrawn")),
    "/<any(en, fr):language>/questionnaire-<any(full, quick):variant>.pdf",
    *(f"{OWN}/{name}" for name in ("", "check", "code", "code.txt", "results", "peers/receipt.txt")),
    *(f"{OWN}/files/{name}" for name in ("assessment.json", "board.pdf", "scorecard.json", "scorecard.pdf")),
    *(f"{OWN}/{name}" for name in ("files/history.json", "files/tasks-<owner>.pdf", "results/for/<owner>")),
    # Where the files were in 1.0.0.
    f'{OWN}/<any("assessment.json", "board.pdf", "history.json", "scorecard.json", "scorecard.pdf"):name>',
    # Reloading the page of a POST to the same address redirects there; the what-if had its own in 1.0.0.
    *(f"{OWN}/{name}" for name in ("complete", "what-if", "sharing/withdraw", "peers/withdraw")),
    *(
        f"{OWN}/results/{name}"
        for name in ("recommendations", "domains", "survey", "peers", "why", "all", "board")
    ),
    f"{OWN}/pulse/poster.pdf",
    *(f"{OWN}/{name}" for name in ("sharing", "sharing/made", "history")),
}
GET |= {
    f"{OWN.replace('<id>', 'example')}/{name}"
    for name in (
        *("", "results", "results/<any(recommendations, domains, survey, why):name>", "results/all"),
        *("results/board", "results/for/<owner>", "files/tasks-<owner>.pdf"),
        *("files/scorecard.pdf", "files/board.pdf", "files/scorecard.json", "files/assessment.json"),
    )
}
BOTH = {
    *(f"/<any(en, fr):language>/{name}" for name in ("code", "import", "start", "peers/withdraw")),
    *(f"{OWN}/{name}" for name in ("<string(length=1):letter>", "delete", "opinions", "profile", "targets")),
    *(f"{OWN}/{name}" for name in ("sharing/new", "version", "peers")),
    "/l/<any(en, fr):language>/",
    "/p/<any(en, fr):language>/",
    f"{OWN}/finish",
    f"{OWN}/pulse",
    f"{OWN}/pulse/reset",
    f"{OWN}/results/what-if",
}
POST = {
    "/<any(en, fr):language>/sign-out",
    *(f"{OWN}/{name}" for name in ("complete", "sharing/withdraw", "peers/withdraw")),
}


def test_there_are_these_routes_and_no_others(app: Flask) -> None:
    served = {
        (rule.rule, method)
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }

    expected = {(rule, "GET") for rule in GET | BOTH} | {(rule, "POST") for rule in POST | BOTH}
    assert served == expected


@pytest.mark.parametrize("token", [None, "", "forged"])
def test_no_route_changes_anything_without_the_token_of_its_form(
    respondent: Respondent, token: str | None
) -> None:
    respondent.starts("quick").answers("G", "save", G1="2")
    before, there = respondent.exported(), rows(respondent)
    own = {"language": "en", "id": respondent.id, "letter": "G"}
    typed = {"G1": "4", "O1": "essential", "organisation": "Other", "target-G": "4", "version": "1"}
    others = {"organisation_type": "media", "size_band": "1_49", "region": "europe", "variant": "full"}
    forged = {} if token is None else {"csrf_token": token}
    sent = {**typed, **others, "sure": "yes", "action": "save", "code": "0" * 28, "idle": "60", **forged}

    rules = [
        rule for rule in respondent.client.application.url_map.iter_rules() if "POST" in (rule.methods or ())
    ]
    for rule in rules:
        path = re.sub(r"<(?:[^<>]*:)?(\w+)>", lambda place: own.get(place[1], "x"), rule.rule)
        answer = respondent.client.post(path, data=sent)
        # A form without a token cannot sign out, which redirects.
        assert answer.status_code in (404, 422) or answer.location == "/en/", path
        assert (respondent.exported(), rows(respondent)) == (before, there), path

    assert len(rules) > 9


@pytest.mark.parametrize("name", ["code", "import", "start"])
def test_no_public_form_is_accepted_without_its_token(respondent: Respondent, name: str) -> None:
    before = rows(respondent)
    respondent.opens(name).sends(without=("csrf_token",))

    assert respondent.status == 422
    assert rows(respondent) == before


@pytest.mark.parametrize(
    "name",
    [
        "G",
        "delete",
        "opinions",
        "profile",
        "targets",
        "complete",
        "results/what-if",
        "sharing/new",
        "sharing/withdraw",
    ],
)
@pytest.mark.parametrize("token", [None, "forged"])
def test_no_form_of_an_assessment_is_taken_without_its_token(
    respondent: Respondent, name: str, token: str | None
) -> None:
    typed = {"G1": "4", "O1": "essential", "organisation": "Other", "target-G": "4", "version": "1"}
    profile = {"organisation_type": "media", "size_band": "1_49", "region": "europe", "variant": "full"}
    respondent.starts("quick").answers("G", "save", G1="2")
    before = respondent.exported()

    sent = {**typed, **profile, "action": "save", "sure": "yes", **({"csrf_token": token} if token else {})}
    respondent.posts(dict(sent), path=respondent.address(name))

    assert respondent.status == 422
    assert "too long" in respondent.errors()[0]
    assert respondent.exported() == before


def test_without_its_token_sign_out_leaves_everything_open(respondent: Respondent) -> None:
    path = respondent.starts("quick").path

    respondent.posts({}, path="/en/sign-out")

    assert respondent.opens(path).status == 200


def rows(respondent: Respondent) -> int:
    """Return the number of stored assessments."""
    with respondent.client.application.extensions["muster"].engine.connect() as connection:
        return int(connection.exec_driver_sql("SELECT count(*) FROM assessments").scalar_one())
