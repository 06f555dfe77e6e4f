"""The commands on the configured database."""

from dataclasses import asdict

import click

from app.cli import backup
from app.cli.configured_database import open_configured_database
from app.cli.errors import CommandGroup, InputError
from app.cli.standard_input import read_code
from app.cli.versions import load_versions
from app.exchange import assessment_json
from app.maturity import clock
from app.maturity.errors import UnknownVersionError
from app.storage.assessments import assessments, automatic_purge, deletion
from app.storage.database.engine import for_reading, for_writing
from app.storage.operator import statistics
from app.storage.programme import programmes
from app.storage.sealing import access_key, peppers
from app.storage.sealing.errors import TamperedError
from app.storage.sealing.roles import OWNER, VIEWER
from app.storage.sealing.vault import Vault
from app.web.whole_file import present_file

data_commands = CommandGroup("data", help="Back up, restore, count, export and delete what is stored.")
_ASSESSMENT_DELETED = "The assessment is deleted; its contribution to peers, if there is one, stays."
_PROGRAMME_DELETED = (
    "The programme is deleted with its submissions; the assessments of its organisations stay."
)

data_commands.add_command(backup.backup)
data_commands.add_command(backup.restore)


@data_commands.command("delete", with_appcontext=False)
@click.argument("id")
@click.option("--yes", is_flag=True, help="Do not ask.")
def delete(id: str, *, yes: bool) -> None:
    """Delete one assessment or programme by its public id, which is part of the address of its pages."""
    if not yes:
        click.confirm("Delete this for good?", abort=True, err=True)
    with open_configured_database() as (engine, _), for_writing(engine).begin() as connection:
        today = clock.utc_day(clock.utc_now())
        is_assessment = deletion.delete_assessment(connection, id, today)
        is_programme = not is_assessment and programmes.delete_programme(connection, id)
    if not (is_assessment or is_programme):
        raise InputError("There is no assessment and no programme with this public id.")
    click.echo(_ASSESSMENT_DELETED if is_assessment else _PROGRAMME_DELETED)


@data_commands.command("purge", with_appcontext=False)
@click.option("--days", type=click.IntRange(1), help="Days without change, in place of RETENTION_DAYS.")
def purge(days: int | None) -> None:
    """Delete every assessment that nobody has changed for RETENTION_DAYS, and print their number."""
    with open_configured_database() as (engine, config):
        if not (days := days or config.retention_days):
            raise InputError("Set RETENTION_DAYS, or pass --days.")
        with for_writing(engine).begin() as connection:
            count = deletion.purge(connection, clock.utc_day(clock.utc_now()), days)
    click.echo(f"Assessments purged: {count}.")


@data_commands.command("stats", with_appcontext=False)
def stats() -> None:
    """Print counts of what is stored, one a line, without names."""
    with open_configured_database() as (engine, config), for_reading(engine).connect() as connection:
        names = peppers.accepted_names(config)
        today = clock.utc_day(clock.utc_now())
        due = automatic_purge.find_due(connection, today, config.retention_days)
        counts = statistics.count(connection, due, names)
        fault = peppers.find_fault(connection, names)
    for name, value in asdict(counts).items():
        click.echo(f"{name} {value}")
    if due.waits:
        click.echo(due.sentence, err=True)
    if fault:
        raise InputError(fault)


@data_commands.command("export", with_appcontext=False)
def export() -> None:
    """Read a code from standard input, and print what it opens as assessment.json."""
    code = read_code()
    with (
        open_configured_database(with_peppers=True) as (engine, config),
        for_reading(engine).connect() as connection,
    ):
        # Without a pepper there is no link either, so that no code can open anything.
        vault = Vault(config.peppers) if config.peppers else None
        key = access_key.unlock(connection, vault, code, clock.utc_now()) if vault else None
        if key is None:
            raise InputError("No assessment has this code.")
        if key.role not in (OWNER, VIEWER):
            raise InputError(
                "This code does not open every answer with its comment and evidence. Use the owner’s code, or"
                " that of a viewer of everything."
            )
        try:
            stored = assessments.load(connection, key)
            file = present_file(connection, key, load_versions(), stored.assessment)
        except (TamperedError, UnknownVersionError) as error:
            raise InputError(str(error)) from None
    click.echo(assessment_json.write_file(file), nl=False)
