"""Measure a position among 10^3 to 10^6 contributions, and its upkeep, on both kinds of database."""

import os
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from statistics import median

from sqlalchemy import Engine, insert, text

from app.maturity.answers import ORGANISATION_TYPES, SIZE_BANDS
from app.maturity.peers.cohort import Cell
from app.maturity.peers.contribution import OVERALL, Contribution
from app.maturity.peers.position import cohort_standings
from app.storage.database.engine import for_reading, for_writing
from app.storage.database.tables import ContributionRow
from app.storage.peers import contributions, snapshots
from app.storage.peers.edition import Edition
from app.storage.startup import open_database
from tests import postgresql

SIZES = (1_000, 10_000, 100_000, 1_000_000)
LETTERS = "GIASPCELV"
EDITION = Edition("1.1", "full")

_AT_ONCE = 5_000
_VIEWS, _CHANGES = 200, 100
_ALL_PENDING = text(
    "INSERT INTO pending"
    " (version, variant, receipt_digest, organisation_type, size_band, measures, scores_digest)"
    " SELECT version, variant, receipt_digest, '', '', '', receipt_digest FROM contributions"
)
_NAIVE = {
    "sqlite": "SELECT count(*) FROM contributions WHERE json_extract(scores, '$.overall') < 50",
    "postgresql": "SELECT count(*) FROM contributions WHERE (scores::json->>'overall')::int < 50",
}


@dataclass(frozen=True)
class PeerTimings:
    """Milliseconds (medians): a view, a contribution, a naive count; seconds: publishing and rebuilding."""

    database: str
    n: int
    view: float
    contribution: float
    naive: float
    first: float
    next: float
    rebuild: float


def measure_peers(sizes: tuple[int, ...] = SIZES) -> Iterator[PeerTimings]:
    """Yield the timings for each number of contributions, on SQLite and, if installed, on PostgreSQL."""
    kinds = {"sqlite": _files, "postgresql": _cluster}
    if postgresql.programs() is None:
        print(postgresql.MISSING)
        del kinds["postgresql"]
    for name, databases in kinds.items():
        with databases() as lend:
            for n in sizes:
                engine = open_database(lend())
                try:
                    yield _measure(engine, name, n)
                finally:
                    engine.dispose()


@contextmanager
def _files() -> Iterator[Callable[[], str]]:
    with tempfile.TemporaryDirectory() as folder:
        yield lambda: f"sqlite:///{Path(folder) / os.urandom(8).hex()}.sqlite"


@contextmanager
def _cluster() -> Iterator[Callable[[], str]]:
    cluster = postgresql.Cluster(hasty=False)
    try:
        cluster.create()
        yield cluster.lend
    finally:
        cluster.remove()


def _measure(engine: Engine, name: str, n: int) -> PeerTimings:
    chance = random.Random(n)  # noqa: S311  for no secret
    _fill(engine, chance, n)
    rebuild = _seconds(lambda: _rebuild(engine))
    with engine.begin() as connection:
        connection.execute(_ALL_PENDING)
    first = _seconds(lambda: _publish(engine))
    _settle(engine)
    view = median(_view(engine, chance) for _ in range(_VIEWS))
    contribution = _median_seconds(lambda: _contribute(engine, chance), _CHANGES)
    again = _seconds(lambda: _publish(engine))
    with for_reading(engine).connect() as connection:
        naive = _median_seconds(lambda: connection.execute(text(_NAIVE[name])).one(), 3)
    return PeerTimings(name, n, 1000 * view, 1000 * contribution, 1000 * naive, first, again, rebuild)


def _random_contribution(chance: random.Random) -> Contribution:
    scores = {letter: chance.randint(0, 100) for letter in LETTERS}
    cell = Cell(chance.choice(ORGANISATION_TYPES), chance.choice(SIZE_BANDS))
    return Contribution(*EDITION, cell, {OVERALL: chance.randint(0, 100), **scores})


def _fill(engine: Engine, chance: random.Random, n: int) -> None:
    rows = (
        {"receipt_digest": os.urandom(32), **contributions.values(_random_contribution(chance))}
        for _ in range(n)
    )
    while batch := list(islice(rows, _AT_ONCE)):
        with for_writing(engine).begin() as connection:
            connection.execute(insert(ContributionRow), batch)


def _settle(engine: Engine) -> None:
    """Vacuum, as PostgreSQL does by itself within minutes after so many changes."""
    if engine.dialect.name == "postgresql":
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM ANALYZE"))


def _rebuild(engine: Engine) -> None:
    with for_writing(engine).begin() as connection:
        contributions.rebuild_histograms(connection, lambda rows: None)


def _publish(engine: Engine) -> None:
    with for_writing(engine).begin() as connection:
        snapshots.publish(connection, EDITION, date(2026, 11, 1), 10)


def _view(engine: Engine, chance: random.Random) -> float:
    """Return the seconds to read and compare every measure in three cohorts, on an open connection."""
    own = _random_contribution(chance)

    def compare() -> None:
        snapshot = snapshots.read_snapshot_for_cell(connection, EDITION, own.cell)
        standings = cohort_standings(snapshot, own.cell, own.scores)
        if sum(len(each.standings) for each in standings) != len(own.cell.lineage) * len(own.scores):
            raise RuntimeError("Not every cohort and measure was published.")

    with for_reading(engine).connect() as connection:
        connection.execute(text("SELECT 1"))
        return _seconds(compare)


def _contribute(engine: Engine, chance: random.Random) -> None:
    with for_writing(engine).begin() as connection:
        contributions.replace_contribution(
            connection, f"{chance.getrandbits(256):052x}", _random_contribution(chance)
        )


def _seconds(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def _median_seconds(act: Callable[[], object], times: int) -> float:
    return median(_seconds(act) for _ in range(times))
