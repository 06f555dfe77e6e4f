"""A person at a browser without JavaScript: reads pages, fills in the forms found there, follows links."""

import json
from collections.abc import Mapping
from typing import Any, Self

from flask.testing import FlaskClient
from justhtml import JustHTML, Node
from werkzeug.test import TestResponse

from app.exchange import assessment_json
from tests.web.checks import attributes, check_new_page, elements, parse_page, words

Fields = Mapping[str, str | list[str]]

FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data; boundary=x"


class Respondent:
    """Remembers the last page, and sends its form with what is typed into it."""

    def __init__(self, client: FlaskClient, language: str = "en") -> None:
        self.client = client
        self.language = language
        self._page: JustHTML | None = None
        self.response: TestResponse
        self.path = "/"
        self.known_code = ""

    @property
    def page(self) -> JustHTML:
        """Return the last page, parsed when a test first reads it."""
        if self._page is None:
            self._page = parse_page(self.response.text)
        return self._page

    @property
    def text(self) -> str:
        """Return the text of the last page."""
        return words(self.page.query("body")[0])

    @property
    def status(self) -> int:
        """Return the status of the last response."""
        return self.response.status_code

    @property
    def id(self) -> str:
        """Return the public id of the open assessment."""
        return self.path.split("/assessment/")[1].split("/")[0]

    @property
    def code(self) -> str:
        """Return the code that the page shows."""
        return words(self.page.query("code")[0])

    def opens(self, path: str) -> Self:
        """Fetch a page, under the reader's language unless the path begins with one."""
        full = path if path.startswith("/") else f"/{self.language}/{path}"
        return self._read(self.client.get(full, follow_redirects=True))

    def visits(self, name: str) -> Self:
        """Fetch a page of the open assessment."""
        return self.opens(self.address(name))

    def form(self, action: str | None = None) -> Node:
        """Return the page's main form, or the form whose action has this end."""
        root = self.page.root if action else next(elements(self.page.root, "main"))
        forms = elements(root, "form")
        return next(f for f in forms if action is None or attributes(f).get("action", "").endswith(action))

    def fields(self, form: Node) -> Fields:
        """Return what the form would send without a change: hidden fields, texts, ticks."""
        found: dict[str, str | list[str]] = {}
        for control in elements(form, "input"):
            name, kind = attributes(control).get("name", ""), attributes(control).get("type", "text")
            if kind in ("radio", "checkbox") and "checked" not in attributes(control):
                continue
            if name and kind not in ("submit", "file"):
                held = found.setdefault(name, [])
                assert isinstance(held, list)
                held.append(attributes(control).get("value", ""))
        for choice in elements(form, "select"):
            options = [attributes(option) for option in elements(choice, "option")]
            chosen = next((each for each in options if "selected" in each), options[0])
            found[attributes(choice)["name"]] = chosen["value"]
        for area in elements(form, "textarea"):
            # The parser keeps the line end that HTML drops after <textarea>.
            found[attributes(area)["name"]] = area.to_text(strip=False).removeprefix("\n")
        return found

    def sends(
        self, typed: Fields | None = None, *, form: str | None = None, without: tuple[str, ...] = ()
    ) -> Self:
        """Send the form of the last page, with what is typed in place of what it holds."""
        node = self.form(form)
        fields = {**self.fields(node), **(typed or {})}
        data = {name: value for name, value in fields.items() if name not in without}
        path = attributes(node).get("action") or self.path
        return self._read(self.client.post(path, data=data, follow_redirects=True))

    def uploads(self, content: bytes, address: str = "import") -> Self:
        """Import a file on a page."""
        self.opens(address)
        part = '--x\r\nContent-Disposition: form-data; name="{}"{}\r\n\r\n'
        token = part.format("csrf_token", "").encode() + self.token().encode()
        file = part.format("file", '; filename="assessment.json"').encode() + content
        # Written by hand, because the test client leaves the temporary file of a large upload open.
        return self.posts(token + b"\r\n" + file + b"\r\n--x--", content_type=MULTIPART)

    def starts(self, variant: str = "full", organisation: str = "") -> Self:
        """Begin an assessment, up to the page that shows the code."""
        profile: Fields = {
            "organisation": organisation,
            "organisation_type": "supplier",
            "size_band": "50_249",
            "region": "europe",
            "variant": variant,
        }
        return self.opens("start").sends(profile)

    def answers(self, letter: str, action: str = "continue", **typed: str) -> Self:
        """Answer a domain's questions; a field's hyphens are written as underscores."""
        fields: Fields = {name.replace("_", "-"): value for name, value in typed.items()}
        return self.visits(letter).sends({**fields, "action": action})

    def answers_all(self, choice: str = "3") -> Self:
        """Choose the same answer to every question, one page after another."""
        for letter in "GIASPCELV":
            self.visits(letter)
            ids = {attributes(radio)["name"] for radio in self.form().query('input[type="radio"]')}
            typed: Fields = dict.fromkeys(ids, choice)
            self.sends({**typed, "action": "continue"})
        return self

    def shares(self, role: str, domains: str = "", *, name: str = "Legal", scores: bool = False) -> Self:
        """Make a link, up to the page that shows its code."""
        ticks: Fields = {"domains": list(domains), "scores": ["yes"] if scores else []}
        return self.visits("sharing/new").sends({"name": name, "role": role, **ticks})

    def enters(self, code: str) -> Self:
        """Open an assessment by a code."""
        return self.opens("code").sends({"code": code, "idle": "60"})

    def in_another_tab(self) -> Self:
        """Open the same page once more in the same browser."""
        return type(self)(self.client, self.language).opens(self.path)

    def posts(self, data: Fields | str | bytes, *, path: str = "", content_type: str = FORM) -> Self:
        """Send fields that no page's form would send, to the last page's address."""
        return self._read(
            self.client.post(path or self.path, data=data, content_type=content_type, follow_redirects=True)
        )

    def token(self) -> str:
        """Return the last page's protection against forgery."""
        return attributes(self.page.query('input[name="csrf_token"]')[0])["value"]

    def exported(self) -> dict[str, Any]:
        """Return what is stored, as assessment.json holds it."""
        found: dict[str, Any] = self.client.get(self.address("files/assessment.json")).get_json()
        return found

    def stored(self, id: str) -> dict[str, Any]:
        """Return one stored answer; the last page stays."""
        answer: dict[str, Any] = self.exported()["answers"].get(id, {})
        return answer

    def address(self, name: str) -> str:
        """Return the address of a page of the open assessment."""
        return f"/{self.language}/assessment/{self.id}/{name}"

    def completes(self) -> Self:
        """Press Complete on the check page."""
        return self.visits("check").sends(form="/complete")

    def begins_round(self, variant: str = "", questionnaire: str = "") -> Self:
        """Begin a new round, of the same variant and the newest version if none are named."""
        chosen: Fields = {"variant": variant, "questionnaire": questionnaire}
        return self.visits("rounds/begin").sends({name: each for name, each in chosen.items() if each})

    def confirms_all(self) -> Self:
        """Confirm last time’s answers, one page after another."""
        for letter in "GIASPCELV":
            self.visits(letter).sends({"action": "confirm"})
        return self

    def begins_confirmed_round(self) -> Self:
        """Begin a new round, and confirm all its answers."""
        return self.begins_round().confirms_all()

    def imports_itself(self) -> Self:
        """Open a copy of the assessment as earlier releases left it: complete, and in no round."""
        file = self.exported()
        first = {key: value for key, value in file.items() if key not in assessment_json.HISTORY_KEYS}
        return self.uploads(json.dumps(first | {"format_version": 1}).encode())

    def errors(self) -> list[str]:
        """Return the sentences of the error summary."""
        return [words(item) for item in self.page.query(".govuk-error-summary li")]

    def selected(self, name: str) -> str | None:
        """Return the value that a radio group holds."""
        for radio in elements(self.page.root, "input"):
            if attributes(radio).get("name") == name and "checked" in attributes(radio):
                return attributes(radio)["value"]
        return None

    def text_of(self, name: str) -> str:
        """Return the text that a text field holds."""
        held = self.fields(self.form()).get(name, "")
        return held if isinstance(held, str) else held[0]

    def _read(self, response: TestResponse) -> Self:
        self.response = response
        self.path = response.request.path
        self._page = None
        if response.mimetype == "text/html":
            self._page = check_new_page(response.text, self.language)
        return self
