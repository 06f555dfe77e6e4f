"""The queue in which SQLite's writers wait for each other, and the truncation of the log after a write.

SQLite's own waiting sleeps and tries again: with two writers half of the time is slept away, and the unlucky
wait for seconds. Here each writer locks a file beside the database, and the kernel wakes the next one. The
lock ends with the transaction, or with the process.
"""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from app.storage.database import locks
from app.storage.database.outage import OutageError

# Keys of a connection's own dictionary.
_LOCK = "muster_queue_lock"
_SHORTENED = "muster_shortened_timeout"
_TRUNCATE_SECONDS = "muster_truncate_seconds"


def wait_for_turn(connection: Connection) -> None:
    """Wait until no other connection writes; ``leave`` ends the turn."""
    path = connection.engine.url.database
    if not path or _LOCK in connection.info:
        return
    since = time.monotonic()
    connection.info[_LOCK] = _lock(path)
    waited = time.monotonic() - since
    if waited > 1:
        # What blocked the earlier writers may block this one too, which has already waited.
        connection.info[_SHORTENED] = True
        connection.exec_driver_sql(_busy_timeout(max(0, locks.SECONDS_TO_WAIT - waited)))


@contextmanager
def turn(path: str) -> Iterator[None]:
    """Hold the queue of a database file without a transaction."""
    lock = _lock(path)
    try:
        yield
    finally:
        os.close(lock)


def leave(connection: DBAPIConnection | None, record: ConnectionPoolEntry) -> None:
    """End the connection's turn, after truncating the log if that was asked for."""
    lock = record.info.pop(_LOCK, None)
    seconds = record.info.pop(_TRUNCATE_SECONDS, None)
    try:
        if seconds is not None and connection is not None and not _truncate_log(connection, seconds):
            # Readers kept the log busy: the connection's next user tries again, without waiting.
            record.info[_TRUNCATE_SECONDS] = 0
    finally:
        if lock is not None:
            os.close(lock)
    if record.info.pop(_SHORTENED, False) and connection is not None:
        connection.cursor().execute(_busy_timeout(locks.SECONDS_TO_WAIT))


def truncate_log_on_leave(connection: Connection, seconds: int) -> None:
    """Have ``leave`` truncate the log, and wait up to some seconds for readers."""
    connection.info[_TRUNCATE_SECONDS] = seconds


def _lock(path: str) -> int:
    """Return the descriptor of the locked file; closing it ends the turn."""
    try:
        lock = os.open(f"{path}-turn", os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise OutageError(error.strerror or "") from error
    fcntl.flock(lock, fcntl.LOCK_EX)
    return lock


def _busy_timeout(seconds: float) -> str:
    return f"PRAGMA busy_timeout = {round(seconds * 1000)}"


def _truncate_log(connection: DBAPIConnection, seconds: int) -> bool:
    cursor = connection.cursor()
    cursor.execute(_busy_timeout(seconds))
    [(busy, *_)] = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    cursor.execute(_busy_timeout(locks.SECONDS_TO_WAIT))
    return not busy
