"""Ordinary use for a long time, to see whether memory or open files grow with it."""

import random
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from bench.reliability.person import Person
from bench.reliability.server import Server

_SAMPLES = 120
# Nobody reads as fast, and the machine has other things to do for twenty minutes.
_SECONDS_TO_READ = 0.05
PAGES = ("", "G", "check", "results", "code", "profile", "opinions", "targets", "files/assessment.json")


@dataclass(frozen=True, slots=True)
class Sample:
    """One moment of one process: seconds since the start, memory in MB, open files."""

    seconds: float
    process: int
    megabytes: float
    files: int


@dataclass
class Visitor:
    """Somebody who reads pages, saves one now and then, and seldom asks for the PDF."""

    person: Person
    until: float
    asked: int = 0
    turned_away: int = 0
    faults: list[str] = field(default_factory=list)

    def work(self) -> None:
        """Visit pages until the time is over, and begin another assessment now and then."""
        chance = random.Random()  # noqa: S311  nothing secret
        while time.monotonic() < self.until:
            kind = chance.random()
            if kind < 0.01:
                self.person = Person(self.person.ports)
                self.person.begin()
            elif kind < 0.03:
                self._download()
            elif kind < 0.3:
                page = self.person.get(f"{self.person.address}/G")
                self._expect(302, self.person.save("G", page, f"Note {self.asked}").status)
            else:
                path = f"{self.person.address}/{chance.choice(PAGES)}"
                self._expect(200, self.person.get(path).status)
            self.asked += 1
            time.sleep(_SECONDS_TO_READ)

    def _download(self) -> None:
        """Ask for the PDF; all people here share one address, to which a minute gives only so many."""
        status = self.person.get(f"{self.person.address}/files/scorecard.pdf").status
        if status == 429:
            self.turned_away += 1
        else:
            self._expect(200, status)

    def _expect(self, status: int, given: int) -> None:
        if given != status:
            self.faults.append(f"{given} instead of {status}")


@dataclass(frozen=True, slots=True)
class SoakResult:
    """How many requests were answered, how many PDFs the limit refused, the samples taken, and faults."""

    requests: int
    turned_away: int
    samples: tuple[Sample, ...]
    faults: tuple[str, ...]


def soak(server: Server, people: int, seconds: float, report: Callable[[str], None]) -> SoakResult:
    """Let the people visit for some seconds, and sample every process of the server meanwhile."""
    server.start()
    start = time.monotonic()
    visitors = [Visitor(Person((server.port,)), start + seconds) for _ in range(people)]
    for visitor in visitors:
        visitor.person.begin()
    threads = [threading.Thread(target=visitor.work) for visitor in visitors]
    for thread in threads:
        thread.start()
    samples: list[Sample] = []
    while (now := time.monotonic() - start) < seconds:
        samples += [_sample(now, process) for process in server.processes()]
        if len(samples) % 30 == 0:
            report(" ".join(f"{each.megabytes:.1f} MB, {each.files} files;" for each in samples[-3:]))
        time.sleep(seconds / _SAMPLES)
    for thread in threads:
        thread.join()
    server.stop()
    return SoakResult(
        sum(visitor.asked for visitor in visitors),
        sum(visitor.turned_away for visitor in visitors),
        tuple(samples),
        tuple(fault for visitor in visitors for fault in visitor.faults),
    )


def _sample(now: float, process: int) -> Sample:
    status = Path(f"/proc/{process}/status").read_text()
    kilobytes = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS"))
    return Sample(now, process, kilobytes / 1024, len(list(Path(f"/proc/{process}/fd").iterdir())))
