"""The database, opened at the start of the service or of a command."""

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from app.config import WrongSettingError
from app.storage import migrations
from app.storage.database.engine import make_engine
from app.storage.migrations import UnknownSchemaError


def open_database(url: str) -> Engine:
    """Open a database and upgrade its schema, or raise WrongSettingError, whose message has no password."""
    try:
        engine = make_engine(url)
        _upgrade(engine)
    except UnknownSchemaError as error:
        raise WrongSettingError(
            f"DATABASE_URL names a database of another release, with schema “{error.schema}”:"
            " start that release, or name an empty database."
        ) from None
    except (SQLAlchemyError, OSError, ImportError) as error:
        reason = str(error).splitlines()[0]
        raise WrongSettingError(f"DATABASE_URL cannot be opened: {reason}") from None
    return engine


def _upgrade(engine: Engine) -> None:
    try:
        migrations.upgrade(engine)
    except BaseException:
        engine.dispose()
        raise
