"""A copy of the project in a folder of its own, and a server that runs there."""

import http.client
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

from app.config import ROOT

_TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')
_LINES = ("wsgi.py", "gunicorn.conf.py")
_SECONDS_TO_START = 60


def lay_out_copy(folder: Path) -> Path:
    """Lay out the project in a folder, its code linked and its questionnaire copied."""
    folder.mkdir(exist_ok=True)
    for name in ("app", "docs"):
        (folder / name).symlink_to(ROOT / name)
    for name in _LINES:
        shutil.copy(ROOT / name, folder / name)
    shutil.copytree(ROOT / "questionnaires", folder / "questionnaires")
    return folder


def run(folder: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run Python in the folder to its end."""
    return subprocess.run(  # noqa: S603  our own interpreter
        [sys.executable, *arguments],
        cwd=folder,
        env=_environment(settings),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@dataclass
class Server:
    """A running server; what it prints is complete once it has ended."""

    socket: Path
    log: Path
    cookies: dict[str, str] = field(default_factory=dict)

    @property
    def printed(self) -> str:
        """Return what the server has printed so far."""
        return self.log.read_text()

    def get(self, path: str) -> tuple[int, str]:
        """Fetch a page."""
        return self._ask("GET", path)

    def post(self, path: str, page: str, typed: dict[str, str]) -> tuple[int, str]:
        """Send a form with the token of a page; gives where it leads, or the page."""
        found = _TOKEN.search(page)
        assert found is not None
        body = urlencode({"csrf_token": found[1], **typed})
        return self._ask("POST", path, body.encode(), {"Content-Type": "application/x-www-form-urlencoded"})

    def _ask(
        self, method: str, path: str, body: bytes | None = None, headers: dict[str, str] | None = None
    ) -> tuple[int, str]:
        connection = http.client.HTTPConnection("127.0.0.1", int(self.socket.read_text()), timeout=60)
        cookie = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        connection.request(method, path, body, {**cookie, **(headers or {})})
        response = connection.getresponse()
        content = response.read().decode()
        for name, value in response.getheaders():
            if name == "Set-Cookie":
                key, _, rest = value.partition("=")
                self.cookies[key] = rest.partition(";")[0]
        connection.close()
        return response.status, response.headers.get("Location") or content


@contextmanager
def serve(folder: Path, name: str, **settings: str) -> Iterator[Server]:
    """Serve from the folder by gunicorn, on a free port, until the block ends."""
    port, log = folder / f"{name}.port", folder / f"{name}.log"
    # Port 0 lets the system choose.
    # Each worker writes it to its own file and moves that into place, so that nobody reads half a number.
    hook = f"""
import os
def post_fork(server, worker):
    draft = {str(port)!r} + "." + str(os.getpid())
    with open(draft, "w") as file:
        file.write(str(server.LISTENERS[0].getsockname()[1]))
    os.replace(draft, {str(port)!r})
"""
    own = folder / f"{name}.conf.py"
    own.write_text((folder / "gunicorn.conf.py").read_text() + f"\nworkers = 1\n{hook}\n")
    with log.open("w") as out:
        process = subprocess.Popen(  # noqa: S603  our own interpreter
            [sys.executable, "-m", "gunicorn", "-c", str(own), "wsgi:app"],
            cwd=folder,
            env=_environment({"PORT": "0", **settings}),
            stdout=out,
            stderr=subprocess.STDOUT,
        )
        try:
            _wait(port, process)
            yield Server(port, log)
        finally:
            process.terminate()
            process.wait(30)


def _wait(port: Path, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + _SECONDS_TO_START
    while not (port.exists() and port.read_text()):
        assert process.poll() is None, "the server ended"
        assert time.monotonic() < until, "the server did not start"
        time.sleep(0.05)


def _environment(settings: dict[str, str]) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "LANG", "TMPDIR")}
    return {**kept, "PYTHONPATH": "", "PYTHONDONTWRITEBYTECODE": "1", **settings}
