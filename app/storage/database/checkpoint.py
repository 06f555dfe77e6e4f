"""What SQLite's log still holds of rows that were deleted or written anew."""

from sqlalchemy import Connection

from app.storage.database.engine import SECONDS_TO_WAIT, SWEPT


def truncate_log(connection: Connection, *, patient: bool) -> None:
    """Have the log written into the database, where what was replaced is overwritten, once this is committed.

    Whoever is not patient leaves it to the next one while somebody reads.
    """
    if connection.dialect.name == "sqlite":
        connection.info[SWEPT] = SECONDS_TO_WAIT if patient else 0
