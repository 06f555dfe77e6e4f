"""A person at a browser without JavaScript, who may go to another server at every click."""

import html
import http.client
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import cycle
from urllib.parse import urlencode

PROFILE = {
    "organisation": "Aldebaran",
    "organisation_type": "supplier",
    "size_band": "50_249",
    "region": "europe",
    "variant": "full",
}
CONNECTION_ERRORS = (OSError, http.client.HTTPException)

_HIDDEN = re.compile(r'name="(csrf_token|version)" value="([^"]*)"')
_COMMENT = re.compile(r'<textarea[^>]*name="(\w+)-comment"[^>]*>\n?([^<]*)</textarea>')
_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Response:
    """What a server answered: the status, where it leads, and the page."""

    status: int
    location: str
    content: bytes

    @property
    def hidden(self) -> dict[str, str]:
        """Return the hidden fields of the page's form."""
        return dict(_HIDDEN.findall(self.content.decode()))

    @property
    def comments(self) -> dict[str, str]:
        """Return the comment of each question of the page, by its id."""
        return {id: html.unescape(text) for id, text in _COMMENT.findall(self.content.decode())}


@dataclass
class Person:
    """Keeps the cookies of one browser, and the address of the assessment begun there."""

    ports: tuple[int, ...]
    cookies: dict[str, str] = field(default_factory=dict)
    address: str = ""

    def __post_init__(self) -> None:
        self._next = cycle(self.ports)

    def begin(self) -> None:
        """Begin an assessment."""
        page = self.get("/en/start")
        self.address = self.post("/en/start", {**page.hidden, **PROFILE}).location.removesuffix("/code")

    def another_at_same_page(self) -> "Person":
        """Return a second person with the same assessment open, in another browser."""
        return Person(self.ports, dict(self.cookies), self.address)

    def get(self, path: str) -> Response:
        """Fetch a page, or raise one of NO_ANSWER."""
        return self._ask("GET", path, None)

    def post(self, path: str, typed: Mapping[str, str]) -> Response:
        """Send a form, or raise one of NO_ANSWER: then nobody knows what became of it."""
        return self._ask("POST", path, urlencode(typed).encode())

    def save(self, letter: str, page: Response, comment: str) -> Response:
        """Save a domain's page with the same comment on every question."""
        typed = {f"{id}-comment": comment for id in page.comments} | dict.fromkeys(page.comments, "2")
        return self.post(f"{self.address}/{letter}", {**page.hidden, **typed, "action": "save"})

    def _ask(self, method: str, path: str, body: bytes | None) -> Response:
        connection = http.client.HTTPConnection("127.0.0.1", next(self._next), timeout=_SECONDS)
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            connection.request(method, path, body, headers)
            response = connection.getresponse()
            content = response.read()
        finally:
            connection.close()
        for cookie in response.headers.get_all("Set-Cookie", ()):
            name, _, rest = cookie.partition("=")
            self.cookies[name] = rest.partition(";")[0]
        return Response(response.status, response.headers.get("Location", ""), content)
