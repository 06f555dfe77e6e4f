"""A PostgreSQL server of the tests' own, in a folder of its own, reached by a socket there."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from dataclasses import dataclass, field
from functools import cache
from itertools import count
from pathlib import Path

import psycopg

from app.storage.startup import open_database

MISSING = "PostgreSQL is not installed (Debian: postgresql); its tests are left out."

_SECONDS_TO_START = 60
# Nothing that a test of the pages writes need outlive the machine.
_HASTY = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


@cache
def programs() -> Path | None:
    """Find the newest PostgreSQL's programs, as Debian lays them out; None if there are none."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    return found[-1].parent if found else None


@dataclass
class Cluster:
    """A server that can be stopped, killed and started again; ``hasty`` gives up durability for speed."""

    hasty: bool = True
    folder: Path = field(default_factory=lambda: Path(tempfile.mkdtemp(prefix="muster-")))
    _process: subprocess.Popen[bytes] | None = None
    _free: list[str] = field(default_factory=list)
    _names: "count[int]" = field(default_factory=lambda: count(1))

    def create(self) -> None:
        """Lay out the folder, and start."""
        if os.getuid() == 0:
            shutil.chown(self.folder, _owner())
        asked = ("--auth=trust", "--username=muster", "--encoding=UTF8", "--no-locale", "--no-sync")
        assert self._begin("initdb", *asked, str(self.folder / "data")).wait(60) == 0, self._log.read_text()
        self.start()

    def start(self) -> None:
        """Start, and wait until it answers."""
        settings = (f"unix_socket_directories={self.folder}", "listen_addresses=", "max_connections=200")
        each = [word for setting in (*settings, *(_HASTY * self.hasty)) for word in ("-c", setting)]
        self._process = self._begin("postgres", "-D", str(self.folder / "data"), *each)
        until = time.monotonic() + _SECONDS_TO_START
        while True:
            try:
                psycopg.connect(self._conninfo).close()
            except psycopg.OperationalError:
                assert time.monotonic() < until, self._log.read_text()
                time.sleep(0.02)
            else:
                return

    def stop(self) -> None:
        """Stop in order: connections are cut, what was committed is written out."""
        self._end(signal.SIGINT)

    def kill(self) -> None:
        """Stop at once, as in a loss of power that spares the disk."""
        self._end(signal.SIGQUIT)

    def remove(self) -> None:
        """Stop, and leave nothing behind."""
        self._end(signal.SIGQUIT)
        shutil.rmtree(self.folder)

    def lend(self) -> str:
        """Return the address of an empty database."""
        if self._free:
            return self._free.pop()
        name = f"muster{next(self._names)}"
        with psycopg.connect(self._conninfo, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}".encode())
        return f"postgresql+psycopg://muster@/{name}?host={self.folder}"

    def lend_migrated(self) -> str:
        """Return the address of a database with today's schema and no rows."""
        url = self.lend()
        open_database(url).dispose()
        return url

    def take_back(self, url: str) -> None:
        """Empty a database to lend it again: a new one costs far more."""
        with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as connection:
            connection.execute("SET lock_timeout = '10s'")
            connection.execute("DROP SCHEMA public CASCADE")
            connection.execute("CREATE SCHEMA public")
        self._free.append(url)

    def _end(self, how: signal.Signals) -> None:
        if self._process is not None:
            self._process.send_signal(how)
            self._process.wait(60)
            self._process = None

    @property
    def _conninfo(self) -> str:
        return f"host={self.folder} user=muster dbname=postgres"

    @property
    def _log(self) -> Path:
        return self.folder / "log"

    def _begin(self, name: str, *words: str) -> subprocess.Popen[bytes]:
        folder = programs()
        assert folder is not None, MISSING
        # PostgreSQL refuses to run as root.
        owner = _owner() if os.getuid() == 0 else None
        with self._log.open("ab") as log:
            return subprocess.Popen(  # noqa: S603  our own words
                [folder / name, *words],
                cwd=self.folder,
                stdout=log,
                stderr=log,
                user=owner,
                group=pwd.getpwnam(owner).pw_gid if owner else None,
                extra_groups=[] if owner else None,
            )


def _owner() -> str:
    return "postgres" if "postgres" in {user.pw_name for user in pwd.getpwall()} else "nobody"
