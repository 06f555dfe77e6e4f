"""The examples of the page on the API are run as they stand there."""

import json
import re
import shlex
from dataclasses import dataclass
from typing import Any

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from app.config import ROOT
from tests.web.api.program import Program, a_program
from tests.web.programme.coordinator import creates_programme
from tests.web.respondent import Respondent

_EXAMPLE = re.compile(r"^```console\n\$ curl (.+?)\n(HTTP/1\.1 .+?)\n```$", re.MULTILINE | re.DOTALL)
SITE = "http://localhost"


@dataclass(frozen=True)
class Example:
    """A command of the page, and the answer that it shows: status, headers and JSON."""

    command: str
    status: str
    headers: dict[str, str]
    body: Any


def examples(language: str) -> list[Example]:
    """Return the examples of the page in a language."""
    name = "api.md" if language == "en" else f"api.{language}.md"
    found = []
    for command, answer in _EXAMPLE.findall((ROOT / "docs" / name).read_text("utf-8")):
        head, _, body = answer.partition("\n\n")
        status, *lines = head.splitlines()
        headers = dict(line.split(": ", 1) for line in lines)
        found.append(Example(command, status.removeprefix("HTTP/1.1 "), headers, json.loads(body or "null")))
    return found


def runs(program: Program, example: Example, values: dict[str, str], file: bytes) -> TestResponse:
    """Send what curl would send."""
    method, data, url = "GET", None, ""
    headers: list[tuple[str, str]] = []
    words = iter(
        shlex.split(
            re.sub(r"\$(CODE|COORDINATOR|ETAG|SITE)", lambda found: values[found[1]], example.command)
        )
    )
    for word in words:
        if word == "-X":
            method = next(words)
        elif word == "-H":
            name, _, value = next(words).partition(": ")
            headers.append((name, value))
        elif word in ("-d", "--data-binary"):
            given = next(words)
            data = file if given == "@assessment.json" else given.encode()
            method = "POST" if method == "GET" else method
        elif word == "-o":
            next(words)
        elif word != "-i":
            url = word
    assert url.startswith(SITE)
    return program.client.open(url.removeprefix(SITE), method=method, headers=headers, data=data)


def shows(shown: Any, found: Any) -> bool:  # noqa: ANN401  whatever JSON holds
    """Return whether an answer holds what an example shows; “…” stands for anything."""
    if shown == "…":
        return found is not None
    if isinstance(shown, list):
        return isinstance(found, list) and len(shown) == len(found) and all(map(shows, shown, found))
    if isinstance(shown, dict):
        return isinstance(found, dict) and all(shows(each, found.get(name)) for name, each in shown.items())
    return bool(shown == found)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_example_is_answered_as_the_page_shows(
    app: Flask, respondent: Respondent, language: str
) -> None:
    owner = respondent.starts("quick").answers("G", "save", G1="2")
    file = owner.visits("files/assessment.json").response.data
    program = a_program(app, owner)
    values = {"CODE": program.code, "COORDINATOR": creates_programme(app).codes[0], "SITE": SITE, "ETAG": ""}
    run = examples(language)

    assert len(run) > 8
    for example in run:
        answer = runs(program, example, values, file)
        assert answer.status == example.status, (example.command, answer.text)
        for name, value in example.headers.items():
            pattern = re.escape(value).replace("…", ".+")
            assert re.fullmatch(pattern, answer.headers[name]), (name, answer.headers[name])
        if example.body is not None:
            assert shows(example.body, answer.get_json()), (example.command, answer.text)
        if "ETag" in answer.headers:
            # In the double quotes of a shell.
            values["ETAG"] = answer.headers["ETag"].replace('"', '\\"')


def test_both_languages_show_the_same_examples() -> None:
    assert examples("en") == examples("fr")
