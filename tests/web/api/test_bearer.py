"""A code opens the API as its link allows, and every other code gets the same answer."""

from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask

from app.config import Config
from tests.web.api.program import Program, a_program
from tests.web.checks import words
from tests.web.respondent import Respondent
from tests.web.serving import serve

UNKNOWN = "0000-0000-0000-0000-0000-0000-0000"


def test_unknown_malformed_and_withdrawn_codes_get_the_same_answer_as_none(
    app: Flask, owner: Respondent
) -> None:
    withdrawn = owner.shares("api_reader", name="Gone").code
    owner.visits("sharing").sends(form="/withdraw")

    answers = [Program.of(app, code).gets("/assessment") for code in ("", UNKNOWN, "x", "é" * 28, withdrawn)]

    assert {each.status_code for each in answers} == {401}
    assert len({each.data for each in answers}) == 1
    kept = [{name: text for name, text in each.headers if name != "X-Request-ID"} for each in answers]
    assert all(each == kept[0] for each in kept)
    assert kept[0]["WWW-Authenticate"] == 'Bearer realm="muster"'


@pytest.mark.parametrize("header", ["Basic eDp5", "Bearer", "Bearer ", "bearer x y", "Token x", "\x80"])
def test_any_other_authorization_is_no_code(app: Flask, header: str) -> None:
    answer = Program.of(app).sends("GET", "/assessment", Authorization=header)

    assert (answer.status_code, answer.mimetype) == (401, "application/problem+json")


def test_a_right_code_counts_after_the_word_bearer_alone(app: Flask, reader: Program) -> None:
    nobody = Program.of(app)
    for header, status in (("Token", 401), ("Basic", 401), ("", 401), ("bearer", 200), ("BEARER", 200)):
        sent = nobody.gets("/assessment", Authorization=f"{header} {reader.code}".strip())
        assert sent.status_code == status, header
    for name in ("X-Api-Key", "Cookie", "Proxy-Authorization"):
        assert nobody.gets("/assessment", **{name: f"Bearer {reader.code}"}).status_code == 401
    assert nobody.gets(f"/assessment?access_token={reader.code}").status_code == 401


def test_a_code_is_accepted_in_any_spelling(app: Flask, owner: Respondent) -> None:
    code = owner.shares("api_reader").code

    for spelling in (code, code.lower(), code.replace("-", "")):
        assert Program.of(app, spelling).gets("/assessment").status_code == 200


def test_wrong_codes_are_limited_and_a_right_one_is_not(app: Flask, reader: Program) -> None:
    wrong = Program.of(app, UNKNOWN)
    statuses = [wrong.gets("/assessment").status_code for _ in range(21)]

    assert statuses == [401] * 20 + [429]
    assert wrong.gets("/assessment").headers["Retry-After"] == "60"
    assert reader.gets("/assessment").status_code == 200
    assert Program.of(app).gets("/assessment").status_code == 401


def test_a_cookie_opens_nothing_of_the_api_and_none_is_set(owner: Respondent) -> None:
    answer = owner.client.get("/api/v1/assessment")

    assert answer.status_code == 401
    assert "Set-Cookie" not in answer.headers
    assert owner.visits("").status == 200


def test_the_answers_of_the_api_are_kept_by_no_cache_and_for_no_other_site(reader: Program) -> None:
    for path in ("/assessment", "/nothing", "/questionnaire"):
        headers = reader.sends("GET", path, Origin="https://evil.example").headers
        assert headers["Cache-Control"] == "no-store"
        assert not [name for name, _ in headers if name.startswith("Access-Control")]
        assert "Set-Cookie" not in headers
    preflight = reader.sends("OPTIONS", "/assessment", Origin="https://evil.example")
    assert not [name for name, _ in preflight.headers if name.startswith("Access-Control")]


@pytest.mark.parametrize("role", ["api_reader", "api_writer"])
def test_the_code_of_a_program_opens_no_page(app: Flask, owner: Respondent, role: str) -> None:
    code = owner.shares(role).code
    person = Respondent(app.test_client()).enters(code)

    assert person.status == 422
    assert person.errors() == [
        "This code is for a program and opens no page; ask the owner for a link of your own"
    ]
    assert Respondent(app.test_client()).opens(f"/l/en/{code}").text.count("opens nothing") > 0
    typed = {"G1": "4", "code": code, "idle": "60"}
    assert Respondent(app.test_client()).posts(typed, path=owner.address("G")).status == 404
    assert owner.stored("G1")["level"] == 2


def test_the_owner_sees_when_a_program_was_last_used(app: Flask, owner: Respondent) -> None:
    program = a_program(app, owner, "api_reader")
    assert "Not yet" in owner.visits("sharing").text

    program.reads("/assessment")

    section = next(
        each for each in owner.visits("sharing").page.query("div.muster-link") if "Numbat" in words(each)
    )
    assert "Program that reads" in words(section)
    assert "Not yet" not in words(section)


def test_the_use_is_recorded_once_a_day(config: Config) -> None:
    now = [datetime(2026, 11, 17, 9, tzinfo=UTC)]
    with serve(config, lambda: now[0]) as app:
        owner = Respondent(app.test_client()).starts("quick")
        program = a_program(app, owner, "api_reader")
        saved = []
        for hours in (0, 1, 24, 25):
            now[0] = datetime(2026, 11, 17, 9, tzinfo=UTC) + timedelta(hours=hours)
            program.reads("/assessment")
            with app.extensions["muster"].reading.connect() as connection:
                rows = connection.exec_driver_sql(
                    "SELECT sum(version) FROM documents WHERE name LIKE 'history-%%'"
                    if connection.dialect.name == "postgresql"
                    else "SELECT sum(version) FROM documents WHERE name LIKE 'history-%'"
                )
                saved.append(rows.scalar_one())

        assert saved[1] == saved[0]
        assert saved[2] == saved[1] + 1
        assert saved[3] == saved[2]


def test_a_cookie_is_neither_read_nor_renewed_by_the_api(config: Config) -> None:
    now = [datetime(2026, 11, 17, 9, tzinfo=UTC)]
    with serve(config, lambda: now[0]) as app:
        owner = Respondent(app.test_client()).starts("quick")
        now[0] += timedelta(minutes=5)
        sent = owner.client.get("/api/v1/questionnaire")
        assert "Set-Cookie" not in sent.headers
        # A page renews it.
        assert "Set-Cookie" in owner.client.get(owner.address("")).headers
