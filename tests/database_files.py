"""SQLite databases for tests, and every byte that a database keeps on the disk, as a thief would read it."""

import shutil
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from random import Random

from sqlalchemy import Engine, text

from app.storage.startup import open_database

# Bytes of a page of SQLite.
PAGE = 4096


@dataclass(frozen=True)
class SqliteDatabases:
    """Lends SQLite databases, each in a folder of its own that is not there yet."""

    folder: Path
    _names: "count[int]" = field(default_factory=lambda: count(1))

    def lend(self) -> str:
        """Return the address of an empty database."""
        return f"sqlite:///{self.folder / str(next(self._names)) / 'muster.db'}"

    def lend_migrated(self) -> str:
        """Return the address of a database with today's schema and no rows: a copy of one made once."""
        template, url = self.folder / "template.db", self.lend()
        if not template.exists():
            open_database(f"sqlite:///{template}").dispose()
        path = Path(url.removeprefix("sqlite:///"))
        path.parent.mkdir(mode=0o700)
        shutil.copy(template, path)
        return url

    def take_back(self, url: str) -> None:
        """Leave it: another costs nothing."""


def damage_pages(file: Path, number: int, seed: int) -> None:
    """Overwrite pages of a closed SQLite file with random bytes, never the first."""
    random = Random(seed)  # noqa: S311  the same damage in every run
    content = bytearray(file.read_bytes())
    for page in random.sample(range(1, len(content) // PAGE), number):
        content[page * PAGE : (page + 1) * PAGE] = random.randbytes(PAGE)
    file.write_bytes(content)


def read_files(engine: Engine) -> dict[str, bytes]:
    """Return the files of a database by name: SQLite's beside each other, PostgreSQL's with its log."""
    if engine.dialect.name == "sqlite":
        found = list(Path(str(engine.url.database)).parent.iterdir())
    else:
        found = _of_postgresql(engine)
    return {path.name: path.read_bytes() for path in found if path.is_file()}


def _of_postgresql(engine: Engine) -> list[Path]:
    with engine.connect() as connection:
        # What was written lies in memory and in the log until then.
        connection.execute(text("CHECKPOINT"))
        folder = Path(str(connection.scalar(text("SHOW data_directory"))))
        own = connection.scalar(
            text("SELECT oid FROM pg_database WHERE datname = :name"), {"name": engine.url.database}
        )
    return [*folder.glob(f"base/{own}/*"), *folder.glob("pg_wal/*")]
