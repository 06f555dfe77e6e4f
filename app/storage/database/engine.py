"""The engine of a database address, whose connections read or write."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection, Dialect, ExceptionContext
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.pool import ConnectionPoolEntry, PoolProxiedConnection

from app.storage.database.outage import OutageError

SECONDS_TO_WAIT = 10

# Two for each of a process's four threads: a request that wrote may read again for the page that it shows.
_CONNECTIONS = 8
_CONNECT_SECONDS = 5

WRITES = "muster_writes"
# Seconds to wait for readers before the log is emptied.
SWEPT = "muster_swept"
_TURN = "muster_turn"
_FILE = "muster_file"
_HURRIED = "muster_hurried"
_READ_ONLY = "muster_read_only"
_LASTING = ("SQLITE_READONLY", "SQLITE_IOERR", "SQLITE_CANTOPEN", "SQLITE_CORRUPT", "SQLITE_NOTADB")

# FULL, because a save is acknowledged only once it is durable; secure_delete overwrites what is deleted.
PRAGMAS = ("synchronous=FULL", "foreign_keys=ON", "secure_delete=ON")


def make_engine(url: str) -> Engine:
    """Give the engine of a database; a missing SQLite file is created, readable by its owner only."""
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        return _make_postgresql_engine(parsed)
    _create_privately(parsed)
    # With no isolation level the driver leaves BEGIN to us.
    engine = create_engine(
        parsed,
        hide_parameters=True,
        pool_timeout=SECONDS_TO_WAIT,
        connect_args={"timeout": SECONDS_TO_WAIT, "isolation_level": None},
    )
    event.listen(engine, "do_connect", _never_create)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "checkout", _reopen)
    event.listen(engine, "handle_error", _abandon)
    event.listen(engine, "begin", _begin)
    event.listen(engine, "checkin", _leave)
    event.listen(engine, "close", _leave)
    return engine


def for_reading(engine: Engine) -> Engine:
    """Give the same engine, whose readers see one state throughout and never wait for a writer."""
    if engine.dialect.name == "postgresql":
        return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    return engine


def for_writing(engine: Engine) -> Engine:
    """Give the same engine, whose writers wait up to 10 seconds for whoever writes before them.

    On SQLite they hold the one write lock from their first statement on, on PostgreSQL an assessment's from
    when it is held (``sealed.hold``).
    """
    return engine.execution_options(**{WRITES: True})


def _make_postgresql_engine(url: URL) -> Engine:
    # Tried out before each use, so that a restart of the database server costs nobody an error.
    engine = create_engine(
        url,
        hide_parameters=True,
        isolation_level="READ COMMITTED",
        pool_size=_CONNECTIONS,
        max_overflow=0,
        pool_timeout=SECONDS_TO_WAIT,
        pool_pre_ping=True,
        connect_args={"connect_timeout": _CONNECT_SECONDS},
    )
    event.listen(engine, "connect", _limit_waiting)
    event.listen(engine, "checkin", _obey_the_server)
    return engine


def _limit_waiting(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    cursor.execute(f"SET lock_timeout = '{SECONDS_TO_WAIT}s'")
    cursor.close()
    connection.commit()


def _obey_the_server(connection: Any, _: ConnectionPoolEntry) -> None:  # noqa: ANN401  psycopg's own
    # After a reader SQLAlchemy asks for READ WRITE, which a server that is set to read-only would grant.
    if connection is not None:
        connection.read_only = None


def _create_privately(url: URL) -> None:
    if not url.database:
        return
    path = Path(url.database)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    # SQLite gives its -wal and -shm files the mode of the database, and its own default is world-readable.
    os.close(os.open(path, os.O_CREAT | os.O_RDONLY, 0o600))


def _never_create(_: Dialect, __: ConnectionPoolEntry, place: list[str], options: dict[str, object]) -> None:
    """Open the file only if it is there: an empty one in place of one that was moved would serve nobody."""
    if place and place[0] != ":memory:":
        place[0] = f"file:{quote(place[0])}?mode=rw"
        options["uri"] = True


def _prepare(connection: DBAPIConnection, record: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    [(_, _, path)] = cursor.execute("PRAGMA database_list").fetchall()
    [(mode,)] = cursor.execute("PRAGMA journal_mode").fetchall()
    if mode != "wal":
        # Of several that turn to the log at once SQLite refuses all but one, without waiting.
        with _alone(path) if path else nullcontext():
            cursor.execute("PRAGMA journal_mode=WAL")
    for pragma in PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
    if path:
        record.info[_FILE] = (path, _identity(path))
        record.info[_READ_ONLY] = not os.access(path, os.W_OK)


def _reopen(_: DBAPIConnection, record: ConnectionPoolEntry, __: PoolProxiedConnection) -> None:
    """Open the file anew once it can be written to again: what SQLite opened for reading stays so."""
    if record.info.get(_READ_ONLY) and os.access(record.info[_FILE][0], os.W_OK):
        raise DisconnectionError


def _abandon(context: ExceptionContext) -> None:
    """Use no connection again that met a fault of the file or the disk."""
    name = getattr(context.original_exception, "sqlite_errorname", "")
    if name.startswith(_LASTING):
        context.is_disconnect = True


def _identity(path: str) -> tuple[int, int] | None:
    try:
        found = os.stat(path)  # noqa: PTH116  with every transaction, at a third of pathlib's cost
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _begin(connection: Connection) -> None:
    # A transaction that reads first and writes later fails at once when another has written meanwhile,
    # whatever the time-out; so a writer takes the lock before it reads.
    _refuse_replaced_file(connection)
    writes = connection.get_execution_options().get(WRITES)
    if writes:
        _queue(connection)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _refuse_replaced_file(connection: Connection) -> None:
    """Refuse a file that is no longer at its address: what is written there would be gone after a restart."""
    opened = connection.info.get(_FILE)
    if opened and _identity(opened[0]) != opened[1]:
        raise OutageError("the file of the database is not the one that was opened")


def _queue(connection: Connection) -> None:
    """Wait for our turn to write, in the kernel's queue.

    SQLite's own waiting sleeps and asks again: with two writers half of the time is slept away, and the
    unlucky wait for seconds. The queue is released with the connection, and by the death of the process.
    """
    path = connection.engine.url.database
    if not path or _TURN in connection.info:
        return
    since = time.monotonic()
    connection.info[_TURN] = _lock_queue(path)
    waited = time.monotonic() - since
    if waited > 1:
        # Whoever held the turn waited for a lock from outside; those behind do not wait all that time again.
        connection.info[_HURRIED] = True
        connection.exec_driver_sql(_busy_timeout(max(0, SECONDS_TO_WAIT - waited)))


@contextmanager
def _alone(path: str) -> Iterator[None]:
    turn = _lock_queue(path)
    try:
        yield
    finally:
        os.close(turn)


def _lock_queue(path: str) -> int:
    """Give the file that is locked while it is our turn; closing it ends the turn."""
    try:
        turn = os.open(f"{path}-turn", os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise OutageError(error.strerror or "") from error
    fcntl.flock(turn, fcntl.LOCK_EX)
    return turn


def _busy_timeout(seconds: float) -> str:
    return f"PRAGMA busy_timeout = {round(seconds * 1000)}"


def _leave(connection: DBAPIConnection | None, record: ConnectionPoolEntry) -> None:
    turn = record.info.pop(_TURN, None)
    patience = record.info.pop(SWEPT, None)
    try:
        if patience is not None and connection is not None and not _empty_the_log(connection, patience):
            # Somebody read all the time: whoever uses the connection next tries again, without waiting.
            record.info[SWEPT] = 0
    finally:
        if turn is not None:
            os.close(turn)
    if record.info.pop(_HURRIED, False) and connection is not None:
        connection.cursor().execute(_busy_timeout(SECONDS_TO_WAIT))


def _empty_the_log(connection: DBAPIConnection, seconds: int) -> bool:
    cursor = connection.cursor()
    cursor.execute(_busy_timeout(seconds))
    [(busy, *_)] = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    cursor.execute(_busy_timeout(SECONDS_TO_WAIT))
    return not busy
