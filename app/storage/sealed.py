"""Sealed documents: opened, and replaced without losing what another wrote meanwhile."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from sqlalchemy import Row, bindparam, or_, select, update
from sqlalchemy.orm import Session

from app.storage import vault
from app.storage.documents import PROFILE, SCHEMA
from app.storage.errors import GoneError, StorageError, TamperedError
from app.storage.links import Key
from app.storage.tables import AssessmentRow, DocumentKeyRow, DocumentRow
from app.storage.vault import Place

_SealedRow = Row[str, int, int, bytes, bytes, str, str, date]

# Statements are built once and take named parameters, so that the engine's cache compiles each a single time.
_ALL = (
    select(
        DocumentRow.name,
        DocumentRow.version,
        DocumentRow.schema,
        DocumentRow.sealed,
        DocumentKeyRow.wrapped,
        AssessmentRow.questionnaire,
        AssessmentRow.version,
        AssessmentRow.changed_on,
    )
    .join(AssessmentRow, AssessmentRow.id == DocumentRow.assessment_id)
    .join(
        DocumentKeyRow,
        (DocumentKeyRow.assessment_id == DocumentRow.assessment_id)
        & (DocumentKeyRow.name == DocumentRow.name)
        & (DocumentKeyRow.link_id == bindparam("link")),
    )
    .where(DocumentRow.assessment_id == bindparam("assessment"))
)
_PAGE = _ALL.where(or_(DocumentRow.name == PROFILE, DocumentRow.name == bindparam("document")))
_ONE = _ALL.where(DocumentRow.name == bindparam("document"))
_REPLACE = (
    update(DocumentRow)
    .where(
        DocumentRow.assessment_id == bindparam("assessment"),
        DocumentRow.name == bindparam("document"),
        DocumentRow.version == bindparam("seen"),
    )
    .values(version=bindparam("next"), schema=SCHEMA, sealed=bindparam("content"))
)
_TOUCH = (
    update(AssessmentRow)
    .where(AssessmentRow.id == bindparam("assessment"))
    .values(changed_on=bindparam("today"))
)
_EXISTS = select(AssessmentRow.id).where(AssessmentRow.id == bindparam("assessment"))
_HOLD = _EXISTS.with_for_update()


@dataclass(frozen=True, slots=True)
class Opened:
    """A document in clear, with what is needed to seal it again."""

    name: str
    version: int
    content: bytes = field(repr=False)
    document_key: bytes = field(repr=False)
    questionnaire: tuple[str, str]
    changed_on: date


def open_all(session: Session, key: Key) -> dict[str, Opened]:
    """Open every document that the key may read, in one query."""
    rows = session.connection().execute(_ALL, {"assessment": key.assessment_id, "link": key.link_id}).all()
    return _opened(session, key, rows, ())


def open_page(session: Session, key: Key, letter: str) -> dict[str, Opened]:
    """Open the profile and one domain, in one query."""
    parameters = {"assessment": key.assessment_id, "link": key.link_id, "document": letter}
    return _opened(session, key, session.connection().execute(_PAGE, parameters).all(), (PROFILE, letter))


def hold(session: Session, assessment_id: str) -> None:
    """Let nobody else change the assessment until the transaction ends, waiting for who does now.

    A lock of the row to change would not do: PostgreSQL shows who waited for it the new row beside others as
    they were before, a document beside a key that no longer opens it.
    """
    if session.get_bind().dialect.name == "postgresql":
        session.connection().execute(_HOLD, {"assessment": assessment_id})


def open_one(session: Session, key: Key, name: str) -> Opened:
    """Open one document to change it; until the transaction ends nobody else can."""
    hold(session, key.assessment_id)
    parameters = {"assessment": key.assessment_id, "link": key.link_id, "document": name}
    return _opened(session, key, session.connection().execute(_ONE, parameters).all(), (name,))[name]


def replace(session: Session, key: Key, opened: Opened, content: bytes) -> bool:
    """Seal new content under the next version; False if another version stands there by now."""
    place = Place(key.assessment_id, opened.name, opened.version + 1, SCHEMA)
    connection = session.connection()
    replaced = connection.execute(
        _REPLACE,
        {
            "assessment": key.assessment_id,
            "document": opened.name,
            "seen": opened.version,
            "next": place.version,
            "content": vault.seal(content, opened.document_key, place),
        },
    )
    today = datetime.now(UTC).date()
    if replaced.rowcount == 1 and opened.changed_on != today:
        connection.execute(_TOUCH, {"assessment": key.assessment_id, "today": today})
    return replaced.rowcount == 1


def missing(session: Session, key: Key, name: str) -> StorageError:
    """Tell a document that was taken away from an assessment that was deleted."""
    found = session.connection().execute(_EXISTS, {"assessment": key.assessment_id}).first()
    return TamperedError(name) if found else GoneError(key.assessment_id)


def _opened(
    session: Session, key: Key, rows: Iterable[_SealedRow], wanted: Iterable[str]
) -> dict[str, Opened]:
    opened = {row[0]: _open(key, row) for row in rows}
    for name in wanted:
        if name not in opened:
            raise missing(session, key, name)
    return opened


def _open(key: Key, row: _SealedRow) -> Opened:
    name, version, schema, sealed, wrapped, questionnaire, questionnaire_version, changed_on = row
    document_key = key.unwrapped.get(wrapped)
    if document_key is None:
        document_key = key.unwrapped[wrapped] = vault.unwrap(wrapped, key.private_key, name, key.reader)
    content = vault.unseal(sealed, document_key, Place(key.assessment_id, name, version, schema))
    return Opened(name, version, content, document_key, (questionnaire, questionnaire_version), changed_on)
