"""A short round of what make reliability does for an hour, and a second server that takes over."""

import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from bench.reliability.crowd import run_crowd
from bench.reliability.kills import KillTrial
from bench.reliability.person import CONNECTION_ERRORS, Person, Response
from bench.reliability.server import Server
from tests.postgresql import Cluster

KILLS = 5


@pytest.fixture
def servers() -> Iterator[list[Server]]:
    """Kill at the end what a failed test left running."""
    started: list[Server] = []
    yield started
    for server in started:
        server.kill()


def a_server(servers: list[Server], url: str, folder: Path) -> Server:
    servers.append(Server(url, folder))
    return servers[-1]


def test_sqlite_loses_nothing_when_the_server_is_killed(servers: list[Server], tmp_path: Path) -> None:
    server = a_server(servers, f"sqlite:///{tmp_path / 'muster.db'}", tmp_path)

    toll = KillTrial(server, 4).run(KILLS, print)

    assert not toll.faults
    assert toll.kills == KILLS
    assert toll.saves > KILLS * 4
    assert "Traceback" not in server.log.read_text()


def test_postgresql_loses_nothing_when_the_server_is_killed_and_the_database_too(
    servers: list[Server], durable: Cluster, tmp_path: Path
) -> None:
    toll = KillTrial(a_server(servers, durable.lend(), tmp_path), 4, durable).run(KILLS, print)

    assert not toll.faults
    assert (toll.kills, toll.database_kills) == (KILLS, 2)
    assert toll.saves > KILLS * 4


def test_of_many_people_on_one_page_nobody_overwrites_another(servers: list[Server], tmp_path: Path) -> None:
    crowd = run_crowd(a_server(servers, f"sqlite:///{tmp_path / 'muster.db'}", tmp_path), 64, 3)

    assert not crowd.faults
    assert crowd.added == crowd.found > 0
    assert crowd.conflicts > 0


def test_of_two_servers_on_one_database_one_may_die_at_the_cost_of_one_retry(
    servers: list[Server], durable: Cluster, tmp_path: Path
) -> None:
    url = durable.lend()
    left, right = (a_server(servers, url, tmp_path) for _ in range(2))
    left.start()
    right.start()
    person = Person((left.port, right.port))
    person.begin()
    retries = 0

    def click(ask: Callable[[], Response]) -> Response:
        nonlocal retries
        try:
            return ask()
        except CONNECTION_ERRORS:
            # The next one goes to the other server, as a proxy in front would send it.
            retries += 1
            return ask()

    for number in range(1, 21):
        page = click(lambda: person.get(f"{person.address}/G"))
        assert set(page.comments.values()) == ({str(number - 1)} if number > 1 else {""})
        if number == 10:
            assert retries == 0
            threading.Timer(0.02, right.kill).start()
        saved = click(partial(person.save, "G", page, str(number)))
        assert saved.status == 302

    assert set(click(lambda: person.get(f"{person.address}/G")).comments.values()) == {"20"}
    assert retries > 0
