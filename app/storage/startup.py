"""The database, opened at the start of the service or of a command."""

from collections.abc import Sequence

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError

from app.config import WrongSettingError
from app.storage import migrations
from app.storage.database.engine import make_engine
from app.storage.migrations import UnknownSchemaError
from app.storage.sealing import peppers
from app.storage.sealing.peppers import MissingPepperError


def open_database(url: str, given_peppers: Sequence[bytes] | None = None) -> Engine:
    """Open a database and upgrade its schema, or raise WrongSettingError, whose message has no password.

    With a list of peppers, even an empty one, a database with a link that needs another pepper is refused
    and left as it is.
    """
    try:
        engine = make_engine(url)
        _upgrade(engine, given_peppers)
    except MissingPepperError as error:
        raise WrongSettingError(str(error)) from None
    except UnknownSchemaError as error:
        raise WrongSettingError(
            f"DATABASE_URL names a database of another release, with schema “{error.schema}”:"
            " start that release, or name an empty database."
        ) from None
    except (SQLAlchemyError, OSError, ImportError) as error:
        reason = str(error).splitlines()[0]
        raise WrongSettingError(f"DATABASE_URL cannot be opened: {reason}") from None
    return engine


def _upgrade(engine: Engine, given_peppers: Sequence[bytes] | None) -> None:
    def check(connection: Connection) -> None:
        if given_peppers is not None:
            peppers.require_peppers(connection, peppers.names_of(given_peppers))

    try:
        migrations.upgrade(engine, check)
    except BaseException:
        engine.dispose()
        raise
