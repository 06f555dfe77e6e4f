"""The database that the commands use."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine

from app.cli.errors import InputError
from app.config import Config, WrongSettingError, from_environment
from app.storage.database.integrity import UNREADABLE
from app.storage.sealing import peppers
from app.storage.startup import describe_failure, is_missing, open_database


@contextmanager
def open_configured_database(
    *, with_peppers: bool = False, create: bool = False
) -> Iterator[tuple[Engine, Config]]:
    """Yield the configured database and the settings; raise InputError for a wrong setting or a failure.

    A SQLite file that is missing is refused unless ``create``: the address may be mistyped, and the backup of
    a new, empty database would look like a success. ``with_peppers`` refuses a database with links that need
    a pepper which PEPPER does not hold. A command stores no new secret.
    """
    try:
        config = from_environment()
        if not create and is_missing(config.database_url):
            raise InputError(
                "DATABASE_URL names a file that does not exist; the service creates it at its first start."
            )
        names = peppers.accepted_names(config) if with_peppers else None
        engine = open_database(config.database_url, names)
    except WrongSettingError as error:
        raise InputError(str(error)) from None
    try:
        yield engine, config
    except UNREADABLE as error:
        raise InputError(describe_failure(error)) from error
    finally:
        engine.dispose()
