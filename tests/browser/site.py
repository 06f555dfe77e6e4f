"""The real application behind the real server, for as long as a test run lasts."""

import os
import secrets
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.request import urlopen

from flask import Flask

from app import create_app
from app.config import from_environment
from app.maturity.questionnaire import Questionnaire
from tests.browser.older_version import add_older_version
from tests.installed_copy import lay_out_copy


@dataclass(frozen=True)
class Site:
    """A running application: the address that a browser finds it at, and its twin in this process."""

    app: Flask
    address: str
    house: Path

    @property
    def questionnaire(self) -> Questionnaire:
        """Return the questionnaire that the site asks."""
        found: Questionnaire = self.app.extensions["muster"].versions.newest
        return found


@contextmanager
def running(folder: Path) -> Iterator[Site]:
    """Serve the application as ``make run`` does, on a free port, from a database in the folder."""
    settings = {
        "DATABASE_URL": f"sqlite:///{folder / 'muster.sqlite'}",
        "SECRET_KEY": secrets.token_hex(32),
        "PEPPER": secrets.token_hex(32),
        "OPERATOR_CONTACT": "operator@muster.example",
    }
    house = lay_out_copy(folder / "house")
    add_older_version(house / "questionnaires")
    twin = create_app(replace(from_environment(settings), questionnaires=house / "questionnaires"))
    with socket.create_server(("127.0.0.1", 0)) as listening, (folder / "server.log").open("wb") as log:
        address = f"http://127.0.0.1:{listening.getsockname()[1]}"
        bind = f"fd://{listening.fileno()}"
        server = subprocess.Popen(  # noqa: S603  our own server, with arguments of our own
            [sys.executable, "-m", "gunicorn", "--workers", "1", "--bind", bind, "wsgi:app"],
            cwd=house,
            env={**os.environ, **settings},
            pass_fds=[listening.fileno()],
            stdout=log,
            stderr=log,
        )
        try:
            # The socket listens already: the first answer comes when the application stands.
            with urlopen(f"{address}/readyz", timeout=120):  # noqa: S310  our own address
                pass
            yield Site(twin, address, house)
        finally:
            server.terminate()
            server.wait(30)
            twin.extensions["muster"].engine.dispose()
