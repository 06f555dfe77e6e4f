from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Thread

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, inspect, text

from app.config import WrongSettingError
from app.storage import migrations
from app.storage.database.engine import make_engine
from app.storage.database.tables import Base
from app.storage.startup import open_database
from tests.storage.stored_assessment import SavedAssessment, Store


def _differences(connection: Connection) -> list[object]:
    return list(compare_metadata(MigrationContext.configure(connection), Base.metadata))


def _names(connection: Connection) -> set[str | None]:
    seen = inspect(connection)
    names: set[str | None] = set()
    for table in Base.metadata.tables:
        names.add(seen.get_pk_constraint(table)["name"])
        names.update(each["name"] for each in seen.get_foreign_keys(table))
        names.update(each["name"] for each in seen.get_unique_constraints(table))
        names.update(each["name"] for each in seen.get_indexes(table))
    return names


def test_the_migrations_lead_to_the_tables(store: Store) -> None:
    with store.engine.connect() as connection:
        assert _differences(connection) == []


def test_the_migrations_name_every_constraint_as_the_tables_do(
    store: Store, new_database: Callable[[], str]
) -> None:
    with store.engine.connect() as connection:
        migrated = _names(connection)
    engine = make_engine(new_database())
    with engine.begin() as connection:
        Base.metadata.create_all(connection)
        direct = _names(connection)
    engine.dispose()

    assert migrated == direct
    assert None not in migrated


def test_starting_again_changes_nothing(store: Store, saved: SavedAssessment) -> None:
    before = saved.load()

    migrations.upgrade(store.engine)

    assert saved.load() == before


def test_of_several_processes_that_start_at_once_one_migrates(new_database: Callable[[], str]) -> None:
    url = new_database()
    engines = [make_engine(url) for _ in range(4)]

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(migrations.upgrade, engines))

    with engines[0].connect() as connection:
        assert _differences(connection) == []
    for engine in engines:
        engine.dispose()


@pytest.mark.parametrize("schema", ["0001", "0004", "of_a_later_release"])
def test_a_database_of_another_release_is_refused_in_one_sentence_and_left_as_it_is(
    new_database: Callable[[], str], schema: str
) -> None:
    url = new_database()
    engine = make_engine(url)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)"))
        connection.execute(text("INSERT INTO alembic_version VALUES (:schema)"), {"schema": schema})

    with pytest.raises(WrongSettingError) as error:
        open_database(url)

    assert str(error.value) == (
        f"DATABASE_URL names a database of another release, with schema “{schema}”:"
        " start that release, or name an empty database."
    )
    with engine.connect() as connection:
        assert migrations.current(connection) == schema
        assert inspect(connection).get_table_names() == ["alembic_version"]
    engine.dispose()


@pytest.mark.sqlite
def test_an_upgrade_takes_the_write_lock_before_it_looks(store: Store) -> None:
    order = []

    def upgrade() -> None:
        migrations.upgrade(store.engine)
        order.append("upgrade")

    with store.writing.begin() as connection:
        connection.execute(text("SELECT 1"))
        thread = Thread(target=upgrade)
        thread.start()
        thread.join(0.3)
        order.append("writer")
    thread.join()

    assert order == ["writer", "upgrade"]
