"""Recognise a database whose file or rows are damaged."""

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

# What SQLite and PostgreSQL call a page that they cannot make sense of.
_SQLITE_NAMES = ("SQLITE_CORRUPT", "SQLITE_NOTADB")
_POSTGRESQL_STATES = ("XX001", "XX002")
# The driver has no code of its own for a text that is not text any more.
_NO_TEXT = "Could not decode to UTF-8"

# Raised where a row holds something else than what was written: a day that is no day, text that is no JSON.
_UNDECODABLE = (ValueError, TypeError, LookupError)
UNREADABLE = (SQLAlchemyError, *_UNDECODABLE)


class DamagedDatabaseError(SQLAlchemyError):
    """The check of a SQLite file found a fault."""


def require_intact(connection: Connection) -> None:
    """Raise DamagedDatabaseError if a check of the whole SQLite file finds a fault: about 1.5 s for 1 GB.

    SQLite itself notices a damaged page only when it reads it, and writes to the other pages until then. In
    PostgreSQL the server checks its own pages.
    """
    if connection.dialect.name == "sqlite":
        fault = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar()
        if fault != "ok":
            raise DamagedDatabaseError


def is_damage(error: BaseException) -> bool:
    """Return whether an error shows that the database is damaged, and not merely out of reach."""
    driver = getattr(error, "orig", None)
    if driver is None:
        return isinstance(error, (DamagedDatabaseError, *_UNDECODABLE))
    name = getattr(driver, "sqlite_errorname", None) or ""
    state = getattr(driver, "sqlstate", None)
    return name.startswith(_SQLITE_NAMES) or state in _POSTGRESQL_STATES or _NO_TEXT in str(driver)
