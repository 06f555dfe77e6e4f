"""The database that the commands use."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine

from app.cli.errors import InputError
from app.config import Config, WrongSettingError, from_environment
from app.storage.startup import open_database


@contextmanager
def open_configured_database() -> Iterator[tuple[Engine, Config]]:
    """Yield the configured database and the settings, or raise InputError for a wrong setting."""
    try:
        config = from_environment()
        engine = open_database(config.database_url)
    except WrongSettingError as error:
        raise InputError(str(error)) from None
    try:
        yield engine, config
    finally:
        engine.dispose()
