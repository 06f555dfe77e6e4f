"""A whole server, all its processes, which can be killed at once and started again on the same port."""

import http.client
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from app.config import ROOT
from bench.server import free_port

_SECONDS_TO_START = 120
SECRETS = {"SECRET_KEY": "s" * 32, "PEPPER": "p" * 32}


@dataclass
class Server:
    """The product's server as make run starts it, on a database; its log is kept in a folder."""

    url: str
    folder: Path
    port: int = field(default_factory=free_port)
    _process: subprocess.Popen[bytes] | None = None

    @property
    def log(self) -> Path:
        """Return the file with the output of every start."""
        return self.folder / f"{self.port}.log"

    def start(self) -> None:
        """Start, and wait until it says that it is ready."""
        environment = {**os.environ, **SECRETS, "DATABASE_URL": self.url, "PORT": str(self.port)}
        command = [sys.executable, "-m", "gunicorn", "wsgi:app", "--log-level", "error"]
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(  # noqa: S603  our own words
                command, cwd=ROOT, env=environment, stdout=log, stderr=log, process_group=0
            )
        until = time.monotonic() + _SECONDS_TO_START
        while not self._is_ready():
            status = self._process.poll()
            if status is not None or time.monotonic() > until:
                raise RuntimeError(f"The server did not start ({status}): {self.log.read_text()[-2000:]}")
            time.sleep(0.05)

    def kill(self) -> None:
        """Kill every process of it at once, as nothing can prevent."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """Stop it as an operator does."""
        self._end(signal.SIGTERM)

    def processes(self) -> list[int]:
        """Name its processes: the first, then its workers."""
        assert self._process is not None  # noqa: S101  asked of a running server only
        first = self._process.pid
        children = Path(f"/proc/{first}/task/{first}/children").read_text().split()
        return [first, *map(int, children)]

    def _end(self, how: signal.Signals) -> None:
        if self._process is not None:
            # Of a server that ended by itself, workers may be left.
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, how)
            self._process.wait(60)
            self._process = None

    def _is_ready(self) -> bool:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request("GET", "/readyz")
            return connection.getresponse().status == 200
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()
