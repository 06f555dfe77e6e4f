"""Sealed documents: opened, and replaced without losing what another wrote meanwhile."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import ColumnElement, Connection, Row, and_, bindparam, case, func, or_, select, update
from sqlalchemy.orm import aliased

from app.storage.database.tables import AssessmentRow, DocumentKeyRow, DocumentRow, LinkRow
from app.storage.sealing import vault
from app.storage.sealing.access_key import AccessKey
from app.storage.sealing.documents import (
    DOCUMENT_SCHEMA,
    HISTORY_PREFIX,
    LINKS,
    OUTLINE,
    PULSE,
    PULSE_KEY,
    RECEIPT,
)
from app.storage.sealing.errors import ForbiddenError, GoneError, StorageError, TamperedError
from app.storage.sealing.vault import DocumentAddress

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
_RESULTS = _ALL.where(DocumentRow.name.not_like(f"{HISTORY_PREFIX}%"))
_TWO = _ALL.where(
    or_(DocumentRow.name == bindparam("document_beside"), DocumentRow.name == bindparam("document"))
)
_THREE = _ALL.where(
    or_(
        DocumentRow.name == bindparam("document_beside"),
        DocumentRow.name == bindparam("document"),
        DocumentRow.name == bindparam("history"),
    )
)


def _seen(row: type[DocumentRow]) -> ColumnElement[bool]:
    return and_(
        row.assessment_id == bindparam("assessment"),
        or_(
            and_(row.name == bindparam("document"), row.version == bindparam("seen")),
            and_(row.name == bindparam("document_beside"), row.version == bindparam("seen_beside")),
        ),
    )


_BEFORE = aliased(DocumentRow)
# Both rows in one statement, or neither: a save costs no more for being remembered.
_REPLACE = (
    update(DocumentRow)
    .where(
        _seen(DocumentRow),
        select(func.count()).select_from(_BEFORE).where(_seen(_BEFORE)).scalar_subquery()
        == bindparam("number"),
    )
    .values(
        version=DocumentRow.version + 1,
        schema=DOCUMENT_SCHEMA,
        sealed=case(
            (DocumentRow.name == bindparam("document"), bindparam("content", type_=DocumentRow.sealed.type)),
            else_=bindparam("content_beside", type_=DocumentRow.sealed.type),
        ),
    )
)
_NO_SECOND = {"document_beside": None, "seen_beside": None, "content_beside": None}
_TOUCH = (
    update(AssessmentRow)
    .where(AssessmentRow.id == bindparam("assessment"))
    .values(changed_on=bindparam("today"))
)
_IN_FORCE = select(LinkRow.id).where(LinkRow.id == bindparam("link"), LinkRow.revoked_on.is_(None))


@dataclass(frozen=True, slots=True)
class OpenDocument:
    """A document in clear, with what is needed to seal it again."""

    name: str
    version: int
    schema: int
    content: bytes = field(repr=False)
    document_key: bytes = field(repr=False)
    questionnaire: tuple[str, str]
    changed_on: date


def open_all(connection: Connection, key: AccessKey) -> dict[str, OpenDocument]:
    """Open every document that the key may read, in one query."""
    return _opened(connection, key, connection.execute(_ALL, _of(key)).all(), ())


def open_results(connection: Connection, key: AccessKey) -> dict[str, OpenDocument]:
    """Open every document that the key may read and results are made of, in one query."""
    skipped = {LINKS, OUTLINE, PULSE, PULSE_KEY, RECEIPT} - {key.grant.head_document}
    rows = connection.execute(_RESULTS, _of(key)).all()
    return _opened(connection, key, (row for row in rows if row[0] not in skipped), ())


def open_one(connection: Connection, key: AccessKey, name: str) -> OpenDocument:
    """Open one document, or raise ForbiddenError."""
    return open_pair(connection, key, name, name)[name]


def open_pair(connection: Connection, key: AccessKey, name: str, beside: str) -> dict[str, OpenDocument]:
    """Open two documents in one query, or raise ForbiddenError."""
    if not key.grant.may_read(name):
        raise ForbiddenError(name)
    parameters = {**_of(key), "document": name, "document_beside": beside}
    return _opened(connection, key, connection.execute(_TWO, parameters).all(), (name, beside))


def open_domain(connection: Connection, key: AccessKey, letter: str) -> dict[str, OpenDocument]:
    """Open a domain, what is asked, and the link's history in one query.

    Raises ForbiddenError.
    """
    if not key.grant.may_read(letter):
        raise ForbiddenError(letter)
    head, own = key.grant.head_document, key.grant.history_document
    parameters = {**_of(key), "document": letter, "document_beside": head, "history": own}
    return _opened(connection, key, connection.execute(_THREE, parameters).all(), (letter, head, own))


def replace_documents(connection: Connection, key: AccessKey, *changed: tuple[OpenDocument, bytes]) -> bool:
    """Seal new contents of one document, or two, under their next versions.

    False if another version of either stands there by now; nothing is then written. The assessment is held.
    """
    parameters: dict[str, object] = {
        "assessment": key.assessment_id,
        "number": len(changed),
        **_NO_SECOND,
    }
    for suffix, (opened, content) in zip(("", "_beside"), changed, strict=False):
        place = DocumentAddress(key.assessment_id, opened.name, opened.version + 1, DOCUMENT_SCHEMA)
        parameters[f"document{suffix}"] = opened.name
        parameters[f"seen{suffix}"] = opened.version
        parameters[f"content{suffix}"] = vault.seal(content, opened.document_key, place)
    replaced = connection.execute(_REPLACE, parameters).rowcount == len(changed)
    first, today = changed[0][0], key.today
    # A history alone is a use, and when something was used is nobody's business.
    if replaced and first.changed_on != today and not first.name.startswith(HISTORY_PREFIX):
        connection.execute(_TOUCH, {"assessment": key.assessment_id, "today": today})
    return replaced


def missing_document_error(connection: Connection, key: AccessKey, name: str) -> StorageError:
    """Tell a document that was taken away from a deleted assessment and a withdrawn link."""
    found = connection.execute(_IN_FORCE, {"link": key.link_id}).first()
    return TamperedError(name) if found else GoneError(key.assessment_id)


def _of(key: AccessKey) -> dict[str, str]:
    return {"assessment": key.assessment_id, "link": key.link_id}


def _opened(
    connection: Connection, key: AccessKey, rows: Iterable[_SealedRow], wanted: Iterable[str]
) -> dict[str, OpenDocument]:
    opened = {row[0]: _open(key, row) for row in rows}
    for name in wanted:
        if name not in opened:
            raise missing_document_error(connection, key, name)
    return opened


def _open(key: AccessKey, row: _SealedRow) -> OpenDocument:
    name, version, schema, sealed, wrapped, questionnaire, questionnaire_version, changed_on = row
    document_key = key.document_keys.get(wrapped)
    if document_key is None:
        document_key = key.document_keys[wrapped] = vault.unwrap(wrapped, key.private_key, name, key.grant)
    content = vault.unseal(sealed, document_key, DocumentAddress(key.assessment_id, name, version, schema))
    asked = (questionnaire, questionnaire_version)
    return OpenDocument(name, version, schema, content, document_key, asked, changed_on)
