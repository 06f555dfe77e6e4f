"""Failures of the database that may pass: it is locked, full, read-only, or out of reach."""

from sqlalchemy.exc import DBAPIError, SQLAlchemyError, TimeoutError


class OutageError(SQLAlchemyError):
    """The database cannot be used at the moment, as found without its driver."""


# Every error of the driver: few of them show whether a fault passes, and the person at the form can do the
# same about each.
OUTAGES = (OutageError, DBAPIError, TimeoutError)


def reason(error: BaseException) -> str:
    """Return the failure's class and the database's code for it, for a log.

    The driver's message is left out, because it may quote a row.
    """
    driver = getattr(error, "orig", None) or error
    code = getattr(driver, "sqlite_errorname", None) or getattr(driver, "sqlstate", None)
    detail = str(error) if isinstance(error, OutageError) else code
    return f"{type(driver).__name__} {detail}" if detail else type(driver).__name__
