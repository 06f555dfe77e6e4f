"""Commands on the database of this copy, which its settings name."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import click
from flask.cli import AppGroup
from sqlalchemy import Engine

from app.cli.questionnaire import InputError
from app.config import Config, WrongSettingError, from_environment
from app.storage import deletion
from app.storage.engine import writing
from app.storage.opening import open_database

data_commands = AppGroup("data", help="Delete what this copy has stored.")


@data_commands.command("delete", with_appcontext=False)
@click.argument("id")
@click.option("--yes", is_flag=True, help="Do not ask.")
def delete(id: str, *, yes: bool) -> None:
    """Delete one assessment by its public id, which stands in the address of its pages."""
    if not yes:
        click.confirm("Delete this assessment for good?", abort=True, err=True)
    with _database() as (engine, _), writing(engine).begin() as session:
        deleted = deletion.erase(session, id)
    if not deleted:
        raise InputError("There is no assessment with this public id.")
    click.echo("The assessment is deleted.")


@data_commands.command("purge", with_appcontext=False)
@click.option("--days", type=click.IntRange(1), help="Days without change, in place of RETENTION_DAYS.")
def purge(days: int | None) -> None:
    """Delete every assessment that nobody has changed for RETENTION_DAYS, and say how many."""
    with _database() as (engine, config):
        if not (days := days or config.retention_days):
            raise InputError("Set RETENTION_DAYS, or say --days.")
        with writing(engine).begin() as session:
            count = deletion.purge(session, datetime.now(UTC).date(), days)
    click.echo(f"Assessments purged: {count}.")


@contextmanager
def _database() -> Iterator[tuple[Engine, Config]]:
    """Give the database that the settings name, with the settings, or end with what is wrong with them."""
    try:
        config = from_environment()
        engine = open_database(config.database_url)
    except WrongSettingError as error:
        raise InputError(str(error)) from None
    try:
        yield engine, config
    finally:
        engine.dispose()
