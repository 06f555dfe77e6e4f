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


def _mode(desk: Store, name: str) -> int:
    return stat.S_IMODE((desk.folder / name).stat().st_mode)


@pytest.mark.sqlite
def test_the_database_and_what_lies_beside_it_are_for_their_owner_only(
    desk: Store, filed: SavedAssessment
) -> None:
    filed.load()

    assert {name: _mode(desk, name) for name in ("muster.db", "muster.db-wal", "muster.db-shm")} == {
        "muster.db": 0o600,
        "muster.db-wal": 0o600,
        "muster.db-shm": 0o600,
    }
    assert _mode(desk, ".") == 0o700


@pytest.mark.sqlite
def test_a_commit_is_durable_and_references_hold(desk: Store) -> None:
    with desk.engine.connect() as connection:
        pragmas = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }

    assert pragmas == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 10_000}


@pytest.mark.sqlite
def test_of_those_who_open_a_new_database_at_once_each_turns_to_the_log_alone(tmp_path: Path) -> None:
    engine = make_engine(f"sqlite:///{tmp_path}/new.db")
    with (tmp_path / "new.db-turn").open("w") as turn, ThreadPoolExecutor(1) as pool:
        fcntl.flock(turn, fcntl.LOCK_EX)
        opening = pool.submit(engine.connect)

        with pytest.raises(TimeoutError):
            opening.result(timeout=0.3)
        fcntl.flock(turn, fcntl.LOCK_UN)
        opening.result(timeout=5).close()
    engine.dispose()


def test_a_second_writer_waits_although_the_first_has_only_read(desk: Store, filed: SavedAssessment) -> None:
    held = threading.Event()
    order = []

    def first() -> None:
        with desk.writing.begin() as connection:
            recorded_change.lock_and_open(connection, filed.key(connection), "G")
            held.set()
            time.sleep(0.2)
            order.append("first")

    thread = threading.Thread(target=first)
    thread.start()
    held.wait()
    with desk.writing.begin() as connection:
        recorded_change.lock_and_open(connection, filed.key(connection), "E")
        order.append("second")
    thread.join()

    assert order == ["first", "second"]


def test_a_reader_does_not_wait_for_a_writer(desk: Store, filed: SavedAssessment) -> None:
    with desk.writing.begin() as connection:
        connection.execute(text("UPDATE assessments SET version = 'other'"))

        assert filed.load().assessment.version == "1.0"


def test_a_reader_sees_one_state_throughout(desk: Store, filed: SavedAssessment) -> None:
    count = text("SELECT count(*) FROM assessments")
    with desk.reading.connect() as connection:
        before = connection.scalar(count)
        desk.run(text("DELETE FROM assessments"))

        assert connection.scalar(count) == before == 1
