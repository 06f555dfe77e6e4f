"""The engine of a database address, and sessions that read or write."""

import fcntl
import os
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.pool import ConnectionPoolEntry

SECONDS_TO_WAIT = 10

# Two for each of a process's four threads: a request that wrote may read again for the page that it shows.
_CONNECTIONS = 8
_CONNECT_SECONDS = 5

WRITES = "muster_writes"
_TURN = "muster_turn"

# FULL, because a save is acknowledged only once it is durable; secure_delete overwrites what is deleted.
PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON")


def make_engine(url: str) -> Engine:
    """Give the engine of a database; a missing SQLite file is created, readable by its owner only."""
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        return _make_postgresql_engine(parsed)
    _create_privately(parsed)
    # With no isolation level the driver leaves BEGIN to us.
    engine = create_engine(parsed, connect_args={"timeout": SECONDS_TO_WAIT, "isolation_level": None})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    event.listen(engine, "checkin", _leave)
    event.listen(engine, "close", _leave)
    return engine


def reading(engine: Engine) -> sessionmaker[Session]:
    """Give sessions that see one state of the database throughout and never wait for a writer."""
    if engine.dialect.name == "postgresql":
        engine = engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    return sessionmaker(engine)


def writing(engine: Engine) -> sessionmaker[Session]:
    """Give sessions that wait up to 10 seconds for whoever writes before them.

    On SQLite they hold the one write lock from their first statement on, on PostgreSQL an assessment's from
    when it is held (``sealed.hold``).
    """
    return sessionmaker(for_writing(engine))


def for_writing(engine: Engine) -> Engine:
    """Give the same engine, its transactions taking SQLite's write lock at once."""
    return engine.execution_options(**{WRITES: True})


def _make_postgresql_engine(url: URL) -> Engine:
    # Tried out before each use, so that a restart of the database server costs nobody an error.
    engine = create_engine(
        url,
        isolation_level="READ COMMITTED",
        pool_size=_CONNECTIONS,
        max_overflow=0,
        pool_timeout=SECONDS_TO_WAIT,
        pool_pre_ping=True,
        connect_args={"connect_timeout": _CONNECT_SECONDS},
    )
    event.listen(engine, "connect", _limit_waiting)
    return engine


def _limit_waiting(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    cursor.execute(f"SET lock_timeout = '{SECONDS_TO_WAIT}s'")
    cursor.close()
    connection.commit()


def _create_privately(url: URL) -> None:
    if not url.database:
        return
    path = Path(url.database)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    # SQLite gives its -wal and -shm files the mode of the database, and its own default is world-readable.
    os.close(os.open(path, os.O_CREAT | os.O_RDONLY, 0o600))


def _prepare(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    for pragma in PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    # A transaction that reads first and writes later fails at once when another has written meanwhile,
    # whatever the time-out; so a writer takes the lock before it reads.
    writes = connection.get_execution_options().get(WRITES)
    if writes:
        _queue(connection)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _queue(connection: Connection) -> None:
    """Wait for our turn to write, in the kernel's queue.

    SQLite's own waiting sleeps and asks again: with two writers half of the time is slept away, and the
    unlucky wait for seconds. The queue is released with the connection, and by the death of the process.
    """
    path = connection.engine.url.database
    if path and _TURN not in connection.info:
        turn = os.open(f"{path}-turn", os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
        connection.info[_TURN] = turn
        fcntl.flock(turn, fcntl.LOCK_EX)


def _leave(_: DBAPIConnection | None, record: ConnectionPoolEntry) -> None:
    turn = record.info.pop(_TURN, None)
    if turn is not None:
        os.close(turn)
