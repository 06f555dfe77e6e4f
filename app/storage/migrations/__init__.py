"""The database's schema, brought up to date when the application starts."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, func, select

from app.storage.engine import for_writing

# Any number, as long as every process of every release takes the same one.
_LOCK = 8_267_415_036_651


def upgrade(engine: Engine) -> None:
    """Bring the database to the newest schema; of processes that start together, all but one wait."""
    with for_writing(engine).begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(select(func.pg_advisory_xact_lock(_LOCK)))
        command.upgrade(configuration(connection), "head")


def configuration(connection: Connection) -> Config:
    """Give Alembic what it needs to work on an open connection, within its transaction."""
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", Path(__file__).parent.as_posix().replace("%", "%%"))
    return config
