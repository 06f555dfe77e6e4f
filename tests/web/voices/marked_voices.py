"""Independent answers with a marked word in all that is typed, and every page and file that shows them."""

import re
from collections.abc import Mapping

from flask import Flask
from flask.testing import FlaskClient

from app.maturity.text import LANGUAGES

_TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')
_LINK = re.compile(r"/v/en/[0-9A-Z-]+")


def ask_voices(app: Flask, owner: FlaskClient, own: str, mark: str) -> None:
    """Let two colleagues answer under a marked role with marked comments, and draw what their owner sees."""
    for choice in ("0", "4"):
        asked: dict[str, str | list[str]] = {
            "role": "other",
            "name": f"{mark} council",
            "extent": "some",
            "domains": ["A"],
        }
        made = _sends(owner, f"{own}/voices/new", asked)
        found = _LINK.search(made)
        assert found
        colleague = app.test_client()
        colleague.environ_base["REMOTE_ADDR"] = owner.environ_base["REMOTE_ADDR"]
        assert mark in colleague.get(found[0]).text
        _sends(colleague, found[0], {"idle": "60"})
        given = {"A1": choice, "A1-comment": f"{mark} comment", "action": "save", "version": "0"}
        _sends(colleague, f"{own}/voice/A", given)
        faulty = {**given, "A1": "9", "version": "1", "csrf_token": _token(colleague, f"{own}/voice/A")}
        assert colleague.post(f"{own}/voice/A", data=faulty).status_code == 422
        for name in ("voice", "voice/A", "voice/check"):
            assert colleague.get(f"{own}/{name}").status_code == 200
        _sends(colleague, f"{own}/voice/check", {"action": "finish"})
    # More is drawn here than all together may within a minute.
    app.extensions["muster-limits"].forget()
    for language in LANGUAGES:
        pages = own.replace("/en/", f"/{language}/", 1)
        for name in ("voices", "voices/new", "voices/disagreement", "voices/disagreement/A1", "check"):
            assert owner.get(f"{pages}/{name}").status_code == 200
        assert owner.get(f"{pages}/files/meeting.pdf").data.startswith(b"%PDF")


def _sends(client: FlaskClient, path: str, typed: Mapping[str, str | list[str]]) -> str:
    data = {**typed, "csrf_token": _token(client, path)}
    answer = client.post(path, data=data, follow_redirects=True)
    assert answer.status_code == 200
    return answer.text


def _token(client: FlaskClient, path: str) -> str:
    found = _TOKEN.search(client.get(path).text)
    assert found
    return found[1]
