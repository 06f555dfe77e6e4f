"""Run a program that reads an untrusted file, in a process whose memory and time are limited.

This file is also the program that sets the limits, then runs the other one. It imports nothing of this
application, so that the process starts quickly and is given no secret.
"""

import contextlib
import resource
import runpy
import subprocess
import sys
from pathlib import Path

# The usual libraries take 100 MB; a hostile file can make any of them allocate and compute without end.
_MEMORY = 512 * 1024 * 1024
_SECONDS = 5
# It may wait for its turn on a busy machine before it has used its time.
_WAIT_SECONDS = 20


class LimitedProcessError(Exception):
    """The program met a limit, or failed."""


def run(program: Path, data: bytes) -> bytes:
    """Return what a program writes to standard output when it reads the data from standard input.

    Raises LimitedProcessError. The program cannot write files and gets no environment, which holds the
    service’s secrets.
    """
    try:
        return subprocess.run(  # noqa: S603  # the arguments are constants
            [sys.executable, "-I", __file__, str(program)],
            input=data,
            capture_output=True,
            timeout=_WAIT_SECONDS,
            check=True,
            env={},
        ).stdout
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
        raise LimitedProcessError from None


def _limit_resources() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # macOS refuses a limit of the address space; there the limits of time and of the programs remain.
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


if __name__ == "__main__":
    _limit_resources()
    runpy.run_path(sys.argv[1], run_name="__main__")
