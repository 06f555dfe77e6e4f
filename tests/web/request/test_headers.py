from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask

from app import create_app
from app.config import Config
from tests.conftest import a_config
from tests.web.respondent import Respondent

POLICY = (
    "default-src 'none'; object-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; "
    "img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
ALWAYS = {
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": (
        "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), "
        "gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), screen-wake-lock=(), usb=()"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
WITHOUT_FORM = ["/", "/en/", "/fr/method", "/en/privacy", "/en/accessibility", "/en/signed-out", "/healthz"]
OTHERS = [
    "/en/start",
    "/en",
    "/en/nothing",
    "/nothing",
    "/en/assessment/x/G",
    "/en/sign-out",
    "/static/nothing",
]


@pytest.mark.parametrize("path", [*WITHOUT_FORM, *OTHERS, "/readyz"])
def test_every_answer_refuses_what_no_page_needs_and_is_kept_by_no_cache(app: Flask, path: str) -> None:
    headers = app.test_client().get(path).headers

    assert {name: headers.get(name) for name in ALWAYS} == ALWAYS
    assert "Access-Control-Allow-Origin" not in headers
    if not path.startswith("/static"):
        assert headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    "name", ["", "G", "check", "files/assessment.json", "files/workbook.xlsx", "code.txt", "nothing"]
)
def test_every_answer_about_an_assessment_does_too(respondent: Respondent, name: str) -> None:
    headers = respondent.starts("quick").visits(name).response.headers

    assert {key: headers.get(key) for key in ALWAYS} == ALWAYS
    assert headers["Cache-Control"] == "no-store"


def test_a_refused_form_and_a_failure_have_the_headers_too(respondent: Respondent) -> None:
    refused = respondent.opens("start").posts("a=1")
    assert refused.status == 422
    assert refused.response.headers["Content-Security-Policy"] == POLICY

    large = respondent.posts(b"x" * 8_400_000)
    assert large.status == 413
    assert large.response.headers["Cache-Control"] == "no-store"


def test_a_failure_of_the_service_has_the_headers_a_page_and_no_detail(tmp_path: Path) -> None:
    app = create_app(a_config(f"sqlite:///{tmp_path / 'muster.db'}"))
    app.add_url_rule("/fr/fails", view_func=lambda: str(int("detail")), methods=["GET", "POST"])
    reader = Respondent(app.test_client(), "fr").opens("fails")

    assert reader.status == 500
    assert "detail" not in reader.response.text
    assert reader.response.headers["Content-Security-Policy"] == POLICY
    assert "de notre côté" in reader.text
    reader.posts({"G1-comment": "kept"})
    assert reader.status == 500
    assert reader.fields(reader.form())["G1-comment"] == ["kept"]
    app.extensions["muster"].engine.dispose()


@pytest.mark.parametrize("path", [*WITHOUT_FORM, "/readyz", "/en/nothing", "/en"])
def test_an_answer_without_a_form_sets_no_cookie(app: Flask, path: str) -> None:
    assert "Set-Cookie" not in app.test_client().get(path).headers


def test_health_and_readiness_answer_json(app: Flask) -> None:
    client = app.test_client()

    assert client.get("/healthz").get_json() == {"status": "ok"}
    ready = client.get("/readyz").get_json()
    assert ready == {
        "status": "ok",
        "database": "ok",
        "schema": "ok",
        "pepper": "ok",
        "purge": "ok",
        "questionnaire": "readiness 1.0, readiness 1.1",
    }


def test_a_database_with_the_schema_of_another_release_is_not_ready(tmp_path: Path) -> None:
    app = create_app(a_config(f"sqlite:///{tmp_path / 'muster.db'}"))
    with app.extensions["muster"].engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = 'later'")

    ready = app.test_client().get("/readyz")

    assert (ready.status_code, ready.get_json()["schema"]) == (503, "other")
    app.extensions["muster"].engine.dispose()


@pytest.mark.sqlite
def test_a_database_with_a_value_that_cannot_be_read_is_not_ready(config: Config) -> None:
    app = create_app(replace(config, retention_days=365))
    Respondent(app.test_client()).starts("quick")
    with app.extensions["muster"].engine.begin() as connection:
        connection.exec_driver_sql("UPDATE assessments SET changed_on = '0000-00-00'")

    ready = app.test_client().get("/readyz")

    assert (ready.status_code, ready.get_json()["database"]) == (503, "unavailable")
    app.extensions["muster"].engine.dispose()


def test_a_server_without_the_pepper_of_a_stored_link_is_not_ready(config: Config) -> None:
    app = create_app(config)
    Respondent(app.test_client()).starts("quick")
    with app.extensions["muster"].engine.begin() as connection:
        connection.exec_driver_sql("UPDATE links SET pepper_name = 'of another server'")

    ready = app.test_client().get("/readyz")

    assert (ready.status_code, ready.get_json()["pepper"]) == (503, "missing")
    app.extensions["muster"].engine.dispose()


def test_an_untrusted_host_is_refused_if_hosts_are_configured(config: Config) -> None:
    app = create_app(replace(config, trusted_hosts=("muster.example",)))
    client = app.test_client()

    assert client.get("/en/", base_url="http://muster.example").status_code == 200
    for host in ("evil.example", "muster.example.evil", "a b", "", "["):
        response = client.get("/en/", headers={"Host": host})
        assert response.status_code == 400, host
        assert response.headers["Content-Security-Policy"] == POLICY
    app.extensions["muster"].engine.dispose()


def test_without_production_no_response_requires_https(app: Flask) -> None:
    assert "Strict-Transport-Security" not in app.test_client().get("/en/").headers


def test_a_file_is_sent_as_a_file_of_its_kind(respondent: Respondent) -> None:
    respondent.starts("quick")
    for name, kind in (("files/assessment.json", "application/json"), ("code.txt", "text/plain")):
        response = respondent.visits(name).response
        assert response.mimetype == kind
        assert response.headers["Content-Disposition"].startswith("attachment;")


def test_a_form_from_another_site_is_refused_before_anything_else(respondent: Respondent) -> None:
    respondent.starts("quick").visits("profile")
    sent = {**respondent.fields(respondent.form()), "organisation": "Forged"}

    for site in ("cross-site", "same-site"):
        answer = respondent.client.post(respondent.path, data=sent, headers={"Sec-Fetch-Site": site})
        assert answer.status_code == 403
        assert "Forged" not in answer.text
    assert respondent.exported()["profile"]["organisation"] == ""
    own = respondent.client.post(respondent.path, data=sent, headers={"Sec-Fetch-Site": "same-origin"})
    assert own.status_code == 302


def test_a_form_from_another_site_leaves_the_cookie_as_it_was(app: Flask) -> None:
    answer = app.test_client().post(
        "/en/code", data={"code": "0000-0000"}, headers={"Sec-Fetch-Site": "cross-site"}
    )

    assert answer.status_code == 403
    assert "Set-Cookie" not in answer.headers
