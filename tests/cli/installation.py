"""An installation of the service as its operator uses it: commands, their settings and a database."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from click.testing import Result
from flask.testing import FlaskCliRunner
from sqlalchemy import func, select

from app.storage.database.tables import Base
from app.storage.startup import open_database
from tests.conftest import SECRET
from tests.storage.stored_assessment import Store

PEPPER = "p" * 32
PEPPER_KEPT = "--pepper-kept-elsewhere"


@dataclass(frozen=True)
class Installation:
    """An installation: a runner of commands, and the database they work on."""

    runner: FlaskCliRunner
    url: str
    store: Store

    def run_data(self, *words: str, typed: str = "", settings: Mapping[str, str] | None = None) -> Result:
        """Run one of the data commands."""
        return self.run_group("data", *words, typed=typed, settings=settings)

    def run_group(
        self, group: str, *words: str, typed: str = "", settings: Mapping[str, str] | None = None
    ) -> Result:
        """Run one of a group of commands."""
        own = {"DATABASE_URL": self.url, "SECRET_KEY": SECRET, "PEPPER": PEPPER}
        return self.runner.invoke(args=[group, *words], input=typed, env={**own, **(settings or {})})

    def rows(self) -> dict[str, int]:
        """Return the number of rows of every table."""
        return {
            name: self.store.rows(select(func.count()).select_from(table))[0][0]
            for name, table in Base.metadata.tables.items()
        }

    @contextmanager
    def second_installation(self, url: str) -> Iterator["Installation"]:
        """Yield an installation with the same pepper and another database."""
        engine = open_database(url)
        store = Store(engine, self.store.vault, self.store.questionnaire, self.store.now)
        yield Installation(self.runner, url, store)
        engine.dispose()
