"""Open sealed documents, and replace them unless somebody else did meanwhile."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    ScalarSelect,
    and_,
    bindparam,
    case,
    func,
    or_,
    select,
    update,
)
from sqlalchemy.orm import aliased

from app.storage.database.tables import AssessmentRow, DocumentKeyRow, DocumentRow, LinkRow
from app.storage.sealing import documents, vault
from app.storage.sealing.access_key import AccessKey
from app.storage.sealing.errors import ForbiddenError, GoneError, StorageError, TamperedError
from app.storage.sealing.roles import RESULTS_VIEWER
from app.storage.sealing.vault import DocumentAddress

_SealedRow = Row[str, int, int, bytes, bytes, str, str, date]

# Statements are built once and take named parameters, so that the engine compiles each only once.
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
_RESULTS = _ALL.where(*(DocumentRow.name.not_like(f"{each}%") for each in documents.PREFIXES_BESIDE_RESULTS))
_PREFIXED = _ALL.where(
    or_(
        DocumentRow.name.like(bindparam("pattern")),
        DocumentRow.name.in_(bindparam("names", expanding=True)),
    )
)
# The rows of a save are named by these parameters: a document, the history, the repeated levels; or fewer.
_PLACES = ("", "second_", "third_")


def _named(row: type[DocumentRow], *more: str) -> ColumnElement[bool]:
    places = (f"{place}document" for place in _PLACES)
    return or_(*(row.name == bindparam(name) for name in (*places, *more)))


_THREE = _ALL.where(_named(DocumentRow))
_FIVE = _ALL.where(_named(DocumentRow, "fourth_document", "fifth_document"))


def _seen(row: type[DocumentRow]) -> ColumnElement[bool]:
    seen = (
        and_(row.name == bindparam(f"{place}document"), row.version == bindparam(f"{place}seen"))
        for place in _PLACES
    )
    return and_(row.assessment_id == bindparam("assessment"), or_(*seen))


def _count(*conditions: ColumnElement[bool]) -> ScalarSelect[int]:
    return select(func.count()).select_from(_BEFORE).where(*conditions).scalar_subquery()


_BEFORE = aliased(DocumentRow)
# Replaces all rows in one statement, or none: so history and levels cost a save no statement. Nothing is
# replaced either if there is a row that the saver did not see.
_REPLACE = (
    update(DocumentRow)
    .where(
        _seen(DocumentRow),
        _count(_seen(_BEFORE)) == bindparam("number"),
        _count(_BEFORE.assessment_id == bindparam("assessment"), _named(_BEFORE)) == bindparam("number"),
    )
    .values(
        version=DocumentRow.version + 1,
        schema=documents.DOCUMENT_SCHEMA,
        sealed=case(
            *(
                (
                    DocumentRow.name == bindparam(f"{place}document"),
                    bindparam(f"{place}content", type_=DocumentRow.sealed.type),
                )
                for place in _PLACES
            )
        ),
    )
)
_NO_ROWS = {f"{place}{part}": None for place in _PLACES for part in ("document", "seen", "content")}
_TOUCH = (
    update(AssessmentRow)
    .where(AssessmentRow.id == bindparam("assessment"))
    .values(changed_on=bindparam("today"))
)
_ACTIVE = select(LinkRow.id).where(LinkRow.id == bindparam("link"), LinkRow.revoked_on.is_(None))


@dataclass(frozen=True, slots=True)
class OpenDocument:
    """A decrypted document, with what is needed to seal it again."""

    name: str
    version: int
    schema: int
    content: bytes = field(repr=False)
    document_key: bytes = field(repr=False)
    questionnaire: tuple[str, str]
    changed_on: date


def open_all(connection: Connection, key: AccessKey) -> dict[str, OpenDocument]:
    """Return every document that the key may read, by its name, in one query."""
    return _opened(connection, key, connection.execute(_ALL, _parameters(key)).all(), ())


def open_results(connection: Connection, key: AccessKey) -> dict[str, OpenDocument]:
    """Return every document that the key may read and results need, by its name, in one query."""
    skipped = documents.BESIDE_RESULTS - {key.grant.head_document}
    # Repeats what all others read whole.
    repeated = key.role != RESULTS_VIEWER
    rows = connection.execute(_RESULTS, _parameters(key)).all()
    needed = (
        row
        for row in rows
        if row[0] not in skipped and not (repeated and row[0].startswith(documents.LEVELS_PREFIX))
    )
    return _opened(connection, key, needed, ())


def open_one(connection: Connection, key: AccessKey, name: str) -> OpenDocument:
    """Return one document, or raise ForbiddenError."""
    return open_pair(connection, key, name, name)[name]


def open_pair(
    connection: Connection, key: AccessKey, name: str, second: str, optional: str | None = None
) -> dict[str, OpenDocument]:
    """Return two documents by their names, and a third if there is one, in one query.

    Raises ForbiddenError if the first is not allowed.
    """
    if not key.grant.may_read(name):
        raise ForbiddenError(name)
    names = {"document": name, "second_document": second, "third_document": optional}
    rows = connection.execute(_THREE, {**_parameters(key), **names}).all()
    return _opened(connection, key, rows, (name, second))


def open_editable(connection: Connection, key: AccessKey, name: str) -> dict[str, OpenDocument]:
    """Return a document with all that a change of it needs, in one query.

    These are the link's history, the document with the questionnaire's version and the state of the round,
    the levels of a domain if they are repeated, and the completion if the link may read it. Raises
    ForbiddenError.
    """
    if not key.grant.may_read(name):
        raise ForbiddenError(name)
    head, own = key.grant.head_document, key.grant.history_document
    names = {"document": name, "second_document": head, "third_document": own}
    completion = documents.COMPLETION if key.grant.may_read(documents.COMPLETION) else None
    beside = {"fourth_document": documents.levels_document(name), "fifth_document": completion}
    rows = connection.execute(_FIVE, {**_parameters(key), **names, **beside}).all()
    return _opened(connection, key, rows, (name, head, own))


def open_prefixed(
    connection: Connection, key: AccessKey, prefix: str, *names: str
) -> dict[str, OpenDocument]:
    """Return the documents whose names begin with a prefix, if there are any, and those of some names."""
    parameters = {**_parameters(key), "pattern": f"{prefix}%", "names": names}
    return _opened(connection, key, connection.execute(_PREFIXED, parameters).all(), names)


def replace_documents(
    connection: Connection, key: AccessKey, *changed: tuple[OpenDocument, bytes], absent: str | None = None
) -> bool:
    """Seal new contents of one to three documents under their next versions, and return whether it was done.

    If any has another version by now, or if there is a document of the name ``absent``, which fewer than
    three leave room for, nothing is written. The caller has locked the assessment.
    """
    parameters: dict[str, object] = {
        "assessment": key.assessment_id,
        "number": len(changed),
        **_NO_ROWS,
        "third_document": absent,
    }
    for prefix, (opened, content) in zip(_PLACES, changed, strict=False):
        schema, version = documents.DOCUMENT_SCHEMA, opened.version + 1
        address = DocumentAddress(key.assessment_id, opened.name, version, schema)
        parameters[f"{prefix}document"] = opened.name
        parameters[f"{prefix}seen"] = opened.version
        parameters[f"{prefix}content"] = vault.seal(content, opened.document_key, address)
    replaced = connection.execute(_REPLACE, parameters).rowcount == len(changed)
    first, today = changed[0][0], key.today
    # A history that is replaced alone records a use; the table does not show in clear when that was.
    # A clock that is behind must not make an assessment look unchanged for longer than it is.
    if replaced and first.changed_on < today and not first.name.startswith(documents.HISTORY_PREFIX):
        connection.execute(_TOUCH, {"assessment": key.assessment_id, "today": today})
    return replaced


def missing_document_error(connection: Connection, key: AccessKey, name: str) -> StorageError:
    """Return TamperedError if the link is active, else GoneError: the assessment was deleted or withdrawn."""
    is_active = connection.execute(_ACTIVE, {"link": key.link_id}).first()
    return TamperedError(name) if is_active else GoneError(key.assessment_id)


def _parameters(key: AccessKey) -> dict[str, str]:
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
    followed = (questionnaire, questionnaire_version)
    return OpenDocument(name, version, schema, content, document_key, followed, changed_on)
