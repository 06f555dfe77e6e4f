"""No route changes anything without the token of its form; test_roles.py lists every route."""

import re

import pytest

from tests.web.respondent import Respondent


def refusals(path: str) -> tuple[int, ...]:
    """Return how a route refuses a form without its token; without one nobody signs out, which redirects."""
    if path.startswith("/api/"):
        return 401, 415
    # The pages of a voice are not its owner’s.
    return (403,) if "/voice/" in path else (404, 422)


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
        assert answer.status_code in refusals(path) or answer.location == "/en/", path
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
