"""The first document of a new process: time from start to end, and peak memory.

As a program it builds one document: python -m bench.engines.cold NAME INPUT OUTPUT.
"""

import os
import pickle
import subprocess
import sys
import time
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from bench.engines.contenders import Fpdf2, Typst, WeasyPrint, chromium
from bench.engines.story import ROOT

OURS = "Muster"
_ENGINES = {engine.name: engine for engine in (WeasyPrint, Typst, Fpdf2)}
_MEGABYTE = 1024 * 1024
_LOOK_AGAIN = 0.005


@dataclass(frozen=True, slots=True)
class ColdStart:
    """The time of the whole process in milliseconds, and its peak memory in megabytes."""

    milliseconds: float
    megabytes: float


def measure_cold_start(name: str, prepared: Any, folder: Path) -> ColdStart:  # noqa: ANN401  each engine has its own type of input
    """Measure the building of one document in a new process."""
    given, made = folder / "given", folder / "made.pdf"
    given.write_bytes(pickle.dumps(prepared))
    command = [sys.executable, "-m", "bench.engines.cold", name, str(given), str(made)]
    start = time.perf_counter()
    done = subprocess.run(command, check=True, capture_output=True)  # noqa: S603  a fixed command
    return ColdStart(1000 * (time.perf_counter() - start), int(done.stdout) * 1024 / _MEGABYTE)


def measure_cold_print(address: str, folder: Path) -> ColdStart:
    """Measure the printing of one page with a new Chromium; the memory of its processes is added up.

    Memory that they share is counted once.
    """
    made, most = folder / "made.pdf", 0
    arguments = ["--headless", "--disable-gpu", "--no-pdf-header-footer", f"--print-to-pdf={made}"]
    root = [] if os.geteuid() else ["--no-sandbox"]
    command = [chromium(), *root, *arguments, f"--user-data-dir={folder / 'profile'}", address]
    start = time.perf_counter()
    browser = subprocess.Popen(  # noqa: S603  a fixed command
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    while browser.poll() is None:
        most = max(most, sum(map(_share, _session(browser.pid))))
        time.sleep(_LOOK_AGAIN)
    return ColdStart(1000 * (time.perf_counter() - start), most * 1024 / _MEGABYTE)


def _session(leader: int) -> list[Path]:
    """Return the processes of a session."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[3]) == leader:
            found.append(folder)
    return found


def _share(process: Path) -> int:
    """Return a process's proportional share of memory in kilobytes; 0 if it has ended."""
    try:
        lines = (process / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def _build(name: str, given: Path, made: Path) -> None:
    if name == OURS:
        _without_web()
    prepared = pickle.loads(given.read_bytes())  # noqa: S301  written by this program
    if name == OURS:
        card, whole = prepared
        content = import_module("bench.engines.ours").render(card, whole=whole)
    else:
        content = _ENGINES[name]().build(prepared)
    made.write_bytes(content)
    # getrusage reports the parent's peak if that was higher: the value survives fork and exec.
    status = Path("/proc/self/status").read_text()
    print(next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM:")))


def _without_web() -> None:
    """Import the report alone: importing app builds a web application, which no other engine does."""
    package = ModuleType("app")
    package.__path__ = [str(ROOT / "app")]
    sys.modules["app"] = package


if __name__ == "__main__":
    _build(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
