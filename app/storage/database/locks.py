"""Locks that a transaction holds until it ends.

On SQLite a writing transaction holds the one write lock of the database, so that these do nothing. A
transaction that takes several takes them in the order in which they stand here: otherwise two transactions
could wait for each other.
"""

from sqlalchemy import Connection, bindparam, func, select

from app.storage.database.tables import AssessmentRow

# A transaction that waits longer for a lock fails.
SECONDS_TO_WAIT = 10

# Any numbers that differ, as long as every process of every release uses the same.
_SCHEMA = 8_267_415_036_651
_CONTRIBUTIONS = 5_170_448_262_309

_ASSESSMENT = select(AssessmentRow.id).where(AssessmentRow.id == bindparam("assessment")).with_for_update()


def lock_schema(connection: Connection) -> None:
    """Wait until no other transaction migrates, and keep others from doing so."""
    _lock(connection, _SCHEMA)


def lock_assessment(connection: Connection, assessment_id: str) -> None:
    """Wait until no other transaction changes the assessment, and keep others from doing so.

    To lock only the row to change is not enough: PostgreSQL shows a transaction that waited for a row its new
    state, but other rows as they were before, so a document beside a key that no longer opens it.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(_ASSESSMENT, {"assessment": assessment_id})


def lock_contributions(connection: Connection) -> None:
    """Wait until no other transaction changes contributions or snapshots, and keep others from doing so."""
    _lock(connection, _CONTRIBUTIONS)


def _lock(connection: Connection, number: int) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(number)))
