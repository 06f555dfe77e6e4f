"""A backup brought back: into an empty database of either kind, at its own schema, then upgraded."""

import base64
from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date, datetime
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Date, DateTime, Engine, LargeBinary, MetaData, Table, insert

from app.storage import migrations
from app.storage.operator import backup
from app.storage.operator.backup import Backup, Checksums, FaultyBackupError, Row, TableChecksum
from app.storage.sealing.errors import StorageError

_AT_ONCE = 500


class NotEmptyError(StorageError):
    """The database to restore into holds something already."""


def restore(engine: Engine, path: Path, report_rows: Callable[[int], object]) -> Checksums:
    """Bring back a backup and read back what was stored, in one transaction; ``report_rows`` counts the rows.

    Raises FaultyBackupError if the file is not whole, or was made by another release, and NotEmptyError.
    """
    head = backup.check(path).head
    with migrations.exclusive_transaction(engine) as connection:
        _clear(connection)
        try:
            migrations.upgrade_to(connection, head.schema)
        except migrations.UnknownSchemaError:
            raise FaultyBackupError("The backup was made by another release.") from None
        source = Backup(path)
        _insert(connection, source.rows(), report_rows)
        stored: Checksums = defaultdict(TableChecksum)
        for table, row in backup.read_rows(connection):
            stored[table].add(row)
        if stored != source.tallies:
            raise FaultyBackupError("What was stored is not what the backup holds.")
        migrations.upgrade_to(connection)
    return stored


def _clear(connection: Connection) -> None:
    if backup.size(connection):
        raise NotEmptyError
    found = MetaData()
    found.reflect(connection)
    found.drop_all(connection)


def _insert(connection: Connection, rows: Iterable[Row], report_rows: Callable[[int], object]) -> None:
    tables = MetaData()
    tables.reflect(connection)
    for name, group in groupby(rows, key=itemgetter(0)):
        table = tables.tables[name]
        values = (_read(table, row) for _, row in group)
        while batch := list(islice(values, _AT_ONCE)):
            connection.execute(insert(table), batch)
            report_rows(len(batch))


def _read(table: Table, row: dict[str, Any]) -> dict[str, Any]:
    return {name: _value(table.c[name].type, value) for name, value in row.items()}


def _value(kind: object, value: Any) -> Any:  # noqa: ANN401  as the column holds it
    if value is None:
        return None
    if isinstance(kind, LargeBinary):
        return base64.b64decode(value)
    if isinstance(kind, DateTime):
        return datetime.fromisoformat(value)
    return date.fromisoformat(value) if isinstance(kind, Date) else value
