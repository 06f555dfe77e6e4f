"""Every byte that a database keeps on the disk, as a thief would read it."""

from pathlib import Path

from sqlalchemy import Engine, text


def files(engine: Engine) -> dict[str, bytes]:
    """Give the files of a database by name: SQLite's beside each other, PostgreSQL's with its log."""
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
