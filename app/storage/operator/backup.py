"""Write and read backups: every row of the database in one file, for either kind of database.

A backup is gzipped lines of JSON: a header, each row, and at the end the number of rows of each table with
the sum of their SHA-256. The sum shows damage; an altered document is found by its seal when it is opened.
"""

import base64
import gzip
import json
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, MetaData, Table, func, select

from app.storage.operator import whole_file
from app.storage.sealing import peppers
from app.storage.sealing.errors import StorageError

FORMAT, FORMAT_VERSION = "muster-backup", 1

# Sealed bytes do not compress; the lowest level already undoes the growth by Base64.
_COMPRESSION = 1
_BATCH = 500

Row = tuple[str, dict[str, Any]]


class FaultyBackupError(StorageError):
    """The file is no backup, or not a whole one; the message is one sentence."""


@dataclass(slots=True)
class TableChecksum:
    """The number of a table's rows, and the sum of their digests, which does not depend on their order."""

    rows: int = 0
    digest: int = 0

    def add(self, row: Mapping[str, Any]) -> None:
        """Add a row."""
        line = json.dumps(row, sort_keys=True, ensure_ascii=False)
        self.rows += 1
        self.digest = (self.digest + int.from_bytes(sha256(line.encode()).digest())) % (1 << 256)


Checksums = dict[str, TableChecksum]


@dataclass(frozen=True, slots=True)
class BackupHeader:
    """A backup's header: the schema of its rows, and the names of the peppers that its codes need."""

    schema: str
    pepper_names: frozenset[str]


@dataclass(slots=True)
class Backup:
    """A backup that is being read; it is checked once its rows were read to the end."""

    path: Path
    header: BackupHeader = field(init=False)
    checksums: Checksums = field(default_factory=lambda: defaultdict(TableChecksum))

    def rows(self) -> Iterator[Row]:
        """Yield every row with its table's name; raise FaultyBackupError if the file is no whole backup."""
        try:
            with gzip.open(self.path, "rt", encoding="utf-8") as lines:
                self.header = _header(json.loads(next(lines, "")))
                yield from self._rows(lines)
        except (AttributeError, EOFError, KeyError, TypeError, ValueError, zlib.error, gzip.BadGzipFile):
            raise FaultyBackupError("The file is not a whole backup.") from None
        except OSError as error:
            raise FaultyBackupError(f"The backup cannot be read: {error.strerror}.") from None

    def _rows(self, lines: Iterator[str]) -> Iterator[Row]:
        for line in lines:
            content = json.loads(line)
            if isinstance(content, dict):
                if content != _footer(self.checksums) or next(lines, ""):
                    raise FaultyBackupError("The backup is damaged: its checksums do not match its rows.")
                return
            table, row = content
            self.checksums[table].add(row)
            yield table, row
        raise FaultyBackupError("The backup is truncated.")


def check(path: Path) -> Backup:
    """Return a backup that was read to its end, or raise FaultyBackupError."""
    backup = Backup(path)
    for _ in backup.rows():
        pass
    return backup


def write(connection: Connection, schema: str, path: Path, report_rows: Callable[[int], object]) -> Checksums:
    """Write the rows that the connection's transaction sees to a new file, and read the file back.

    ``report_rows`` is called with the number of rows, as they are written. Raises FileExistsError, and
    FaultyBackupError if the file reads back otherwise. A file that was not written whole is deleted.
    """
    with whole_file.create(path) as draft:
        checksums = _write(connection, schema, draft, report_rows)
        if check(draft).checksums != checksums:
            raise FaultyBackupError("The file does not hold the rows that were written to it.")
    return checksums


def read_rows(connection: Connection) -> Iterator[Row]:
    """Yield every row of the database as a backup has it, with its table; parents before their children."""
    for table in _tables(connection):
        rows = connection.execute(select(table), execution_options={"yield_per": _BATCH})
        for row in rows.mappings():
            yield table.name, {name: _to_json(value) for name, value in row.items()}


def size(connection: Connection) -> int:
    """Return the number of all rows."""
    counts = (select(func.count()).select_from(table) for table in _tables(connection))
    return sum(connection.execute(count).scalar_one() for count in counts)


def _tables(connection: Connection) -> list[Table]:
    schema = MetaData()
    schema.reflect(connection)
    return [table for table in schema.sorted_tables if table.name != "alembic_version"]


def _write(
    connection: Connection, schema: str, path: Path, report_rows: Callable[[int], object]
) -> Checksums:
    checksums: Checksums = defaultdict(TableChecksum)
    needed = peppers.needed_names(connection)
    with path.open("wb") as file, gzip.GzipFile("", "wb", _COMPRESSION, file) as lines:
        head = {"format": FORMAT, "format_version": FORMAT_VERSION}
        _line(lines, {**head, "schema": schema, "peppers": sorted(needed)})
        for table, row in read_rows(connection):
            checksums[table].add(row)
            _line(lines, [table, row])
            report_rows(1)
        _line(lines, _footer(checksums))
    return checksums


def _line(lines: gzip.GzipFile, content: object) -> None:
    lines.write(json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode() + b"\n")


def _header(content: dict[str, Any]) -> BackupHeader:
    if content.get("format") != FORMAT:
        raise FaultyBackupError("The file is not a backup of Muster.")
    if content["format_version"] != FORMAT_VERSION:
        raise FaultyBackupError("The backup was made by a newer release.")
    return BackupHeader(content["schema"], frozenset(content["peppers"]))


def _footer(checksums: Checksums) -> dict[str, dict[str, object]]:
    return {name: {"rows": each.rows, "sum": f"{each.digest:064x}"} for name, each in checksums.items()}


def _to_json(value: object) -> object:
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    return value.isoformat() if isinstance(value, date) else value
