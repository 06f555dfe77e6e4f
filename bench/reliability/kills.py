"""People save pages while the whole server is killed again and again, and now and then its database."""

import random
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from bench.reliability.person import Person
from bench.reliability.server import Server
from bench.reliability.writer import Writer

_SECONDS_TO_SAVE = 120


class Database(Protocol):
    """A database server that can be killed and started again."""

    def kill(self) -> None:
        """Stop at once."""

    def start(self) -> None:
        """Start again, and wait until it answers."""


@dataclass(frozen=True, slots=True)
class KillResult:
    """What happened: kills, saves acknowledged, saves that got no answer, refusals, and faults found."""

    kills: int
    database_kills: int
    saves: int
    unanswered: int
    refused: int
    faults: tuple[str, ...]


@dataclass
class KillTrial:
    """People at work on a server, and what is killed under them."""

    server: Server
    people: int
    database: Database | None = None

    def __post_init__(self) -> None:
        self._chance = random.Random()  # noqa: S311  nothing secret
        self._outage = threading.Event()
        self._writers = [Writer(Person((self.server.port,)), self._outage) for _ in range(self.people)]
        self._faults: list[str] = []

    def run(self, kills: int, report: Callable[[str], None]) -> KillResult:
        """Kill the server so many times; the fifth time its database too, the tenth that alone before."""
        database_kills = 0
        self.server.start()
        for writer in self._writers:
            writer.person.begin()
            writer.start()
        number = 0
        try:
            while number < kills:
                number += 1
                database_kills += self._kill(number)
                if number % 10 == 0:
                    report(f"{number} kills, {self._saves()} saves acknowledged")
        except KeyboardInterrupt:
            report("stopped early")
            self.server.kill()
            if self.database is not None:
                self._kill_database(self.database)
            self.server.start()
        self._until_all_saved()
        for writer in self._writers:
            writer.finish()
        self.server.stop()
        return KillResult(
            number,
            database_kills,
            self._saves(),
            sum(writer.unanswered for writer in self._writers),
            sum(writer.refused for writer in self._writers),
            tuple(self._faults + [fault for writer in self._writers for fault in writer.faults]),
        )

    def _saves(self) -> int:
        return sum(writer.saves for writer in self._writers)

    def _kill(self, number: int) -> int:
        """Kill once, and return how many times the database was killed with it."""
        database_kills = 0
        if self.database is not None and number % 10 == 5:
            self._until_all_saved()
            self._kill_database(self.database)
            database_kills += 1
        self._until_all_saved()
        time.sleep(self._chance.uniform(0, 0.5))
        self.server.kill()
        if self.database is not None and number % 5 == 0:
            self._kill_database(self.database)
            database_kills += 1
        self.server.start()
        return database_kills

    def _kill_database(self, database: Database) -> None:
        self._outage.set()
        database.kill()
        time.sleep(0.2)
        database.start()
        self._outage.clear()

    def _until_all_saved(self) -> None:
        before = [writer.saves for writer in self._writers]
        until = time.monotonic() + _SECONDS_TO_SAVE
        while any(writer.saves == saves for writer, saves in zip(self._writers, before, strict=True)):
            if time.monotonic() > until:
                self._faults.append(f"somebody could not save for {_SECONDS_TO_SAVE} seconds")
                return
            if any(writer.faults for writer in self._writers):
                return
            time.sleep(0.01)
