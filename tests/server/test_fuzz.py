"""Whatever is sent, no answer is a failure of ours, and nothing sent comes back as markup.

MUSTER_FUZZ sets how many requests are drawn; the default fits into make check.
"""

import json
import os
import string
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote, urlencode

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from werkzeug.test import EnvironBuilder

from tests.web.respondent import FORM, MULTIPART, Respondent

REQUESTS = int(os.environ.get("MUSTER_FUZZ", "300"))
MARKER = "<q7x>\"'</q7x>"
RAW = (b"<q7x>", b"</q7x>")


@dataclass(frozen=True)
class Open:
    """A browser in which an assessment is open, with what its forms send."""

    client: FlaskClient
    id: str
    code: str
    token: str


@pytest.fixture(scope="module")
def browser_at_work(app: Flask) -> Iterator[Open]:
    respondent = Respondent(app.test_client()).starts("full", MARKER)
    code = respondent.code
    token = respondent.visits("G").token()
    app.testing = False
    yield Open(respondent.client, respondent.id, code, token)
    app.testing = True


odd = st.sampled_from(
    [
        MARKER,
        "",
        "\0",
        "\r\n",
        "\ud800",
        "🙂" * 2_001,
        "x" * 9_000,
        "2026-99-99",
        "٣",
        "{{7*7}}",
        "%s%(id)s",
        "-1",
        "9" * 99,
    ]
)
texts = odd | st.text(max_size=40).map(lambda text: text + MARKER) | st.text(max_size=20)
sound = st.sampled_from(
    ["0", "2", "4", "unknown", "not_applicable", "save", "continue", "essential", "yes", "quick", "full"]
)
names = (
    st.sampled_from(
        [
            f"{letter}{number}{part}"
            for letter in "GIASPCELVO"
            for number in (1, 2)
            for part in ("", "-comment", "-evidence", "-evidence-date")
        ]
        + [
            "action",
            "version",
            "code",
            "idle",
            "variant",
            "organisation",
            "organisation_type",
            "size_band",
            "region",
        ]
        + ["target-G", "target-V", "reach", "file", "csrf_token"]
    )
    | texts
)
fields = st.lists(st.tuples(names, sound | texts), max_size=12)
PAGES = [
    "",
    "G",
    "I",
    "V",
    "code",
    "code.txt",
    "profile",
    "opinions",
    "targets",
    "check",
    "complete",
    "assessment.json",
]
HEADERS = [
    "Accept-Language",
    "Cookie",
    "Host",
    "X-Forwarded-For",
    "Content-Type",
    "Referer",
    "Range",
    "If-None-Match",
]
headers = st.dictionaries(
    st.sampled_from(HEADERS),
    st.text(alphabet=string.printable.strip() + "é ", max_size=40) | st.just(MARKER),
    max_size=3,
)


@st.composite
def paths(draw: st.DrawFn, id: str) -> str:
    language = draw(st.sampled_from(["en", "fr", "en", "fr", "de", MARKER]))
    whose = draw(st.sampled_from([id, id, id, id, MARKER, "x" * 300, "\0"]))
    own = st.sampled_from(PAGES).map(lambda page: f"{language}/assessment/{quote(whose)}/{page}")
    public = st.sampled_from(["start", "code", "import", "sign-out", "method", ""]).map(
        lambda page: f"{language}/{page}"
    )
    any_path = texts.map(lambda text: quote(text, errors="replace"))
    return "/" + draw(own | own | public | any_path)


@st.composite
def bodies(draw: st.DrawFn, token: str) -> tuple[bytes, str]:
    """Draw a form, mostly with the right token and version, or something that is no form."""
    sent = draw(fields)
    if draw(st.integers(0, 3)):
        sent = [("csrf_token", token), ("version", draw(st.sampled_from(["1", "2", "999"]))), *sent]
    form = urlencode(sent, errors="surrogatepass").encode()
    kinds = st.sampled_from([FORM, FORM, FORM, MULTIPART, "application/json", "text/plain", ""])
    return draw(st.just(form) | st.just(form) | st.just(form) | st.binary(max_size=60)), draw(kinds)


def check(client: FlaskClient, builder: EnvironBuilder) -> None:
    """Send a request, and hold the answer to the two laws."""
    client.application.extensions["muster-limits"].forget()
    response = client.open(builder, buffered=True)
    status, content = response.status_code, response.data
    response.close()

    assert status < 500
    if response.mimetype == "text/html":
        assert not [raw for raw in RAW if raw in content]
    assert "unsafe-inline" not in response.headers["Content-Security-Policy"]


drawn = settings(
    max_examples=REQUESTS,
    deadline=None,
    derandomize="MUSTER_FUZZ" not in os.environ,
    database=None,
    phases=[Phase.generate, Phase.shrink],
    suppress_health_check=list(HealthCheck),
)


@drawn
@given(st.data())
def test_no_form_is_too_odd(browser_at_work: Open, data: st.DataObject) -> None:
    path = data.draw(paths(browser_at_work.id))
    body, kind = data.draw(bodies(browser_at_work.token))

    keep(browser_at_work, EnvironBuilder(path, method="POST", data=body, content_type=kind))


@drawn
@given(st.data())
def test_no_address_method_or_header_is_too_odd(browser_at_work: Open, data: st.DataObject) -> None:
    path = data.draw(paths(browser_at_work.id))
    method = data.draw(st.sampled_from(["GET", "GET", "GET", "HEAD", "OPTIONS", "PUT", "DELETE"]))

    keep(browser_at_work, EnvironBuilder(path, method=method, headers=list(data.draw(headers).items())))


@drawn
@given(
    code=texts | st.text(alphabet=string.ascii_letters + string.digits + "- ", min_size=25, max_size=36),
    idle=sound | texts,
)
def test_no_code_is_too_odd(browser_at_work: Open, code: str, idle: str) -> None:
    typed = [("csrf_token", browser_at_work.token), ("code", code), ("idle", idle)]
    body = urlencode(typed, errors="surrogatepass").encode()

    keep(browser_at_work, EnvironBuilder("/fr/code", method="POST", data=body, content_type=FORM))


values = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.floats() | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=3),
    max_leaves=8,
)
KEYS = [
    "format",
    "format_version",
    "questionnaire",
    "profile",
    "answers",
    "opinions",
    "targets",
    "completed_on",
]
SOUND = {
    "format": "muster-assessment",
    "format_version": 1,
    "questionnaire": {"id": "readiness", "version": "1.0"},
    "profile": {
        "organisation": MARKER,
        "organisation_type": "other",
        "size_band": "1_49",
        "region": "europe",
        "variant": "full",
    },
    "answers": {"G1": {"level": 2, "comment": MARKER}},
}


@drawn
@given(changes=st.dictionaries(st.sampled_from(KEYS) | names, values, max_size=2))
def test_no_file_is_too_odd(browser_at_work: Open, changes: dict[str, object]) -> None:
    part = '--x\r\nContent-Disposition: form-data; name="{}"{}\r\n\r\n'
    head = (
        part.format("csrf_token", "") + browser_at_work.token + "\r\n" + part.format("file", '; filename="a"')
    )
    body = head.encode() + json.dumps({**SOUND, **changes}).encode() + b"\r\n--x--"

    keep(browser_at_work, EnvironBuilder("/fr/import", method="POST", data=body, content_type=MULTIPART))


def keep(at_work: Open, builder: EnvironBuilder) -> None:
    """Send the request from the browser at work, whose cookie is then as it was."""
    cookie = at_work.client.get_cookie("muster")
    assert cookie is not None
    check(at_work.client, builder)
    at_work.client.set_cookie("muster", cookie.value)
