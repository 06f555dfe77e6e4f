"""The commands that back up and restore the whole database."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from sqlalchemy import Engine

from app.cli.configured_database import open_configured_database
from app.cli.errors import InputError
from app.storage import migrations
from app.storage.database.engine import for_reading
from app.storage.operator import backup as backups
from app.storage.operator import restore as restoring
from app.storage.operator.backup import Checksums, FaultyBackupError
from app.storage.operator.restore import NotEmptyError
from app.storage.sealing import peppers

_KEEP_PEPPER = (
    "A backup does not hold PEPPER, and without it no code opens anything: keep a copy of it apart from the"
    " backups, then add --pepper-kept-elsewhere."
)
_NOT_EMPTY = "The database already holds assessments: set DATABASE_URL to an empty one."
_OTHER_PEPPER = "PEPPER is not the one under which these assessments were created: no code would open them."
_PAST_PEPPER = (
    "Some of the codes need a pepper that PEPPER does not list: they open nothing, and the service does not"
    " start, until it does."
)


@click.command("backup")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--pepper-kept-elsewhere", "pepper_is_kept", is_flag=True, help="Confirm that PEPPER is kept elsewhere."
)
def backup(file: Path, *, pepper_is_kept: bool) -> None:
    """Write everything that is stored into a new file, while the service runs, and read the file back."""
    if not pepper_is_kept:
        raise InputError(_KEEP_PEPPER)
    with (
        open_configured_database(with_peppers=True) as (engine, _),
        for_reading(engine).connect() as connection,
    ):
        try:
            with _progress(backups.size(connection)) as report_rows:
                checksums = backups.write(connection, migrations.current(connection), file, report_rows)
        except FileExistsError:
            raise InputError(f"{file}: The file exists already.") from None
        except OSError as error:
            raise InputError(f"{file}: The backup cannot be written: {error.strerror}.") from None
        except FaultyBackupError as error:
            raise InputError(f"{file}: {error}") from None
    click.echo(f"Backed up and read back: {_row_counts(checksums)}.")


@click.command("restore")
@click.argument("file", type=click.Path(path_type=Path))
def restore(file: Path) -> None:
    """Restore a backup into an empty database, SQLite or PostgreSQL, and read back what was stored."""
    try:
        checked = backups.check(file)
        with open_configured_database(create=True) as (engine, config):
            needed = checked.header.pepper_names
            unknown = needed - peppers.accepted_names(config)
            if needed and unknown == needed:
                raise InputError(_OTHER_PEPPER)
            checksums = _restore(engine, file, sum(each.rows for each in checked.checksums.values()))
    except FaultyBackupError as error:
        raise InputError(f"{file}: {error}") from None
    if unknown:
        click.echo(_PAST_PEPPER, err=True)
    click.echo(f"Restored and read back: {_row_counts(checksums)}.")


def _restore(engine: Engine, file: Path, rows: int) -> Checksums:
    try:
        with _progress(rows) as report_rows:
            return restoring.restore(engine, file, report_rows)
    except NotEmptyError:
        raise InputError(_NOT_EMPTY) from None


@contextmanager
def _progress(rows: int) -> Iterator[Callable[[int], None]]:
    with click.progressbar(length=rows, file=sys.stderr, hidden=not sys.stderr.isatty()) as bar:
        yield bar.update


def _row_counts(checksums: Checksums) -> str:
    return ", ".join(f"{each.rows} {name.replace('_', ' ')}" for name, each in checksums.items()) or "no rows"
