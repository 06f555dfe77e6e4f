"""What the operator sees: a line of JSON for each request, and figures, without any personal data."""

import io
import json
import logging
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from flask import Flask

from app import create_app
from app.storage.pulse import respondent
from app.web.request.json_log import JsonFormatter
from tests.conftest import a_config
from tests.web.pulse.colleague import open_pulse, send_answers
from tests.web.respondent import Respondent

OWN = "/<any(en, fr):language>/assessment/<id>"


@pytest.fixture
def watched(new_database: Callable[[], str]) -> Iterator[Flask]:
    """Serve with figures."""
    app = create_app(replace(a_config(new_database()), metrics=True))
    yield app
    app.extensions["muster"].engine.dispose()


@pytest.fixture
def written() -> Iterator[Callable[[], list[dict[str, Any]]]]:
    """Return the lines of the log, parsed."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonFormatter())
    logging.getLogger("muster").setLevel(logging.INFO)
    logging.getLogger().addHandler(handler)
    yield lambda: [json.loads(line) for line in stream.getvalue().splitlines()]
    logging.getLogger().removeHandler(handler)


def figure(app: Flask, name: str, **labels: str) -> float:
    """Return one figure of the page."""
    pairs = ",".join(f'{key}="{labels[key]}"' for key in sorted(labels))
    page = app.test_client().get("/metrics").text
    found = re.search(
        rf"^{re.escape(name + ('{' + pairs + '}' if pairs else ''))} (\S+)$", page, re.MULTILINE
    )
    return float(found[1]) if found else 0


def figures(app: Flask) -> list[str]:
    """Return all figures except those of the page of figures itself."""
    lines = app.test_client().get("/metrics").text.splitlines()
    return [line for line in lines if 'route="/metrics"' not in line]


def test_a_request_is_one_line_with_its_route_status_time_and_reference(
    watched: Flask, written: Callable[[], list[dict[str, Any]]]
) -> None:
    person = Respondent(watched.test_client()).starts("quick")

    person.visits("G")

    line = written()[-1]
    assert line.pop("time").endswith("+00:00")
    assert 0 < line.pop("milliseconds") < 60_000
    assert line.pop("request") == person.response.headers["X-Request-ID"]
    assert line == {
        "level": "info",
        "logger": "muster.request",
        "message": "request",
        "method": "GET",
        "route": f"{OWN}/<string(length=1):letter>",
        "status": 200,
        "noted": [],
    }


def test_two_requests_have_two_references_and_a_browser_cannot_choose_one(watched: Flask) -> None:
    asked = {"X-Request-ID": "mine"}
    references = [watched.test_client().get("/en/", headers=asked).headers["X-Request-ID"] for _ in range(2)]

    assert len(set(references)) == 2
    assert all(re.fullmatch(r"[0-9a-f]{12}", each) for each in references)


def test_an_error_page_shows_the_reference_that_is_in_the_log(
    watched: Flask, written: Callable[[], list[dict[str, Any]]]
) -> None:
    person = Respondent(watched.test_client(), "fr").opens("rien")

    assert person.status == 404
    assert written()[-1]["request"] in person.text
    assert written()[-1]["route"] == "none"


def test_a_failure_is_named_by_its_kind_and_place_and_not_by_its_sentence(
    watched: Flask, written: Callable[[], list[dict[str, Any]]]
) -> None:
    watched.add_url_rule("/en/<word>/fails", view_func=lambda word: str(int(word)))

    assert watched.test_client().get("/en/Zyzzyva/fails").status_code == 500

    failure, request = written()[-2:]
    assert (failure["failure"], failure["level"]) == ("ValueError", "error")
    assert failure["at"][-1].endswith("<lambda>")
    assert request["status"] == 500
    assert "Zyzzyva" not in json.dumps(written())


def test_an_odd_method_and_address_end_up_nowhere(
    watched: Flask, written: Callable[[], list[dict[str, Any]]]
) -> None:
    watched.test_client().open("/en/Zyzzyva?Zyzzyva=Zyzzyva", method="ZYZZYVA")

    assert (written()[-1]["method"], written()[-1]["route"]) == ("other", "none")
    assert "zyzzyva" not in (json.dumps(written()) + watched.test_client().get("/metrics").text).lower()


def test_the_address_of_a_share_link_is_not_logged_at_all(
    watched: Flask, written: Callable[[], list[dict[str, Any]]]
) -> None:
    watched.add_url_rule("/<language>/l/<secret>", view_func=lambda language, secret: "")

    watched.test_client().get("/en/l/secret")

    assert written() == []


def test_saves_pdfs_codes_and_answers_are_counted_by_route_and_status(watched: Flask) -> None:
    person = Respondent(watched.test_client()).starts("quick").answers("G", "save", G1="2")
    person.visits("files/scorecard.pdf").visits("files/scorecard.pdf")
    guest = Respondent(watched.test_client()).opens("code").sends({"code": "0" * 28, "idle": "60"})

    events = ("saved", "pdf_built", "code_refused", "code_opened", "limited", "outage")
    assert guest.status == 404
    assert {event: figure(watched, "muster_events_total", event=event) for event in events} == {
        "saved": 2,
        "pdf_built": 1,
        "code_refused": 1,
        "code_opened": 0,
        "limited": 0,
        "outage": 0,
    }
    pdf = f"{OWN}/files/scorecard.pdf"
    assert figure(watched, "muster_requests_total", method="GET", route=pdf, status="200") == 2
    assert figure(watched, "muster_request_seconds_count", route=pdf) == 2
    assert person.id not in watched.test_client().get("/metrics").text


def test_no_figure_changes_when_somebody_answers_a_pulse(watched: Flask) -> None:
    link = open_pulse(Respondent(watched.test_client()).starts("quick"))
    before = figures(watched)

    send_answers(watched, link, 3)

    assert figures(watched) == before


def test_a_pulse_address_that_leads_nowhere_or_fails_is_counted(
    watched: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = open_pulse(Respondent(watched.test_client()).starts("quick"))

    assert watched.test_client().get("/p/en/nothing").status_code == 404
    monkeypatch.delattr(respondent, "find")
    assert watched.test_client().get(link).status_code == 500

    assert figure(watched, "muster_events_total", event="code_refused") == 1
    route = "/p/<any(en, fr):language>/"
    assert figure(watched, "muster_requests_total", method="GET", route=route, status="500") == 1


def test_without_the_setting_there_are_no_figures(app: Flask) -> None:
    assert app.test_client().get("/metrics").status_code == 404


def test_figures_are_plain_text_for_no_cache(watched: Flask) -> None:
    page = watched.test_client().get("/metrics")

    assert page.mimetype == "text/plain"
    assert page.headers["Cache-Control"] == "no-store"
    assert "Set-Cookie" not in page.headers
