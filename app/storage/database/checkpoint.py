"""Truncate SQLite's log, which still holds rows that were deleted or replaced."""

from sqlalchemy import Connection

from app.storage.database import locks, write_queue


def truncate_log(connection: Connection, *, wait_for_readers: bool) -> None:
    """Have the log written into the database after the commit, where replaced rows are overwritten.

    Without ``wait_for_readers`` a log that is being read is left to the next writer.
    """
    if connection.dialect.name == "sqlite":
        write_queue.truncate_log_on_leave(connection, locks.SECONDS_TO_WAIT if wait_for_readers else 0)
