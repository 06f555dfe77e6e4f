"""Processes that start at once on a machine without a database."""

import subprocess
import sys
from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from app.storage.database.engine import make_engine
from app.storage.database.tables import Base

UPGRADE = """
import sys
from app.storage import migrations
from app.storage.database.engine import make_engine
migrations.upgrade(make_engine(sys.argv[1]))
"""


def test_processes_that_start_together_all_find_a_database(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'muster.db'}"
    starts = [
        subprocess.Popen([sys.executable, "-c", UPGRADE, url], stderr=subprocess.PIPE, text=True)  # noqa: S603  # our own words
        for _ in range(2)
    ]
    faults = [start.communicate(timeout=60)[1] for start in starts]

    assert [start.returncode for start in starts] == [0, 0], faults
    engine = make_engine(url)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []
    engine.dispose()
