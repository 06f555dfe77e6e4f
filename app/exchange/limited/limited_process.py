"""Run a program that reads an untrusted file, in a process whose memory, time and rights are limited."""

import json
import signal
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

# It sets the limits in the process, then runs the other one.
_LIMITED_PROGRAM = Path(__file__).with_name("limited_program.py")
# With this status it says that it could not be isolated.
_NOT_ISOLATED = 77

_OUT_OF_TIME = (-signal.SIGXCPU, -signal.SIGKILL)


class LimitedProcessError(Exception):
    """The program met a limit, or failed."""


class OutOfTimeError(LimitedProcessError):
    """The program took more time than it may, or the machine ended it."""


class NotIsolatedError(LimitedProcessError):
    """This machine offers no way to run a program that can open no socket; it was not run."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a process may use: bytes of memory, seconds of computing, seconds in all, files open at a time.

    The usual libraries take 100 MB; a hostile file can make any of them allocate and compute without end. A
    process may wait for its turn on a busy machine before it has used its time. An ``isolated`` process opens
    no socket, starts no process and changes no file.
    """

    memory: int = 512 * 1024 * 1024
    seconds: int = 5
    wait_seconds: int = 20
    open_files: int | None = None
    isolated: bool = False


def run(program: Path, data: bytes, limits: Limits | None = None) -> bytes:
    """Return what a program writes to standard output when it reads the data from standard input.

    Raises LimitedProcessError. The program cannot write files and gets no environment, which holds the
    service’s secrets. It may import modules of this application: only their own code runs, not the
    application’s.
    """
    limits = limits or Limits()
    arguments = [sys.executable, "-I", str(_LIMITED_PROGRAM), str(program), json.dumps(asdict(limits))]
    failure = None
    try:
        done = subprocess.run(  # noqa: S603  # the arguments are constants
            arguments, input=data, capture_output=True, timeout=limits.wait_seconds, check=False, env={}
        )
    except subprocess.TimeoutExpired:
        failure = OutOfTimeError()
    # Raised outside, so that no error refers to what the program wrote.
    if failure is None and done.returncode == 0:
        return done.stdout
    raise failure or _failure(done.returncode)


def _failure(status: int) -> LimitedProcessError:
    if status in _OUT_OF_TIME:
        return OutOfTimeError()
    return NotIsolatedError() if status == _NOT_ISOLATED else LimitedProcessError()
