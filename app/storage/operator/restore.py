"""Restore a backup into an empty database of either kind, at the backup's schema, and upgrade it."""

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

_BATCH = 500


class NotEmptyError(StorageError):
    """The database to restore into already has rows."""


def restore(engine: Engine, path: Path, report_rows: Callable[[int], object]) -> Checksums:
    """Restore a backup and read its rows back, in one transaction.

    ``report_rows`` is called with the number of rows, as they are stored. Raises NotEmptyError, and
    FaultyBackupError if the file is not whole or was made by another release.
    """
    header = backup.check(path).header
    with migrations.exclusive_transaction(engine) as connection:
        _clear(connection)
        try:
            migrations.upgrade_to(connection, header.schema)
        except migrations.UnknownSchemaError:
            raise FaultyBackupError("The backup was made by another release.") from None
        source = Backup(path)
        _insert(connection, source.rows(), report_rows)
        stored: Checksums = defaultdict(TableChecksum)
        for table, row in backup.read_rows(connection):
            stored[table].add(row)
        if stored != source.checksums:
            raise FaultyBackupError("The database does not hold the rows that were restored.")
        migrations.upgrade_to(connection)
    return stored


def _clear(connection: Connection) -> None:
    if backup.size(connection):
        raise NotEmptyError
    schema = MetaData()
    schema.reflect(connection)
    schema.drop_all(connection)


def _insert(connection: Connection, rows: Iterable[Row], report_rows: Callable[[int], object]) -> None:
    tables = MetaData()
    tables.reflect(connection)
    for name, group in groupby(rows, key=itemgetter(0)):
        table = tables.tables[name]
        values = (_read(table, row) for _, row in group)
        while batch := list(islice(values, _BATCH)):
            connection.execute(insert(table), batch)
            report_rows(len(batch))


def _read(table: Table, row: dict[str, Any]) -> dict[str, Any]:
    return {name: _value(table.c[name].type, value) for name, value in row.items()}


def _value(kind: object, value: Any) -> Any:  # noqa: ANN401  of the column's type
    if value is None:
        return None
    if isinstance(kind, LargeBinary):
        return base64.b64decode(value)
    if isinstance(kind, DateTime):
        return datetime.fromisoformat(value)
    return date.fromisoformat(value) if isinstance(kind, Date) else value
