"""The server as it is run: what it prints and keeps, and that a restart loses nothing."""

import json
import re
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.installed_copy import Server, lay_out_copy, run, serve

PROFILE = {
    "organisation": "Zyzzyva Werke",
    "organisation_type": "supplier",
    "size_band": "50_249",
    "region": "europe",
    "variant": "quick",
}
NOTES = {"G1": "2", "G1-comment": "Quokka", "G1-evidence": "Ocelot", "action": "save"}


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lay_out_copy(tmp_path_factory.mktemp("house"))


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """Lay out a copy of the service whose questionnaire has two faults; return its folder."""
    folder = lay_out_copy(tmp_path)
    main = folder / "questionnaires" / "readiness" / "questionnaire.toml"
    main.write_text(main.read_text().replace("version =", "versoin =", 1))
    survey = main.with_name("survey-2012.toml")
    survey.write_text(survey.read_text() + "\n[[\n")
    return folder


def begin(server: Server) -> tuple[str, str]:
    """Begin an assessment, and give its address and its code."""
    _, page = server.get("/en/start")
    status, address = server.post("/en/start", page, PROFILE)
    assert status == 302
    _, page = server.get(address)
    found = re.search(r"<code[^>]*>([0-9A-Z-]+)</code>", page)
    assert found is not None
    return address.removesuffix("/code"), found[1]


def test_a_restart_in_the_middle_loses_nothing_and_nothing_typed_is_printed_or_kept(house: Path) -> None:
    with serve(house, "first", GUNICORN_CMD_ARGS="--access-logfile -") as server:
        address, code = begin(server)
        _, page = server.get(f"{address}/G")
        assert server.post(f"{address}/G", page, {**NOTES, "version": "1"})[0] == 302
        _, open_page = server.get(f"{address}/I")
        cookies = server.cookies
    first = server.printed

    with serve(house, "second") as server:
        server.cookies.update(cookies)
        # The page that was open across the restart is still good, and so is the code in another browser.
        assert server.post(f"{address}/I", open_page, {"I1": "3", "version": "1", "action": "save"})[0] == 302
        server.cookies.clear()
        _, page = server.get("/en/code")
        assert server.post("/en/code", page, {"code": code.lower(), "idle": "60"})[1] == f"{address}/"
        _, exported = server.get(f"{address}/files/assessment.json")
    assert all(word in exported for word in ("Zyzzyva Werke", "Quokka", "Ocelot", '"I1"'))

    # A line for each request names its route, and no address of an assessment.
    id = address.split("/")[3]
    routes = [json.loads(line).get("route", "") for line in first.splitlines() if line.startswith("{")]
    assert routes.count("/<any(en, fr):language>/assessment/<id>/<string(length=1):letter>") == 3
    assert not [text for text in (first, server.printed) if id in text]
    plain = code.replace("-", "")
    kept = [
        first,
        server.printed,
        *(file.read_bytes().decode("latin-1") for file in (house / "instance").iterdir()),
    ]
    for text in kept:
        assert not [word for word in ("Zyzzyva", "Quokka", "Ocelot", code, plain, plain[:12]) if word in text]
        assert code.lower() not in text

    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in (house / "instance").iterdir()}
    assert {"muster.sqlite", "secret-key", "pepper"} <= set(modes)
    assert set(modes.values()) == {0o600}
    assert stat.S_IMODE((house / "instance").stat().st_mode) == 0o700


def test_a_file_that_is_too_large_is_answered_with_our_page(house: Path) -> None:
    with serve(house, "large") as server:
        _, page = server.get("/fr/import")
        status, answer = server.post("/fr/import", page, {"file": "x" * 43_000_000})

    assert status == 413
    assert "40\u00a0Mo" in answer


def test_a_wrong_setting_ends_the_start_with_its_sentence_alone(house: Path) -> None:
    ended = run(house, "-c", "import wsgi", TRUSTED_PROXIES="many")

    assert ended.returncode == 1
    assert ended.stderr == "TRUSTED_PROXIES must be a whole number from 0 to 10.\n"


def test_a_faulty_questionnaire_ends_the_start_with_the_sentences_of_its_check(faulty: Path) -> None:
    with ThreadPoolExecutor() as pool:
        check = pool.submit(run, faulty, "-m", "flask", "--app", "wsgi", "questionnaire", "check")
        start = pool.submit(run, faulty, "-c", "import wsgi")
        served = run(faulty, "-m", "gunicorn", "wsgi:app", PORT="0")
    checked, started = check.result(), start.result()

    assert checked.returncode == started.returncode == 1
    assert served.returncode != 0
    faults = checked.stderr.splitlines()
    assert any("questionnaire.toml" in fault and "versoin" in fault for fault in faults)
    assert any("survey-2012.toml" in fault for fault in faults)
    assert all(fault in started.stderr for fault in faults)
    assert all(fault in served.stderr for fault in faults)
    assert "Traceback" not in checked.stderr + started.stderr + served.stderr


def test_no_line_of_the_log_names_a_share_link_or_a_pulse(house: Path) -> None:
    with serve(house, "shared", GUNICORN_CMD_ARGS="--access-logfile -") as server:
        assert server.get("/l/en/0000-0000-QUOKKA")[0] == 404
        assert server.get("/l/QUOKKA")[0] == 404
        assert server.get("/p/en/0000-0000-QUOKKA")[0] == 404
        assert server.get("/p/QUOKKA")[0] == 404
        for letter in "vi":
            assert server.get(f"/{letter}/en/0000-0000-QUOKKA")[0] == 404
            assert server.get(f"/{letter}/QUOKKA")[0] == 404
        assert server.get("/en/")[0] == 200

    lines = [json.loads(line) for line in server.printed.splitlines() if line.startswith("{")]
    routes = [line.get("route") for line in lines if line["logger"] == "muster.request"]
    assert routes == [*["none"] * 4, "/<any(en, fr):language>/"]
    assert not [line for line in lines if line["level"] == "error"]
    assert "/l/" not in server.printed
    assert not [secret for secret in ("/p/", "/v/", "/i/") if secret in server.printed]
    assert "QUOKKA" not in server.printed
