"""The database, opened at the start of the service or of a command."""

from collections.abc import Collection
from pathlib import Path

from sqlalchemy import Connection, Engine, make_url
from sqlalchemy.exc import SQLAlchemyError

from app.config import WrongSettingError
from app.storage import migrations
from app.storage.database import integrity, outage
from app.storage.database.engine import for_reading, make_engine
from app.storage.database.integrity import DamagedDatabaseError
from app.storage.migrations import UnknownSchemaError
from app.storage.sealing import peppers
from app.storage.sealing.peppers import MissingPepperError

_DAMAGED = (
    "DATABASE_URL names a database that is damaged: stop the service, and restore a backup into an empty one."
)

_EXAMPLES = "sqlite:////var/lib/muster/muster.sqlite or postgresql+psycopg://user@host/name"


def open_database(url: str, pepper_names: Collection[str] | None = None) -> Engine:
    """Open a database and upgrade its schema, or raise WrongSettingError, whose message has no password.

    With names of peppers, even with none, a database with a link that needs another pepper is refused and
    left as it is.
    """
    try:
        engine = _make_engine(url)
        _prepare(engine, pepper_names)
    except MissingPepperError as error:
        raise WrongSettingError(str(error)) from None
    except UnknownSchemaError as error:
        raise WrongSettingError(
            f"DATABASE_URL names a database of another release, with schema “{error.schema}”:"
            " start that release, or name an empty database."
        ) from None
    except (SQLAlchemyError, OSError, ImportError) as error:
        if integrity.is_damage(error):
            raise WrongSettingError(_DAMAGED) from None
        reason = str(error).splitlines()[0]
        raise WrongSettingError(f"DATABASE_URL cannot be opened: {reason}") from None
    return engine


def is_missing(url: str) -> bool:
    """Return whether an address names a SQLite file that does not exist; False for a faulty address."""
    try:
        parsed = make_url(url)
        is_file = parsed.get_backend_name() == "sqlite" and bool(parsed.database)
        return is_file and not Path(str(parsed.database)).exists()
    except (SQLAlchemyError, ValueError):
        return False


def describe_failure(error: BaseException) -> str:
    """Return the sentence for an operator on a database that could not be read or written."""
    return _DAMAGED if integrity.is_damage(error) else f"The database cannot be used: {outage.reason(error)}."


def _make_engine(url: str) -> Engine:
    try:
        return make_engine(url)
    except ValueError:
        # Its message may quote a part of the password.
        raise WrongSettingError(f"DATABASE_URL must be an address such as {_EXAMPLES}.") from None


def _prepare(engine: Engine, pepper_names: Collection[str] | None) -> None:
    def check(connection: Connection) -> None:
        fault = None if pepper_names is None else peppers.find_fault(connection, pepper_names)
        if fault:
            raise MissingPepperError(fault)

    try:
        with for_reading(engine).connect() as connection:
            integrity.require_intact(connection)
        migrations.upgrade(engine, check)
    except ValueError as error:
        # The driver cannot decode what stands in place of a name or of SQLite's own words for a fault.
        engine.dispose()
        if engine.dialect.name != "sqlite":
            raise
        raise DamagedDatabaseError from error
    except BaseException:
        engine.dispose()
        raise
