"""A domain page viewed, and saved durably, against bare Flask on the same server."""

import re
import tempfile
import urllib.parse
import urllib.request
from http.cookiejar import CookieJar
from pathlib import Path

from bench.load import Load, Request, measure
from bench.server import serving

CONNECTIONS = 16

_PROFILE = {
    "organisation": "Aldebaran",
    "organisation_type": "supplier",
    "size_band": "50_249",
    "region": "europe",
    "variant": "full",
}
_HIDDEN = re.compile(r'name="(csrf_token|version)" value="([^"]*)"')


class Browser:
    """One person with one assessment: what a page needs to be asked for and sent again."""

    def __init__(self, port: int) -> None:
        self._host = f"127.0.0.1:{port}"
        self._jar = CookieJar()
        self._opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self._jar))
        self._post("/en/start", {**_hidden(self._get("/en/start")), **_PROFILE})
        self._page = self._where.replace("/code", "/G")
        self._fields = _hidden(self._get(self._page))

    def view(self, number: int) -> bytes:
        """Return the request for the domain page."""
        return self._request("GET", b"")

    def save(self, number: int) -> bytes:
        """Return the request that saves the page, each time with other answers."""
        version = {"version": str(int(self._fields["version"]) + number)}
        return self._request("POST", _body({**self._fields, **version}, number))

    def _request(self, method: str, body: bytes) -> bytes:
        cookie = "; ".join(f"{each.name}={each.value}" for each in self._jar)
        return _request(f"{method} {self._page}", self._host, cookie, body)

    def _get(self, path: str) -> str:
        with self._opener.open(f"http://{self._host}{path}") as answer:
            content: bytes = answer.read()
        return content.decode()

    def _post(self, path: str, fields: dict[str, str]) -> None:
        data = urllib.parse.urlencode(fields).encode()
        with self._opener.open(f"http://{self._host}{path}", data) as answer:
            self._where = urllib.parse.urlsplit(answer.url).path


def _request(line: str, host: str, cookie: str, body: bytes) -> bytes:
    lines = (
        f"{line} HTTP/1.1",
        f"Host: {host}",
        f"Cookie: {cookie}",
        "Content-Type: application/x-www-form-urlencoded",
        f"Content-Length: {len(body)}",
    )
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def _body(hidden: dict[str, str], number: int) -> bytes:
    answers = {f"G{n}": str((number + n) % 5) for n in range(1, 7)}
    notes = {f"G{n}-comment": f"Note {number} on the practice, with its exception." for n in range(1, 7)}
    return urllib.parse.urlencode({**hidden, **answers, **notes, "action": "save"}).encode()


def _least(port: int, page: int) -> Request:
    """Ask for a page's token, and return the requests that save it."""
    host = f"127.0.0.1:{port}"
    with urllib.request.urlopen(f"http://{host}/{page}") as answer:
        token: str = answer.read().decode()
        cookie: str = answer.headers["Set-Cookie"].partition(";")[0]
    return lambda number: _request(f"POST /{page}", host, cookie, _body({"csrf_token": token}, number))


def _hidden(page: str) -> dict[str, str]:
    # The last token on the page is that of its own form; they are the same within a page.
    return dict(_HIDDEN.findall(page))


def _bare(number: int) -> bytes:
    return b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"


def measure_pages() -> list[tuple[str, Load]]:
    """Measure the floor, the least that a save takes, the view and the save, one after the other."""
    found: list[tuple[str, Load]] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with serving("bench.bare_flask:app", folder) as port:
            found.append(("bare Flask", measure(port, [_bare] * CONNECTIONS, 200)))
        with serving("bench.minimal_save:app", folder) as port:
            least = [_least(port, page) for page in range(CONNECTIONS)]
            found.append(("least durable save", measure(port, least, 302)))
        with serving("wsgi:app", folder) as port:
            browsers = [Browser(port) for _ in range(CONNECTIONS)]
            views: list[Request] = [browser.view for browser in browsers]
            saves: list[Request] = [browser.save for browser in browsers]
            found.append(("domain page viewed", measure(port, views, 200)))
            found.append(("domain page saved", measure(port, saves, 302)))
    return found
