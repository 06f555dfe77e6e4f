"""A person at a browser without JavaScript: reads pages, fills in the forms found there, follows links."""

import io
from typing import Self

from flask.testing import FlaskClient
from justhtml import JustHTML, Node
from werkzeug.test import TestResponse

from tests.web.checks import check_page, words

Fields = dict[str, str | list[str]]


class Respondent:
    """Remembers the last page, and sends its form with what is typed into it."""

    def __init__(self, client: FlaskClient, language: str = "en") -> None:
        self.client = client
        self.language = language
        self.page: JustHTML
        self.response: TestResponse
        self.path = "/"

    @property
    def text(self) -> str:
        """Give the words of the last page."""
        return words(self.page.query("body")[0])

    @property
    def status(self) -> int:
        """Give the status of the last answer."""
        return self.response.status_code

    @property
    def id(self) -> str:
        """Give the public id of the assessment that is open."""
        return self.path.split("/assessment/")[1].split("/")[0]

    @property
    def code(self) -> str:
        """Give the code that the page shows."""
        return words(self.page.query("code")[0])

    def opens(self, path: str) -> Self:
        """Fetch a page, under the reader's language unless the path begins with one."""
        full = path if path.startswith("/") else f"/{self.language}/{path}"
        return self._read(self.client.get(full, follow_redirects=True))

    def visits(self, name: str) -> Self:
        """Fetch a page of the open assessment."""
        return self.opens(f"assessment/{self.id}/{name}")

    def form(self, action: str | None = None) -> Node:
        """Give the page's form: its main one, or the one with an action that ends so."""
        forms = self.page.query("main form") if action is None else self.page.query("form")
        return next(f for f in forms if action is None or str(f.attrs.get("action", "")).endswith(action))

    def fields(self, form: Node) -> Fields:
        """Give what the form would send untouched: hidden fields, texts, ticks."""
        found: Fields = {}
        for control in form.query("input"):
            name, kind = str(control.attrs.get("name", "")), str(control.attrs.get("type", "text"))
            if kind in ("radio", "checkbox") and "checked" not in control.attrs:
                continue
            if name and kind not in ("submit", "file"):
                held = found.setdefault(name, [])
                assert isinstance(held, list)
                held.append(str(control.attrs.get("value", "")))
        for area in form.query("textarea"):
            # The parser keeps the line end that HTML drops after <textarea>.
            found[str(area.attrs["name"])] = area.to_text(strip=False).removeprefix("\n")
        return found

    def sends(
        self, typed: Fields | None = None, *, form: str | None = None, without: tuple[str, ...] = ()
    ) -> Self:
        """Send the form of the last page, with what is typed in place of what it holds."""
        node = self.form(form)
        fields = {**self.fields(node), **(typed or {})}
        data = {name: value for name, value in fields.items() if name not in without}
        path = str(node.attrs.get("action") or self.path)
        return self._read(self.client.post(path, data=data, follow_redirects=True))

    def uploads(self, content: bytes) -> Self:
        """Import a file."""
        self.opens("import")
        data = {**self.fields(self.form()), "file": (io.BytesIO(content), "assessment.json")}
        return self._read(
            self.client.post(self.path, data=data, content_type="multipart/form-data", follow_redirects=True)
        )

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
        """Choose the same answer to every question, page by page."""
        for letter in "GIASPCELV":
            self.visits(letter)
            ids = {str(radio.attrs["name"]) for radio in self.form().query('input[type="radio"]')}
            typed: Fields = dict.fromkeys(ids, choice)
            self.sends({**typed, "action": "continue"})
        return self

    def completes(self) -> Self:
        """Press Complete on the check page."""
        return self.visits("check").sends(form="/complete")

    def errors(self) -> list[str]:
        """List the sentences of the error summary."""
        return [words(item) for item in self.page.query(".govuk-error-summary li")]

    def chosen(self, name: str) -> str | None:
        """Give the value that a radio group holds."""
        for radio in self.page.query(f'input[name="{name}"]'):
            if "checked" in radio.attrs:
                return str(radio.attrs["value"])
        return None

    def typed(self, name: str) -> str:
        """Give the text that a text field holds."""
        return str(self.fields(self.form()).get(name, ""))

    def _read(self, response: TestResponse) -> Self:
        self.response = response
        self.path = response.request.path
        if response.mimetype == "text/html":
            self.page = check_page(response.text, self.language)
        return self
