"""What SQLite's log still holds of rows that were deleted or written anew."""

from sqlalchemy import event
from sqlalchemy.orm import Session

from app.storage.engine import SECONDS_TO_WAIT


def sweep(session: Session, *, patient: bool) -> None:
    """Have the log written into the database, where what was replaced is overwritten, once this is committed.

    Whoever is not patient leaves it to the next one while somebody reads.
    """
    if session.get_bind().dialect.name == "sqlite":
        event.listen(session, "after_commit", _patiently if patient else _at_once, once=True)


def _patiently(session: Session) -> None:
    _empty_the_log(session, SECONDS_TO_WAIT)


def _at_once(session: Session) -> None:
    _empty_the_log(session, 0)


def _empty_the_log(session: Session, seconds: int) -> None:
    connection = session.get_bind().engine.raw_connection()
    try:
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout = {1000 * seconds}")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        cursor.execute(f"PRAGMA busy_timeout = {1000 * SECONDS_TO_WAIT}")
    finally:
        connection.close()
