"""Real outages of a database that last as long as their block, and the checks that nothing is lost."""

import os
import resource
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager
from pathlib import Path

from flask import Flask

from tests.small_disk import filled
from tests.web.respondent import Respondent

Outage = Callable[[Flask], AbstractContextManager[None]]

LONG = "Ä".rjust(2_000, "x")
TYPED = {
    "G1": "2",
    "G1-comment": 'Line one\r\n  <b>two</b> "quoted" & l’autre',
    "G2": "unknown",
    **{f"G{number}-{note}": LONG for number in range(2, 7) for note in ("comment", "evidence")},
}
STORED = {"level": 2, "comment": 'Line one\n  <b>two</b> "quoted" & l’autre'}
_TITLE = {
    "en": "The service is not available at the moment",
    "fr": "Le service est momentanément indisponible",
}

_FILES = ("muster.sqlite", "muster.sqlite-wal", "muster.sqlite-shm")


def meets_the_outage(typing: Respondent) -> None:
    """Save the first page twice, and find everything typed on the page of the failure."""
    typing.sends({**TYPED, "action": "save"})
    first = _kept(typing)
    # Pressing too early loses nothing either.
    typing.sends()

    assert _kept(typing) == first
    assert {name: first[name] for name in TYPED} == {
        **{name: [value] for name, value in TYPED.items()},
        "G1-comment": [STORED["comment"]],
    }
    assert "<b>" not in typing.response.text
    assert "<b>two</b>" in typing.text


def presses_again(typing: Respondent) -> None:
    """Press the button of the page of the failure, and find everything saved."""
    typing.sends()

    assert typing.status == 200
    assert typing.path.endswith(f"/{typing.language}/assessment/{typing.id}/")
    assert typing.stored("G1") == STORED
    assert typing.stored("G2") == {"unknown": True, "comment": LONG, "evidence": LONG}


def _kept(typing: Respondent) -> dict[str, str | list[str]]:
    assert typing.status == 503
    assert typing.response.headers["Retry-After"] == "30"
    assert typing.response.headers["Cache-Control"] == "no-store"
    assert _TITLE[typing.language] in typing.text
    return {n: value for n, value in typing.fields(typing.form()).items() if n != "csrf_token"}


@contextmanager
def locked(app: Flask) -> Iterator[None]:
    """Hold the write lock from another program for longer than the service waits."""
    with closing(sqlite3.connect(_path(app), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@contextmanager
def full(app: Flask) -> Iterator[None]:
    """Fill the disk: a small file system if there is one, else by a limit of the system."""
    path = _path(app)
    with closing(sqlite3.connect(path)) as other:
        # Without this a short change would fit into the present log.
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    if not os.path.ismount(path.parent):
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4_000, hard))
        yield
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        return
    with filled(path.parent):
        yield


@contextmanager
def read_only(app: Flask) -> Iterator[None]:
    """Make the files read-only: immutable for root, by their mode for others."""
    # Some file systems do not apply the attribute to a file that is open already.
    app.extensions["muster"].engine.dispose()
    files = [file for name in _FILES if (file := _path(app).with_name(name)).exists()]
    with ExitStack() as afterwards:
        if os.getuid() == 0:
            _immutable("+i", files)
            afterwards.callback(_immutable, "-i", files)
        else:
            for file in files:
                file.chmod(0o400)
                afterwards.callback(file.chmod, 0o600)
        yield


@contextmanager
def gone(app: Flask) -> Iterator[None]:
    """Remove the files."""
    away = _path(app).with_name("away")
    away.mkdir(exist_ok=True)
    files = [file for name in _FILES if (file := _path(app).with_name(name)).exists()]
    for file in files:
        file.rename(away / file.name)
    yield
    for file in files:
        (away / file.name).rename(file)


def _path(app: Flask) -> Path:
    return Path(str(app.extensions["muster"].engine.url.database))


def _immutable(how: str, files: list[Path]) -> None:
    program = shutil.which("chattr")
    assert program, "chattr is missing (Debian: e2fsprogs)"
    subprocess.run([program, how, *files], check=True)  # noqa: S603  our own words
