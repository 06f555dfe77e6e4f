"""A backup: every row of the database in one file that suits either kind of database, and checks itself.

Gzipped lines of JSON: what it is, each row, and at the end how many rows each table has with the sum of their
SHA-256. The sum shows damage; that nobody altered a document is shown by its seal when it is opened.
"""

import base64
import gzip
import json
import os
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, MetaData, Table, func, select, union

from app.storage.database.tables import LinkRow, PulseRow
from app.storage.sealing.errors import StorageError

FORMAT, FORMAT_VERSION = "muster-backup", 1

# Sealed bytes do not compress; the lowest level takes back what their spelling in letters added.
_COMPRESSION = 1
_AT_ONCE = 500

Row = tuple[str, dict[str, Any]]


class FaultyBackupError(StorageError):
    """A file is not a backup, or not a whole one; the message is one sentence."""


@dataclass(slots=True)
class TableChecksum:
    """How many rows a table has, and the sum of their digests, whatever their order."""

    rows: int = 0
    digest: int = 0

    def add(self, row: Mapping[str, Any]) -> None:
        """Take one more row into account."""
        line = json.dumps(row, sort_keys=True, ensure_ascii=False)
        self.rows += 1
        self.digest = (self.digest + int.from_bytes(sha256(line.encode()).digest())) % (1 << 256)


Checksums = dict[str, TableChecksum]


@dataclass(frozen=True, slots=True)
class BackupHeader:
    """What a backup says of itself: the schema of its rows, and the peppers that its codes need."""

    schema: str
    pepper_names: frozenset[str]


@dataclass(slots=True)
class Backup:
    """A backup that is read: its head, then its rows; read to the end it has been checked."""

    path: Path
    head: BackupHeader = field(init=False)
    tallies: Checksums = field(default_factory=lambda: defaultdict(TableChecksum))

    def rows(self) -> Iterator[Row]:
        """Give every row with its table's name, and raise FaultyBackupError if anything is amiss."""
        try:
            with gzip.open(self.path, "rt", encoding="utf-8") as lines:
                self.head = _head(json.loads(next(lines, "")))
                yield from self._rows(lines)
        except OSError as error:
            raise FaultyBackupError(f"The backup cannot be read: {error.strerror or error}.") from None
        except (AttributeError, EOFError, KeyError, TypeError, ValueError, zlib.error):
            raise FaultyBackupError("The file is not a whole backup.") from None

    def _rows(self, lines: Iterator[str]) -> Iterator[Row]:
        for line in lines:
            content = json.loads(line)
            if isinstance(content, dict):
                if content != _written(self.tallies) or next(lines, ""):
                    raise FaultyBackupError(
                        "The backup is damaged: its rows are not those that were written."
                    )
                return
            table, row = content
            self.tallies[table].add(row)
            yield table, row
        raise FaultyBackupError("The backup is cut short.")


def check(path: Path) -> Backup:
    """Read a backup to its end, or raise FaultyBackupError."""
    backup = Backup(path)
    for _ in backup.rows():
        pass
    return backup


def write(connection: Connection, schema: str, path: Path, report_rows: Callable[[int], object]) -> Checksums:
    """Write what the connection's transaction sees into a new file, and read the file back.

    ``report_rows`` gets each number of rows written. An existing file raises FileExistsError; a file
    that was not written whole is not left behind.
    """
    partial = path.with_name(f"{path.name}.part")
    if path.exists():
        raise FileExistsError
    try:
        tallies = _write(connection, schema, partial, report_rows)
        if check(partial).tallies != tallies:
            raise FaultyBackupError("The backup was not written as it was read.")
        partial.rename(path)
    finally:
        partial.unlink(missing_ok=True)
    return tallies


def read_rows(connection: Connection) -> Iterator[Row]:
    """Give every row of the database as a backup holds it, parents before what refers to them."""
    for table in _tables(connection):
        found = connection.execute(select(table), execution_options={"yield_per": _AT_ONCE})
        for row in found.mappings():
            yield table.name, {name: _spelt(value) for name, value in row.items()}


def size(connection: Connection) -> int:
    """Count all rows."""
    counts = (select(func.count()).select_from(table) for table in _tables(connection))
    return sum(connection.execute(count).scalar_one() for count in counts)


def _tables(connection: Connection) -> list[Table]:
    found = MetaData()
    found.reflect(connection)
    return [table for table in found.sorted_tables if table.name != "alembic_version"]


def _write(
    connection: Connection, schema: str, path: Path, report_rows: Callable[[int], object]
) -> Checksums:
    tallies: Checksums = defaultdict(TableChecksum)
    peppers = connection.scalars(union(select(LinkRow.pepper_name), select(PulseRow.pepper_name))).all()
    opened = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(opened, "wb") as file:
        with gzip.GzipFile("", "wb", _COMPRESSION, file) as lines:
            head = {"format": FORMAT, "format_version": FORMAT_VERSION}
            _line(lines, {**head, "schema": schema, "peppers": sorted(peppers)})
            for table, row in read_rows(connection):
                tallies[table].add(row)
                _line(lines, [table, row])
                report_rows(1)
            _line(lines, _written(tallies))
        file.flush()
        os.fsync(file.fileno())
    return tallies


def _line(lines: gzip.GzipFile, content: object) -> None:
    lines.write(json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode() + b"\n")


def _head(content: dict[str, Any]) -> BackupHeader:
    if content.get("format") != FORMAT:
        raise FaultyBackupError("The file is not a backup of Muster.")
    if content["format_version"] != FORMAT_VERSION:
        raise FaultyBackupError("The backup was made by a newer release.")
    return BackupHeader(content["schema"], frozenset(content["peppers"]))


def _written(tallies: Checksums) -> dict[str, dict[str, object]]:
    return {name: {"rows": tally.rows, "sum": f"{tally.digest:064x}"} for name, tally in tallies.items()}


def _spelt(value: object) -> object:
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    return value.isoformat() if isinstance(value, date) else value
