"""python -m bench.reliability kills|crowd|soak [--database sqlite|postgresql] [--kills N] [--seconds N]."""

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.reliability.crowd import run_crowd
from bench.reliability.kills import KillTrial
from bench.reliability.server import Server
from bench.reliability.soak import Sample, soak
from tests.postgresql import Cluster

_PEOPLE_UNDER_SIEGE, _PEOPLE_IN_A_CROWD, _PEOPLE_IN_A_SOAK = 4, 64, 4
_CROWD_SECONDS, _SOAK_SECONDS = 60, 1260


def main() -> int:
    """Run a measurement and print its figures; return the exit code, which is not 0 if anything was lost."""
    parser = argparse.ArgumentParser(prog="bench.reliability")
    parser.add_argument("kind", choices=("kills", "crowd", "soak"))
    parser.add_argument("--database", choices=("sqlite", "postgresql"), default="sqlite")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seconds", type=float)
    asked = parser.parse_args()
    print(f"{asked.kind} on {asked.database}", flush=True)
    with tempfile.TemporaryDirectory() as folder, _database(asked.database, Path(folder)) as (url, cluster):
        server = Server(url, Path(folder))
        start = time.monotonic()
        try:
            faults = _run(asked, server, cluster)
        finally:
            server.kill()
    print(f"{time.monotonic() - start:.0f} seconds, {len(faults)} faults")
    for fault in faults[:20]:
        print(f"  {fault}")
    return 1 if faults else 0


def _run(asked: argparse.Namespace, server: Server, cluster: Cluster | None) -> tuple[str, ...]:
    if asked.kind == "kills":
        toll = KillTrial(server, _PEOPLE_UNDER_SIEGE, cluster).run(asked.kills, _print_progress)
        print(f"{toll.kills} kills of the server, {toll.database_kills} of the database,")
        print(f"{toll.saves} saves acknowledged, {toll.unanswered} unanswered, {toll.refused} refused")
        return toll.faults
    if asked.kind == "crowd":
        crowd = run_crowd(server, _PEOPLE_IN_A_CROWD, asked.seconds or _CROWD_SECONDS)
        print(
            f"{crowd.people} people added {crowd.added} and found {crowd.found}, {crowd.conflicts} conflicts;"
        )
        print(f"half waited at most {crowd.median_wait:.3f} s, the worst wait was {crowd.worst_wait:.3f} s")
        return crowd.faults if crowd.added == crowd.found else (*crowd.faults, "an update was lost")
    soaked = soak(server, _PEOPLE_IN_A_SOAK, asked.seconds or _SOAK_SECONDS, _print_progress)
    print(f"{soaked.requests} requests, {soaked.turned_away} PDFs refused by the limit of a minute")
    for process in sorted({sample.process for sample in soaked.samples}):
        _quarters([sample for sample in soaked.samples if sample.process == process])
    return soaked.faults


def _quarters(samples: list[Sample]) -> None:
    """Print the mean memory and the most files of each quarter of the time."""
    for quarter in range(4):
        part = samples[len(samples) * quarter // 4 : len(samples) * (quarter + 1) // 4]
        mean = sum(sample.megabytes for sample in part) / len(part)
        print(
            f"  quarter {quarter + 1}: {mean:7.1f} MB, at most {max(sample.files for sample in part)} files"
        )
    print()


@contextmanager
def _database(kind: str, folder: Path) -> Iterator[tuple[str, Cluster | None]]:
    if kind == "sqlite":
        yield f"sqlite:///{folder / 'instance' / 'muster.sqlite'}", None
        return
    cluster = Cluster(hasty=False)
    try:
        cluster.create()
        yield cluster.lend(), cluster
    finally:
        cluster.remove()


def _print_progress(words: str) -> None:
    print(f"  {words}", flush=True)


sys.exit(main())
