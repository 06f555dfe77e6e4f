"""Make the engine of a database, whose connections read or write."""

import os
from contextlib import nullcontext
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection, Dialect, ExceptionContext
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.pool import ConnectionPoolEntry, PoolProxiedConnection

from app.storage.database import locks, write_queue
from app.storage.database.outage import OutageError

# Two for each of a process's four threads: a request that wrote may read again for the page that it shows.
_CONNECTIONS = 8
_CONNECT_SECONDS = 5

WRITES = "muster_writes"
_FILE = "muster_file"
_READ_ONLY = "muster_read_only"
_LASTING = ("SQLITE_READONLY", "SQLITE_IOERR", "SQLITE_CANTOPEN", "SQLITE_CORRUPT", "SQLITE_NOTADB")

# FULL, because a save is acknowledged only once it is durable; secure_delete overwrites what is deleted.
PRAGMAS = ("synchronous=FULL", "foreign_keys=ON", "secure_delete=ON")


def make_engine(url: str) -> Engine:
    """Return the engine of a database address; create a missing SQLite file, readable by its owner only.

    Raises ValueError if the address is malformed, or is SQLite's and names no file.
    """
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        return _make_postgresql_engine(parsed)
    _create_privately(parsed)
    # Without an isolation level the driver sends no BEGIN of its own.
    engine = create_engine(
        parsed,
        hide_parameters=True,
        pool_timeout=locks.SECONDS_TO_WAIT,
        connect_args={"timeout": locks.SECONDS_TO_WAIT, "isolation_level": None},
    )
    event.listen(engine, "do_connect", _never_create)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "checkout", _reopen)
    event.listen(engine, "handle_error", _drop_faulty)
    event.listen(engine, "begin", _begin)
    event.listen(engine, "checkin", write_queue.leave)
    event.listen(engine, "close", write_queue.leave)
    return engine


def for_reading(engine: Engine) -> Engine:
    """Return the engine for transactions that only read: they see one state and never wait for a writer."""
    if engine.dialect.name == "postgresql":
        return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    return engine


def for_writing(engine: Engine) -> Engine:
    """Return the engine for transactions that write; they wait up to 10 seconds for an earlier writer.

    On SQLite they hold the one write lock from their first statement on, on PostgreSQL the locks that they
    take (``locks``).
    """
    return engine.execution_options(**{WRITES: True})


def _make_postgresql_engine(url: URL) -> Engine:
    # A connection is tested before each use, so that a restart of the database server causes no error.
    engine = create_engine(
        url,
        hide_parameters=True,
        isolation_level="READ COMMITTED",
        pool_size=_CONNECTIONS,
        max_overflow=0,
        pool_timeout=locks.SECONDS_TO_WAIT,
        pool_pre_ping=True,
        connect_args={"connect_timeout": _CONNECT_SECONDS},
    )
    event.listen(engine, "connect", _limit_waiting)
    event.listen(engine, "checkin", _reset_read_only)
    return engine


def _limit_waiting(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    cursor.execute(f"SET lock_timeout = '{locks.SECONDS_TO_WAIT}s'")
    cursor.close()
    connection.commit()


def _reset_read_only(connection: Any, _: ConnectionPoolEntry) -> None:  # noqa: ANN401  an attribute of psycopg, which DBAPIConnection does not have
    # After a reader SQLAlchemy would ask for READ WRITE, and so override a server that is set to read-only.
    if connection is not None:
        connection.read_only = None


def _create_privately(url: URL) -> None:
    if url.database in (None, "", ":memory:"):
        raise ValueError("no file")
    path = Path(str(url.database))
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    # SQLite gives its -wal and -shm files the mode of the database, and its own default is world-readable.
    os.close(os.open(path, os.O_CREAT | os.O_RDONLY, 0o600))


def _never_create(
    _: Dialect, __: ConnectionPoolEntry, arguments: list[str], options: dict[str, object]
) -> None:
    """Open the file only if it exists: an empty one in place of a file that was moved would hide the loss."""
    arguments[0] = f"file:{quote(arguments[0])}?mode=rw"
    options["uri"] = True


def _prepare(connection: DBAPIConnection, record: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    [(_, _, path)] = cursor.execute("PRAGMA database_list").fetchall()
    [(mode,)] = cursor.execute("PRAGMA journal_mode").fetchall()
    if mode != "wal":
        # When several connections switch to WAL at once, SQLite refuses all but one without waiting.
        with write_queue.turn(path) if path else nullcontext():
            cursor.execute("PRAGMA journal_mode=WAL")
    for pragma in PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
    if path:
        record.info[_FILE] = (path, _identity(path))
        record.info[_READ_ONLY] = not os.access(path, os.W_OK)


def _reopen(_: DBAPIConnection, record: ConnectionPoolEntry, __: PoolProxiedConnection) -> None:
    """Reopen the file once it can be written again: a file that SQLite opened read-only stays read-only."""
    if record.info.get(_READ_ONLY) and os.access(record.info[_FILE][0], os.W_OK):
        raise DisconnectionError


def _drop_faulty(context: ExceptionContext) -> None:
    """Drop a connection that met a fault of the file or the disk."""
    name = getattr(context.original_exception, "sqlite_errorname", "")
    if name.startswith(_LASTING):
        context.is_disconnect = True


def _identity(path: str) -> tuple[int, int] | None:
    try:
        status = os.stat(path)  # noqa: PTH116  in every transaction, at a third of pathlib's cost
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _begin(connection: Connection) -> None:
    # On SQLite a transaction that reads first and writes later fails at once if another wrote in between,
    # whatever the timeout. So a writer takes the lock before it reads.
    _refuse_replaced_file(connection)
    writes = connection.get_execution_options().get(WRITES)
    if writes:
        write_queue.wait_for_turn(connection)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _refuse_replaced_file(connection: Connection) -> None:
    """Raise OutageError if the file was replaced: what is written to the old one is lost at a restart."""
    opened = connection.info.get(_FILE)
    if opened and _identity(opened[0]) != opened[1]:
        raise OutageError("the file of the database is not the one that was opened")
