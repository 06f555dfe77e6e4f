"""A database, opened for work."""

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from app.config import WrongSettingError
from app.storage import migrations
from app.storage.database.engine import make_engine


def open_database(url: str) -> Engine:
    """Open a database and bring its schema up to date, or raise WrongSettingError without its password."""
    try:
        engine = make_engine(url)
        migrations.upgrade(engine)
    except (SQLAlchemyError, OSError, ImportError) as error:
        reason = str(error).splitlines()[0]
        raise WrongSettingError(f"DATABASE_URL cannot be opened: {reason}") from None
    return engine
