"""Nothing typed is lost while PostgreSQL is stopped, read-only or full, and nobody restarts us."""

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

from app import create_app
from app.storage.database import locks
from tests.conftest import a_config
from tests.postgresql import Cluster
from tests.small_disk import filled, mounted
from tests.web.outages import meets_the_outage, presses_again
from tests.web.respondent import Respondent

LANGUAGES = pytest.mark.parametrize("language", ["en", "fr"])


@contextmanager
def person(url: str, language: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Respondent]:
    """Let somebody begin an assessment in a database, and open its first page."""
    monkeypatch.setattr(locks, "SECONDS_TO_WAIT", 0.5)
    app = create_app(a_config(url))
    yield Respondent(app.test_client(), language).starts("full").visits("G")
    app.extensions["muster"].engine.dispose()


@LANGUAGES
def test_what_is_typed_while_it_is_stopped_is_saved_afterwards(
    cluster: Cluster, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with person(cluster.lend(), language, monkeypatch) as typing:
        cluster.stop()
        meets_the_outage(typing)
        assert Respondent(typing.client, language).opens(typing.address("G")).status == 503
        cluster.start()

        presses_again(typing)


def test_who_sends_a_page_after_a_restart_notices_nothing(
    cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    with person(cluster.lend(), "en", monkeypatch) as typing:
        cluster.stop()
        cluster.start()

        assert typing.sends({"G1": "3", "action": "save"}).status == 200
        assert typing.stored("G1") == {"level": 3}


@LANGUAGES
def test_what_is_typed_while_it_is_read_only_is_saved_afterwards(
    cluster: Cluster, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with person(cluster.lend(), language, monkeypatch) as typing:
        with read_only(cluster):
            meets_the_outage(typing)
            # What needs no writing is still served.
            assert Respondent(typing.client, language).opens(typing.address("G")).status == 200

        presses_again(typing)


@LANGUAGES
def test_what_is_typed_while_its_disk_is_full_is_saved_afterwards(
    cluster: Cluster, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with small_disk(cluster) as folder:
        url = cluster.lend()
        name = url.partition("@/")[2].partition("?")[0]
        run(cluster, f"ALTER DATABASE {name} SET TABLESPACE small")
        with person(url, language, monkeypatch) as typing:
            with filled(folder):
                meets_the_outage(typing)

            presses_again(typing)
        run(cluster, f"DROP DATABASE {name}")


@contextmanager
def read_only(cluster: Cluster) -> Iterator[None]:
    run(cluster, "ALTER SYSTEM SET default_transaction_read_only = on", "SELECT pg_reload_conf()")
    time.sleep(0.2)
    yield
    run(cluster, "ALTER SYSTEM RESET default_transaction_read_only", "SELECT pg_reload_conf()")


@contextmanager
def small_disk(cluster: Cluster) -> Iterator[Path]:
    """Mount a small file system as a tablespace; the server's log stays where it is."""
    folder = cluster.folder / "small"
    folder.mkdir()
    with mounted(folder, "32m") as done:
        if done:
            shutil.chown(folder, (cluster.folder / "data").owner())
            run(cluster, f"CREATE TABLESPACE small LOCATION '{folder}'")
            yield folder
            run(cluster, "DROP TABLESPACE small")
    folder.rmdir()
    if not done:
        pytest.skip("No file system can be mounted here, or not by us; a full PostgreSQL is left out.")


def run(cluster: Cluster, *statements: str) -> None:
    # Otherwise the session that makes the server read-only could not end it.
    own = "user=muster dbname=postgres options='-c default_transaction_read_only=off'"
    with psycopg.connect(f"host={cluster.folder} {own}", autocommit=True) as connection:
        for statement in statements:
            connection.execute(statement.encode())
