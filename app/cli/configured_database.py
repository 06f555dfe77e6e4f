"""The database that the commands use."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine

from app.cli.errors import InputError
from app.config import Config, WrongSettingError, from_environment
from app.storage.startup import open_database


@contextmanager
def open_configured_database(*, with_peppers: bool = False) -> Iterator[tuple[Engine, Config]]:
    """Yield the configured database and the settings, or raise InputError for a wrong setting.

    ``with_peppers`` refuses a database with links that need a pepper which PEPPER does not hold. A command
    stores no new secret.
    """
    try:
        config = from_environment()
        engine = open_database(config.database_url, config.peppers if with_peppers else None)
    except WrongSettingError as error:
        raise InputError(str(error)) from None
    try:
        yield engine, config
    finally:
        engine.dispose()
