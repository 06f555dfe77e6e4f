"""An isolated process opens no socket, starts no process and changes no file."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.exchange.limited import limited_process
from app.exchange.limited.limited_process import Limits

ISOLATED = Limits(isolated=True)

ATTEMPTS = {
    "an internet socket": "import socket\nsocket.socket()",
    "a socket of version 6": "import socket\nsocket.socket(socket.AF_INET6, socket.SOCK_DGRAM)",
    "a local socket": "import socket\nsocket.socket(socket.AF_UNIX)",
    "a pair of sockets": "import socket\nsocket.socketpair()",
    "a copy of itself": "import os\nos.fork()",
    "a thread": "import threading\nthreading.Thread(target=print).start()",
    "another program": "import os\nos.execv('/bin/true', ['true'])",
    "a signal to the service": "import os\nos.kill(os.getppid(), 0)",
    "a signal with a word to the service": (
        "import ctypes, os\nlibc = ctypes.CDLL(None)\nword = ctypes.create_string_buffer(128)\n"
        "word[8:12] = bytes([255] * 4)\nnumber = {{'x86_64': 129, 'aarch64': 138}}[os.uname().machine]\n"
        "if libc.syscall(number, os.getppid(), 0, word):\n    raise PermissionError"
    ),
    "a file": "open({path!r}, 'w')",
    "a folder": "import os\nos.mkdir({path!r})",
    "a deletion": "import os\nos.unlink({kept!r})",
    "a longer file": "open({kept!r}, 'a')",
    "a file in memory": "import os\nos.memfd_create('name')",
    "a new name": "import os\nos.rename({kept!r}, {path!r})",
    "another owner": "import os\nos.chown({kept!r}, os.getuid(), os.getgid())",
    "other rights": "import os\nos.fchmod(os.open({kept!r}, os.O_RDONLY), 0o600)",
    "another day": "import os\nos.utime({kept!r}, (0, 0))",
    "an attribute": "import os\nos.setxattr({kept!r}, 'user.word', b'word')",
}
# It prints what an attempt raises, and "done" if it raises nothing.
PROGRAM = """
try:
    exec(compile({attempt!r}, "attempt", "exec"))
    print("done")
except Exception as error:
    print(type(error).__name__)
"""


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    file = tmp_path / "kept"
    file.write_text("as it was")
    return file


def outcome(attempt: str, folder: Path, limits: Limits) -> str:
    """Return what became of an attempt within a limited process."""
    program = folder / "program.py"
    filled = attempt.format(path=str(folder / "new"), kept=str(folder / "kept"))
    program.write_text(PROGRAM.format(attempt=filled))
    return limited_process.run(program, b"", limits).decode().strip()


@pytest.mark.parametrize("attempt", ATTEMPTS.values(), ids=ATTEMPTS.keys())
def test_an_isolated_process_is_refused(attempt: str, kept: Path) -> None:
    assert outcome(attempt, kept.parent, ISOLATED) in ("PermissionError", "RuntimeError")
    assert [each.name for each in kept.parent.iterdir() if each.name != "program.py"] == ["kept"]
    assert kept.read_text() == "as it was"


@pytest.mark.parametrize(
    "name", ["an internet socket", "a local socket", "a thread", "a signal to the service"]
)
def test_without_isolation_the_same_attempts_succeed(name: str, kept: Path) -> None:
    assert outcome(ATTEMPTS[name], kept.parent, Limits()) == "done"


def test_an_isolated_process_still_reads_and_answers(kept: Path) -> None:
    attempt = "import zipfile, zlib, json\nassert open({kept!r}).read() == 'as it was'"

    assert outcome(attempt, kept.parent, ISOLATED) == "done"


@pytest.fixture
def port() -> Iterator[int]:
    """Listen on this machine, and yield the port."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def test_where_calls_cannot_be_refused_a_network_of_its_own_leads_nowhere(port: int, tmp_path: Path) -> None:
    attempt = (
        "import socket\nfrom app.exchange.limited import isolation\n"
        "left = {leaves} and not isolation.leave_network()\n"
        f"print('no namespaces') if left else socket.create_connection(('127.0.0.1', {port})).close()"
    )

    alone = outcome(attempt.replace("{leaves}", "True"), tmp_path, Limits())
    if "no namespaces" in alone:
        pytest.skip("this machine allows no namespaces")

    assert alone == "OSError"
    assert outcome(attempt.replace("{leaves}", "False"), tmp_path, Limits()) == "done"


def test_a_program_that_cannot_be_isolated_is_not_run(tmp_path: Path) -> None:
    # As on a system that is not Linux.
    program = tmp_path / "program.py"
    program.write_text("print('run')")
    starter = tmp_path / "starter.py"
    starter.write_text(
        "import sys\nfrom app.exchange.limited import isolation, limited_program\n"
        "isolation.isolate = lambda: False\n"
        f"sys.argv[1:] = [{str(program)!r}, sys.stdin.read()]\nlimited_program.main()"
    )
    settings = b'{"memory": 1000000000, "seconds": 5, "open_files": null, "isolated": true}'

    with pytest.raises(limited_process.NotIsolatedError):
        limited_process.run(starter, settings)
