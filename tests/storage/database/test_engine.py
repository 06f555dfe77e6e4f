import fcntl
import stat
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import text

from app.storage.database.engine import make_engine
from app.storage.sealing import recorded_change
from tests.storage.stored_assessment import SavedAssessment, Store


def _mode(store: Store, name: str) -> int:
    return stat.S_IMODE((store.folder / name).stat().st_mode)


@pytest.mark.sqlite
def test_the_database_and_the_files_beside_it_are_readable_by_their_owner_only(
    store: Store, saved: SavedAssessment
) -> None:
    saved.load()

    assert {name: _mode(store, name) for name in ("muster.db", "muster.db-wal", "muster.db-shm")} == {
        "muster.db": 0o600,
        "muster.db-wal": 0o600,
        "muster.db-shm": 0o600,
    }
    assert _mode(store, ".") == 0o700


@pytest.mark.sqlite
def test_a_commit_is_durable_and_references_hold(store: Store) -> None:
    with store.engine.connect() as connection:
        pragmas = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }

    assert pragmas == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 10_000}


@pytest.mark.sqlite
def test_connections_that_open_a_new_database_at_once_switch_to_wal_one_by_one(tmp_path: Path) -> None:
    engine = make_engine(f"sqlite:///{tmp_path}/new.db")
    with (tmp_path / "new.db-turn").open("w") as turn, ThreadPoolExecutor(1) as pool:
        fcntl.flock(turn, fcntl.LOCK_EX)
        opening = pool.submit(engine.connect)

        with pytest.raises(TimeoutError):
            opening.result(timeout=0.3)
        fcntl.flock(turn, fcntl.LOCK_UN)
        opening.result(timeout=5).close()
    engine.dispose()


def test_a_second_writer_waits_although_the_first_has_only_read(store: Store, saved: SavedAssessment) -> None:
    is_locked = threading.Event()
    order = []

    def first() -> None:
        with store.writing.begin() as connection:
            recorded_change.lock_and_open(connection, saved.key(connection), "G")
            is_locked.set()
            time.sleep(0.2)
            order.append("first")

    thread = threading.Thread(target=first)
    thread.start()
    is_locked.wait()
    with store.writing.begin() as connection:
        recorded_change.lock_and_open(connection, saved.key(connection), "E")
        order.append("second")
    thread.join()

    assert order == ["first", "second"]


def test_a_reader_does_not_wait_for_a_writer(store: Store, saved: SavedAssessment) -> None:
    with store.writing.begin() as connection:
        connection.execute(text("UPDATE assessments SET version = 'other'"))

        assert saved.load().assessment.version == "1.0"


def test_a_reader_sees_one_state_throughout(store: Store, saved: SavedAssessment) -> None:
    count = text("SELECT count(*) FROM assessments")
    with store.reading.connect() as connection:
        before = connection.scalar(count)
        store.run(text("DELETE FROM assessments"))

        assert connection.scalar(count) == before == 1
