"""Many people on one page of one assessment: each adds one to the same number, and none may be lost."""

import threading
import time
from dataclasses import dataclass, field

from bench.reliability.person import Person, Response
from bench.reliability.server import Server

QUESTION = "G1"


@dataclass
class Adder:
    """Somebody who reads the number, adds one, and tries again when another was faster."""

    person: Person
    name: str
    until: float
    added: int = 0
    conflicts: int = 0
    waits: list[float] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def work(self) -> None:
        """Add until the time is over."""
        while time.monotonic() < self.until:
            start = time.perf_counter()
            page = self.person.get(f"{self.person.address}/G")
            shown = time.perf_counter()
            # Signed: two people who save the very same do not disturb each other.
            saved = self.person.save("G", page, f"{_number(page) + 1} {self.name}")
            self.waits += [shown - start, time.perf_counter() - shown]
            self.added += saved.status == 302
            self.conflicts += saved.status == 409
            if page.status != 200 or saved.status not in (302, 409):
                self.faults.append(f"{page.status} when shown, {saved.status} when saved")


@dataclass(frozen=True, slots=True)
class CrowdResult:
    """What became of it: numbers added, conflicts, the number found at the end, and waits in seconds."""

    people: int
    added: int
    found: int
    conflicts: int
    median_wait: float
    worst_wait: float
    faults: tuple[str, ...]


def run_crowd(server: Server, people: int, seconds: float) -> CrowdResult:
    """Let the people add for some seconds, then read the number."""
    server.start()
    owner = Person((server.port,))
    owner.begin()
    until = time.monotonic() + seconds
    adders = [Adder(owner.another_at_same_page(), f"person {n}", until) for n in range(people)]
    threads = [threading.Thread(target=adder.work) for adder in adders]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    found = _number(owner.get(f"{owner.address}/G"))
    server.stop()
    waits = sorted(wait for adder in adders for wait in adder.waits)
    faults = [fault for adder in adders for fault in adder.faults]
    faults += [
        line for line in server.log.read_text().splitlines() if "locked" in line or "Traceback" in line
    ]
    return CrowdResult(
        people,
        sum(adder.added for adder in adders),
        found,
        sum(adder.conflicts for adder in adders),
        waits[len(waits) // 2],
        waits[-1],
        tuple(faults),
    )


def _number(page: Response) -> int:
    return int((page.comments.get(QUESTION) or "0").split()[0])
