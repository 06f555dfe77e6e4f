"""Migrate the database's schema, at the start of the application or before a restore."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from app.storage.database import locks
from app.storage.database.engine import for_writing


class UnknownSchemaError(Exception):
    """No migration of this release has that name: another release wrote it."""

    def __init__(self, schema: str) -> None:
        super().__init__(f"This release does not know the schema “{schema}”.")
        self.schema = schema


def upgrade(engine: Engine, check: Callable[[Connection], object] | None = None) -> None:
    """Upgrade the database to the newest schema, or raise UnknownSchemaError if another release made it.

    Of several processes that start at the same time, one upgrades and the others wait. ``check`` sees the
    upgraded database; whatever it raises leaves the database as it was.
    """
    with exclusive_transaction(engine) as connection:
        upgrade_to(connection)
        if check is not None:
            check(connection)


@contextmanager
def exclusive_transaction(engine: Engine) -> Iterator[Connection]:
    """Open a transaction during which no other changes the schema."""
    with for_writing(engine).begin() as connection:
        locks.lock_schema(connection)
        yield connection


def upgrade_to(connection: Connection, schema: str = "head") -> None:
    """Upgrade the database to a schema; raise UnknownSchemaError if that, or the one it has, is unknown."""
    config = configuration(connection)
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    present = MigrationContext.configure(connection).get_current_heads()
    for name in (*present, schema):
        if name not in ("head", *known):
            raise UnknownSchemaError(name)
    command.upgrade(config, schema)


def current(connection: Connection) -> str:
    """Return the name of the database's schema."""
    return str(MigrationContext.configure(connection).get_current_revision())


@cache
def newest() -> str | None:
    """Return the name of the schema that this release works with."""
    config = Config()
    config.set_main_option("script_location", _here())
    return ScriptDirectory.from_config(config).get_current_head()


def _here() -> str:
    return Path(__file__).parent.as_posix().replace("%", "%%")


def configuration(connection: Connection) -> Config:
    """Return Alembic's configuration for work on an open connection, within its transaction."""
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", _here())
    return config
