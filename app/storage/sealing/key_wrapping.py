"""Make documents' keys and wrap them to links; replace them when a link is withdrawn."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sqlalchemy import Connection, bindparam, delete, insert, update

from app.storage.database.tables import DocumentKeyRow, DocumentRow
from app.storage.sealing import vault
from app.storage.sealing.documents import DOCUMENT_SCHEMA
from app.storage.sealing.roles import Recipient
from app.storage.sealing.sealed_documents import OpenDocument
from app.storage.sealing.vault import DocumentAddress

_RESEAL = (
    update(DocumentRow)
    .where(DocumentRow.assessment_id == bindparam("assessment"), DocumentRow.name == bindparam("document"))
    .values(version=bindparam("next"), schema=DOCUMENT_SCHEMA, sealed=bindparam("content"))
)


def add(connection: Connection, contents: Mapping[str, bytes], recipients: Sequence[Recipient]) -> None:
    """Store new documents of an assessment, sealed for the recipients that may read each."""
    assessment_id = recipients[0].grant.assessment_id
    documents: list[dict[str, object]] = []
    keys: list[dict[str, object]] = []
    for name, content in contents.items():
        key, address = vault.new_document_key(), DocumentAddress(assessment_id, name, 1, DOCUMENT_SCHEMA)
        sealed = vault.seal(content, key, address)
        documents.append(
            {
                "assessment_id": assessment_id,
                "name": name,
                "version": 1,
                "schema": DOCUMENT_SCHEMA,
                "sealed": sealed,
            }
        )
        keys += _wrapped(name, key, recipients)
    connection.execute(insert(DocumentRow), documents)
    connection.execute(insert(DocumentKeyRow), keys)


def wrap_for_link(connection: Connection, opened: Iterable[OpenDocument], link: Recipient) -> None:
    """Wrap the keys of those documents that a link may read, in place of every key it had."""
    old = delete(DocumentKeyRow).where(DocumentKeyRow.link_id == link.grant.link_id)
    connection.execute(old)
    keys = [row for each in opened for row in _wrapped(each.name, each.document_key, (link,))]
    connection.execute(insert(DocumentKeyRow), keys)


def rekey(
    connection: Connection, contents: Mapping[OpenDocument, bytes], recipients: Sequence[Recipient]
) -> None:
    """Seal documents under new keys, which only the recipients that may read them get.

    Each becomes its next version, so that a save prepared before raises ConflictError.
    """
    assessment_id = recipients[0].grant.assessment_id
    documents: list[dict[str, object]] = []
    keys: list[dict[str, object]] = []
    for opened, content in contents.items():
        key = vault.new_document_key()
        address = DocumentAddress(assessment_id, opened.name, opened.version + 1, DOCUMENT_SCHEMA)
        where = {"assessment": assessment_id, "document": opened.name, "next": address.version}
        documents.append({**where, "content": vault.seal(content, key, address)})
        keys += _wrapped(opened.name, key, recipients)
    old = delete(DocumentKeyRow).where(
        DocumentKeyRow.assessment_id == assessment_id,
        DocumentKeyRow.name.in_([opened.name for opened in contents]),
    )
    connection.execute(_RESEAL, documents)
    connection.execute(old)
    connection.execute(insert(DocumentKeyRow), keys)


def _wrapped(name: str, key: bytes, recipients: Iterable[Recipient]) -> Iterator[dict[str, object]]:
    for each in recipients:
        if each.grant.may_read(name):
            wrapped = vault.wrap(key, each.public_key, name, each.grant)
            where = {"assessment_id": each.grant.assessment_id, "link_id": each.grant.link_id}
            yield {**where, "name": name, "wrapped": wrapped}
