"""A database of a test, and a stored assessment with what tests do to it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Executable

from app.maturity.answers import Answer, Assessment
from app.maturity.clock import utc_day
from app.maturity.questionnaire import Questionnaire
from app.storage.assessments import assessments, creation, sharing
from app.storage.assessments.sharing import LinkWithHistory
from app.storage.database.engine import for_reading, for_writing
from app.storage.sealing import access_key, codes
from app.storage.sealing.access_key import AccessKey
from app.storage.sealing.documents import StoredAssessment
from app.storage.sealing.link_list import Link
from app.storage.sealing.roles import CONTRIBUTOR
from app.storage.sealing.vault import Vault

# The moment of every change that a test makes; no test types this day.
NOW = datetime(2026, 11, 17, 14, 5, tzinfo=UTC)


@dataclass(frozen=True)
class Store:
    """A database with its vault, in which tests store assessments."""

    engine: Engine
    vault: Vault
    questionnaire: Questionnaire
    now: datetime = NOW

    @property
    def reading(self) -> Engine:
        """Return the engine for transactions that only read."""
        return for_reading(self.engine)

    @property
    def writing(self) -> Engine:
        """Return the engine for transactions that write."""
        return for_writing(self.engine)

    @property
    def folder(self) -> Path:
        """Return the folder of SQLite's files."""
        return Path(str(self.engine.url.database)).parent

    def create(self, assessment: Assessment) -> "SavedAssessment":
        """Store an assessment, and return it as its owner's code opens it."""
        with self.writing.begin() as connection:
            id, code = creation.create(
                connection, self.vault, self.questionnaire, assessment, utc_day(self.now)
            )
        return SavedAssessment(self, id, code)

    def run(self, statement: Executable) -> None:
        """Execute a statement, as somebody with access to the database could."""
        with self.engine.begin() as connection:
            connection.execute(statement)

    def rows(self, statement: Executable) -> list[tuple[Any, ...]]:
        """Return the rows that somebody with access to the database can read."""
        with self.engine.begin() as connection:
            return [tuple(row) for row in connection.execute(statement)]


@dataclass(frozen=True)
class SavedAssessment:
    """A stored assessment as the code of one of its links opens it."""

    store: Store
    id: str
    code: str

    def key(self, connection: Connection) -> AccessKey:
        """Unlock the assessment."""
        key = access_key.unlock_assessment(connection, self.store.vault, self.code, self.id, self.store.now)
        assert key is not None
        return key

    def shares(
        self, role: str = CONTRIBUTOR, domains: str = "", *, name: str = "Legal", scores: bool = False
    ) -> "SavedAssessment":
        """Create a link, and return the assessment as the link opens it."""
        link = Link(codes.new_id(), name, role, date(2026, 11, 3), domains, scores)
        with self.store.writing.begin() as connection:
            code = sharing.create_link(connection, self.store.vault, self.key(connection), link)
        return SavedAssessment(self.store, self.id, code)

    def withdraws(self, other: "SavedAssessment") -> None:
        """Withdraw another link."""
        with self.store.writing.begin() as connection:
            sharing.revoke_link(connection, self.key(connection), other.link_id)

    def links(self) -> tuple[LinkWithHistory, ...]:
        """Return the links."""
        with self.store.reading.connect() as connection:
            return sharing.list_links(connection, self.key(connection))

    @property
    def link_id(self) -> str:
        """Return the id of the code's link."""
        with self.store.reading.connect() as connection:
            return self.key(connection).link_id

    def opens(self) -> bool:
        """Return whether the code still opens the assessment."""
        with self.store.reading.connect() as connection:
            return (
                access_key.unlock_assessment(connection, self.store.vault, self.code, self.id, self.store.now)
                is not None
            )

    def load(self) -> StoredAssessment:
        """Return all of the assessment."""
        with self.store.reading.connect() as connection:
            return assessments.load(connection, self.key(connection))

    def page(self, letter: str) -> StoredAssessment:
        """Return the assessment with one domain."""
        with self.store.reading.connect() as connection:
            return assessments.load_domain(connection, self.key(connection), letter)

    def save(self, letter: str, answers: Mapping[str, Answer], expected_version: int) -> int:
        """Save answers of one domain, and return its version."""
        with self.store.writing.begin() as connection:
            key = self.key(connection)
            return assessments.save_answers(
                connection, key, letter, answers, expected_version=expected_version
            )
