"""What two processes print and count while a whole assessment is made, from the first page to its end."""

import json
import re
import socket
from pathlib import Path

import pytest

from tests.installed_copy import Server, lay_out_copy, serve

PROFILE = {
    "organisation": "Zyzzyva Werke",
    "organisation_type": "supplier",
    "size_band": "50_249",
    "region": "europe",
    "variant": "full",
}
NOTES = {"comment": "Quokka", "evidence": "Ocelot", "evidence-date": "2020-02-29"}
WRONG = "7777-7777-7777-7777-7777-7777-7777"
LETTERS = "GIASPCELV"


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lay_out_copy(tmp_path_factory.mktemp("house"))


def lives_through(server: Server) -> list[str]:
    """Make an assessment with distinctive words everywhere; gives the words that nobody may find."""
    _, page = server.get("/fr/start")
    _, address = server.post("/fr/start", page, PROFILE)
    _, page = server.get(address)
    found = re.search(r"<code[^>]*>([0-9A-Z-]+)</code>", page)
    assert found is not None
    root, id, code = address.removesuffix("/code"), address.split("/")[3], found[1]
    for letter in LETTERS:
        _, page = server.get(f"{root}/{letter}")
        ids = sorted(set(re.findall(rf'name="({letter}\d)"', page)))
        typed = {f"{id}-{note}": text for id in ids for note, text in NOTES.items()}
        answers = {**dict.fromkeys(ids, "3"), **typed, "version": "1", "action": "continue"}
        assert server.post(f"{root}/{letter}", page, answers)[0] == 302
    _, page = server.get(f"{root}/check")
    assert server.post(f"{root}/complete", page, {})[0] == 302
    for name in ("results", "files/scorecard.json", "files/assessment.json", "code.txt"):
        assert server.get(f"{root}/{name}?organisation=Zyzzyva")[0] == 200
    assert server.get(f"{root}/nothing/Quokka")[0] == 404
    _, page = server.get("/fr/code")
    assert server.post("/fr/code", page, {"code": WRONG, "idle": "60"})[0] == 404
    assert server.post("/fr/code", page, {"code": code, "idle": "60"})[0] == 302
    plain = code.replace("-", "")
    return [
        id,
        code,
        code.lower(),
        plain,
        plain[:12],
        WRONG,
        "Zyzzyva",
        "Werke",
        "Quokka",
        "Ocelot",
        "2020-02-29",
    ]


def send_raw(server: Server, words: bytes) -> bytes:
    """Send bytes that no browser would send, and return the whole response."""
    with socket.create_connection(("127.0.0.1", int(server.socket.read_text())), timeout=20) as connection:
        connection.sendall(words)
        return b"".join(iter(lambda: connection.recv(4096), b""))


def test_nothing_that_is_printed_or_counted_identifies_a_person_or_an_answer(house: Path) -> None:
    with serve(house, "watched", METRICS="on", GUNICORN_CMD_ARGS="--workers 2") as server:
        words = lives_through(server)
        figures = server.get("/metrics")[1]
        send_raw(server, b"GET /l/en/Quokka Ocelot nonsense\r\n\r\n")
        send_raw(server, b"Quokka\r\n\r\n")
        send_raw(server, b"GET /en/ HTTP/1.1\r\nHost: x\r\nQuokka Ocelot\r\n\r\n")
        assert server.get("/healthz")[0] == 200

    printed = server.printed.splitlines()
    assert not [word for word in words if word in server.printed + figures]
    assert "127.0.0.1" not in figures
    # One sentence tells the address; all else is JSON.
    lines = [json.loads(line) for line in printed if not line.startswith("Muster serves http://")]
    assert len(printed) - len(lines) == 1
    asked = [line for line in lines if line["message"] == "request"]
    assert len(asked) == 33
    assert len({line["request"] for line in asked}) == len(asked)


def test_two_processes_add_up_their_figures(house: Path) -> None:
    with serve(house, "counted", METRICS="on", GUNICORN_CMD_ARGS="--workers 2") as server:
        for _ in range(40):
            assert server.get("/en/")[0] == 200
        counter = r'muster_requests_total{method="GET",route="/<any(en, fr):language>/",status="200"} '
        pages = [server.get("/metrics")[1] for _ in range(8)]

    assert [page.partition(counter)[2].splitlines()[0] for page in pages] == ["40.0"] * 8


def test_no_browser_is_believed_to_be_a_proxy(house: Path) -> None:
    with serve(house, "direct") as server:
        forged = b"X-Forwarded-Proto: https\r\nX-Forwarded-Host: evil.example\r\nSCRIPT_NAME: /evil\r\n"
        answer = send_raw(
            server, b"GET /en HTTP/1.1\r\nHost: muster.example\r\n" + forged + b"Connection: close\r\n\r\n"
        )

    assert b"evil" not in answer
    assert b"https" not in answer
