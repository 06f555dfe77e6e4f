"""Documents' keys: made, wrapped to one more reader, and made anew when a reader is shut out."""

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
    """Seal new documents of an assessment for those who may read them."""
    assessment_id = recipients[0].grant.assessment_id
    documents: list[dict[str, object]] = []
    keys: list[dict[str, object]] = []
    for name, content in contents.items():
        key, place = vault.new_document_key(), DocumentAddress(assessment_id, name, 1, DOCUMENT_SCHEMA)
        sealed = vault.seal(content, key, place)
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
    """Wrap documents' keys to a link, as far as it may read them, in place of what it had."""
    old = delete(DocumentKeyRow).where(DocumentKeyRow.link_id == link.grant.link_id)
    connection.execute(old)
    keys = [row for each in opened for row in _wrapped(each.name, each.document_key, (link,))]
    connection.execute(insert(DocumentKeyRow), keys)


def rekey(
    connection: Connection, contents: Mapping[OpenDocument, bytes], recipients: Sequence[Recipient]
) -> None:
    """Seal documents anew, under new keys that those who may read them get, and nobody else has.

    Each becomes its next version: a save that was prepared before overwrites nothing.
    """
    assessment_id = recipients[0].grant.assessment_id
    documents: list[dict[str, object]] = []
    keys: list[dict[str, object]] = []
    for opened, content in contents.items():
        key, place = (
            vault.new_document_key(),
            DocumentAddress(assessment_id, opened.name, opened.version + 1, DOCUMENT_SCHEMA),
        )
        where = {"assessment": assessment_id, "document": opened.name, "next": place.version}
        documents.append({**where, "content": vault.seal(content, key, place)})
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
