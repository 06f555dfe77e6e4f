"""Failures of the database that pass: it is locked, full, read-only, or out of reach."""

from sqlalchemy.exc import DBAPIError, SQLAlchemyError, TimeoutError


class OutageError(SQLAlchemyError):
    """The database cannot be used just now, and no driver was asked."""


# Whatever the driver says. Few of its errors tell a passing fault from a lasting one, and to whoever typed
# something they are the same.
OUTAGES = (OutageError, DBAPIError, TimeoutError)


def reason(error: BaseException) -> str:
    """Name the failure for a log: its kind and the database's own code for it.

    The driver's sentence is left out, because it may quote a row.
    """
    driver = getattr(error, "orig", None) or error
    code = getattr(driver, "sqlite_errorname", None) or getattr(driver, "sqlstate", None)
    own = str(error) if isinstance(error, OutageError) else code
    return f"{type(driver).__name__} {own}" if own else type(driver).__name__
