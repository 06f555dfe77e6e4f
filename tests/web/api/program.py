"""A program that uses the API with the code of a link."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.web.respondent import Respondent

V1 = "/api/v1"


@dataclass(frozen=True)
class Program:
    """Sends each request with a code, unless it has none; its client keeps no cookie."""

    client: FlaskClient
    code: str = ""
    language: str = "en"
    headers: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, app: Flask, code: str = "", language: str = "en") -> Self:
        """Return a program with a client of its own."""
        return cls(app.test_client(use_cookies=False), code, language)

    def gets(self, path: str, **headers: str) -> TestResponse:
        """Send a GET; underscores of headers are hyphens."""
        return self.sends("GET", path, **headers)

    def reads(self, path: str) -> Any:  # noqa: ANN401  whatever JSON holds
        """Return the JSON at a path that can be read."""
        answer = self.gets(path)
        assert answer.status_code == 200, answer.text
        return answer.get_json()

    def sends(self, method: str, path: str, body: object = None, **headers: str) -> TestResponse:
        """Send a request, with a body as JSON if there is one."""
        sent = {"Accept-Language": self.language, **self.headers}
        if self.code:
            sent["Authorization"] = f"Bearer {self.code}"
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        if body is None:
            return self.client.open(f"{V1}{path}", method=method, headers=sent)
        return self.client.open(f"{V1}{path}", method=method, headers=sent, json=body)

    def puts(self, path: str, body: object, etag: str | None = None) -> TestResponse:
        """Send a PUT with the ETag that the path has now, or with another one."""
        seen = self.gets(path).headers["ETag"] if etag is None else etag
        return self.sends("PUT", path, body, If_Match=seen)


def a_program(app: Flask, owner: Respondent, role: str = "api_writer", language: str = "en") -> Program:
    """Return a program with a link of a role that an owner makes for it."""
    return Program.of(app, owner.shares(role, name=f"Numbat {role}").code, language)
