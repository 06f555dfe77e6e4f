"""No request makes the service fail, and nothing sent is returned as markup.

Requests are drawn from the routes there are, so that a new one is among them. MUSTER_FUZZ sets how many are
drawn in all (each cookie is sent twice); docs/security.md says what the long run found.
"""

import json
import logging
import os
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar
from urllib.parse import urlencode

import pytest
from flask import Flask
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from werkzeug.test import EnvironBuilder

from tests.server import fuzz
from tests.web.programme.coordinator import creates_programme
from tests.web.respondent import FORM, MULTIPART

RAW = (b"<q7x>", b"</q7x>")
REQUESTS = int(os.environ.get("MUSTER_FUZZ", "4000"))
_TESTS = 5
# Drawing takes longer than answering, so that a few of a kind are drawn together.
_AT_ONCE = 4
_Drawn = TypeVar("_Drawn")

drawn = settings(
    max_examples=REQUESTS // _TESTS // _AT_ONCE,
    deadline=None,
    derandomize="MUSTER_FUZZ" not in os.environ,
    database=None,
    phases=[Phase.generate, Phase.shrink],
    suppress_health_check=list(HealthCheck),
)


def several(strategy: st.SearchStrategy[_Drawn]) -> st.SearchStrategy[list[_Drawn]]:
    return st.lists(strategy, min_size=_AT_ONCE, max_size=_AT_ONCE)


@dataclass
class AtWork:
    """A browser in which an assessment and a programme are open, with what their forms send."""

    app: Flask

    def __post_init__(self) -> None:
        self.begin()
        self.names = fuzz.control_names(self.respondent, self.programme)
        self.failures: list[str] = []

    def begin(self) -> None:
        """Open an assessment, which a request may have deleted or signed out of, and a programme."""
        created = creates_programme(self.app, name=fuzz.MARKER)
        self.programme = created.id
        self.respondent = created.coordinator().starts("full", fuzz.MARKER)
        self.id = self.respondent.id
        self.token = self.respondent.visits("G").token()
        cookie = self.respondent.client.get_cookie("muster")
        assert cookie is not None
        self.cookie = cookie.value

    def sends(self, path: str, method: str, **request: object) -> None:
        """Send a request, and hold the answer to the laws."""
        self.app.extensions["muster-limits"].forget()
        client = self.respondent.client
        client.set_cookie("muster", self.cookie)
        builder = EnvironBuilder(path, method=method, **request)  # type: ignore[arg-type]  # passed on
        response = client.open(builder, buffered=True)
        status, content = response.status_code, response.data
        response.close()

        assert status < 500
        if response.mimetype == "text/html":
            assert not [raw for raw in RAW if raw in content]
        assert "unsafe-inline" not in response.headers["Content-Security-Policy"]
        assert not self.failures
        if status == 302 and "/deleted" in response.headers["Location"]:
            self.begin()


@pytest.fixture(scope="module")
def at_work(app: Flask) -> Iterator[AtWork]:
    browser = AtWork(app)
    handler = logging.Handler(logging.ERROR)
    handler.emit = lambda record: browser.failures.append(record.getMessage())  # type: ignore[method-assign]  # only this handler
    logging.getLogger().addHandler(handler)
    app.testing = False
    yield browser
    app.testing = True
    logging.getLogger().removeHandler(handler)


@drawn
@given(st.data())
def test_no_form_is_too_odd(at_work: AtWork, data: st.DataObject) -> None:
    among = fuzz.rules(at_work.app, "POST")
    for _ in range(_AT_ONCE):
        path = data.draw(fuzz.paths(among, at_work.id, at_work.programme))
        body, kind = data.draw(fuzz.bodies(at_work.names, at_work.token))
        at_work.sends(path, "POST", data=body, content_type=kind)


@drawn
@given(st.data())
def test_no_address_method_or_header_is_too_odd(at_work: AtWork, data: st.DataObject) -> None:
    for _ in range(_AT_ONCE):
        method, path, headers = data.draw(fuzz.requests(at_work.app, at_work.id, at_work.programme))
        at_work.sends(path, method, headers=list(headers.items()))


@drawn
@given(several(st.tuples(fuzz.codes, fuzz.values)))
def test_no_code_is_too_odd(at_work: AtWork, entered: list[tuple[str, str]]) -> None:
    for code, idle in entered:
        typed = [("csrf_token", at_work.token), ("code", code), ("idle", idle)]
        body = urlencode(typed, errors="surrogatepass").encode()
        at_work.sends("/fr/code", "POST", data=body, content_type=FORM)


@drawn
@given(several(fuzz.texts | st.binary(max_size=60).map(lambda raw: raw.decode("latin-1"))))
def test_no_cookie_is_too_odd(at_work: AtWork, cookies: list[str]) -> None:
    for cookie in cookies:
        damaged = f"{at_work.cookie[:-5]}{cookie}"
        for value in (damaged, cookie):
            held = "".join(char for char in value if char.isprintable() and ord(char) < 256)
            at_work.sends(f"/en/assessment/{at_work.id}/G", "GET", headers=[("Cookie", f"muster={held}")])


@drawn
@given(several(fuzz.changes))
def test_no_file_is_too_odd(at_work: AtWork, changes: list[dict[str, object]]) -> None:
    part = '--x\r\nContent-Disposition: form-data; name="{}"{}\r\n\r\n'
    head = part.format("csrf_token", "") + at_work.token + "\r\n" + part.format("file", '; filename="a"')
    for each in changes:
        content = json.dumps({**fuzz.SOUND_FILE, **each}).encode()
        body = head.encode() + content + b"\r\n--x--"
        at_work.sends("/fr/import", "POST", data=body, content_type=MULTIPART)


def test_every_route_is_among_what_is_drawn_from(at_work: AtWork) -> None:
    served = {rule.rule for rule in at_work.app.url_map.iter_rules() if not rule.rule.endswith(".pdf")}

    drawn_from = {rule.rule for method in ("GET", "POST") for rule in fuzz.rules(at_work.app, method)}

    assert drawn_from == served
    assert {
        "G1",
        "G1-comment",
        "organisation",
        "code",
        "file",
        "target-G",
        "sure",
        "extent",
        "domains",
    } <= set(at_work.names)
