"""Too many requests are refused for a minute, and a right code never."""

import logging
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask

from app import create_app
from app.web.request import rate_limits
from app.web.request.rate_limits import Limit, RateLimiter
from tests.conftest import SECRET, a_config
from tests.web.respondent import Respondent

WRONG = "0000-0000-0000-0000-0000-0000-0000"
HERE, THERE = "192.0.2.1", "192.0.2.2"
WAIT = {"en": "try again in a minute", "fr": "réessayez dans une minute"}
EDITABLE = f'name="code" type="text" value="{WRONG}"'


def guesses(app: Flask, times: int, address: str = HERE, language: str = "en") -> Respondent:
    """Enter a wrong code several times from an address."""
    guesser = a_person(app, address, language).opens("code")
    for _ in range(times):
        guesser.sends({"code": WRONG, "idle": "60"})
    return guesser


def a_person(app: Flask, address: str, language: str = "en") -> Respondent:
    client = app.test_client()
    client.environ_base["REMOTE_ADDR"] = address
    return Respondent(client, language)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_after_twenty_wrong_codes_a_page_says_to_wait_and_keeps_what_was_typed(
    app: Flask, language: str
) -> None:
    guesser = guesses(app, rate_limits.CODE.per_client, language=language)
    assert guesser.status == 404

    guesser.sends({"code": WRONG, "idle": "600"})

    assert guesser.status == 429
    assert guesser.response.headers["Retry-After"] == "60"
    assert WAIT[language] in guesser.text
    kept = guesser.fields(guesser.form())
    assert (kept["code"], kept["idle"]) == ([WRONG], ["600"])


def test_the_refused_code_can_be_corrected_on_the_page_that_says_to_wait(app: Flask) -> None:
    owner = a_person(app, HERE).starts("quick")
    guesser = guesses(app, rate_limits.CODE.per_client + 1)
    assert EDITABLE in guesser.response.text

    guesser.sends({"code": owner.code})

    assert guesser.status == 200
    assert guesser.id == owner.id


def test_a_right_code_opens_even_then_from_the_same_address(app: Flask) -> None:
    owner = a_person(app, HERE).starts("quick")
    assert guesses(app, rate_limits.CODE.per_client + 1).status == 429

    neighbour = a_person(app, HERE).opens("code").sends({"code": owner.code, "idle": "60"})

    assert neighbour.status == 200
    assert neighbour.id == owner.id


def test_a_wrong_code_sent_along_with_a_page_counts_as_well(app: Flask) -> None:
    typing = a_person(app, HERE).starts("full").visits("G")
    guesses(app, rate_limits.CODE.per_client)
    typing.client.delete_cookie("muster")

    typing.sends({"G1": "2", "action": "save"}).sends({"code": WRONG, "idle": "60"})

    assert typing.status == 429
    assert typing.response.headers["Retry-After"] == "60"
    assert typing.fields(typing.form())["G1"] == ["2"]
    assert EDITABLE in typing.response.text


def test_another_address_is_not_held_back_and_the_same_network_of_the_sixth_version_is(app: Flask) -> None:
    guesses(app, rate_limits.CODE.per_client, "2001:db8::1")

    assert guesses(app, 1, THERE).status == 404
    assert guesses(app, 1, "2001:db8:0:1::1").status == 404
    assert guesses(app, 1, "2001:db8::ffff").status == 429


def test_a_file_too_many_is_not_read_and_is_asked_for_again(app: Flask) -> None:
    person = a_person(app, HERE, "fr")
    for _ in range(rate_limits.IMPORT.per_client):
        assert person.uploads(b"{}").status == 422

    person.uploads(b"{}")

    assert person.status == 429
    assert "Choisissez-le de nouveau" in person.text


def test_one_assessment_may_build_pdfs_up_to_the_limit_of_its_address(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rate_limits, "PDF", Limit("pdf", 1, 9))
    person = a_person(app, HERE).starts("quick")

    built = [person.answers("G", "save", G1=str(n)).visits("files/scorecard.pdf").status for n in range(3)]

    assert built == [200, 200, 429]
    assert person.response.mimetype == "text/html"


def test_workbooks_of_rounds_count_as_those_of_their_assessment(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rate_limits, "PDF", Limit("pdf", 1, 9))
    person = a_person(app, HERE).starts("quick").answers_all().completes()

    built = [person.visits("rounds/1/files/workbook.xlsx").status for _ in range(3)]

    assert built == [200, 200, 429]
    assert person.visits("files/workbook.xlsx").status == 429


def test_many_pdfs_of_one_assessment_do_not_prevent_the_first_of_another(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rate_limits, "PDF", Limit("pdf", 0, 0))
    greedy = a_person(app, HERE).starts("quick")
    # A PDF that is built already does not count.
    assert [greedy.visits("files/scorecard.pdf").status for _ in range(3)] == [200, 200, 200]
    assert greedy.answers("G", "save", G1="1").visits("files/scorecard.pdf").status == 429

    assert a_person(app, HERE).starts("quick").visits("files/scorecard.pdf").status == 200


def test_all_together_are_limited_too() -> None:
    door, doors = Limit("door", 2, 3), RateLimiter("memory", SECRET)

    entered = [doors.hit(door, f"192.0.2.{host}") for host in (1, 1, 1, 2, 3)]

    assert entered == [True, True, False, True, False]


def test_a_minute_later_requests_are_accepted_again(monkeypatch: pytest.MonkeyPatch) -> None:
    door, doors, now = Limit("door", 1, 9), RateLimiter("memory", SECRET), time.time()
    assert [doors.hit(door, HERE) for _ in range(2)] == [True, False]

    monkeypatch.setattr(time, "time", lambda: now + 61)

    assert doors.hit(door, HERE)


def test_no_address_can_be_read_from_what_is_counted() -> None:
    doors = RateLimiter("memory", SECRET)
    doors.hit(rate_limits.CODE, HERE)

    kept = " ".join(doors._own.storage)

    assert "code" in kept
    assert HERE not in kept


@pytest.fixture
def redis(tmp_path: Path) -> Iterator[Callable[[], str]]:
    """Return a function that starts a Redis server and returns its address."""
    program = shutil.which("redis-server")
    if not program:
        pytest.skip("Redis is not installed (Debian: redis-server); its tests are left out.")
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    running = []

    def start() -> str:
        words = [program, "--port", port, "--bind", "127.0.0.1", "--save", "", "--dir", str(tmp_path)]
        running.append(subprocess.Popen(words, stdout=subprocess.DEVNULL))  # noqa: S603  our own words
        until = time.monotonic() + 20
        while time.monotonic() < until:
            with closing(socket.socket()) as client:
                if client.connect_ex(("127.0.0.1", int(port))) == 0:
                    break
            time.sleep(0.02)
        return f"redis://127.0.0.1:{port}/0"

    yield start
    for process in running:
        process.terminate()
        process.wait(20)


def test_processes_that_share_redis_count_together(redis: Callable[[], str]) -> None:
    url, door = redis(), Limit("door", 3, 9)
    one, other = RateLimiter(url, SECRET), RateLimiter(url, SECRET)

    entered = [doors.hit(door, HERE) for doors in (one, other, one, other)]

    assert entered == [True, True, True, False]
    assert not list(one._own.storage)


def test_without_redis_each_process_counts_by_itself_and_says_so_once(
    app: Flask, new_database: Callable[[], str], caplog: pytest.LogCaptureFixture
) -> None:
    nobody = replace(a_config(new_database()), rate_limit_storage="redis://127.0.0.1:1/0")
    alone = create_app(nobody)

    assert guesses(alone, rate_limits.CODE.per_client + 1).status == 429

    messages = [record.getMessage() for record in caplog.records if record.name == "muster.limits"]
    assert messages == ["Redis cannot be reached: each process counts by itself for a while"]
    assert caplog.records[-1].levelno <= logging.ERROR
    alone.extensions["muster"].engine.dispose()


@pytest.mark.parametrize(("proxies", "last"), [(0, 429), (1, 404)])
def test_an_address_that_a_proxy_names_counts_only_where_a_proxy_is_trusted(
    new_database: Callable[[], str], proxies: int, last: int
) -> None:
    app = create_app(replace(a_config(new_database()), trusted_proxies=proxies))
    for host in range(rate_limits.CODE.per_client + 1):
        person = a_person(app, HERE).opens("code")
        person.client.environ_base["HTTP_X_FORWARDED_FOR"] = f"{THERE}, 198.51.100.{host}"
        person.sends({"code": WRONG, "idle": "60"})

    assert person.status == last
    app.extensions["muster"].engine.dispose()
