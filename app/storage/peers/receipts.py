"""Receipts: random, kept only inside the sealed assessment; whoever has one can withdraw its contribution."""

import json
from collections.abc import Mapping

from sqlalchemy import Connection, bindparam, select

from app.storage.assessments import sharing
from app.storage.database.tables import DocumentRow
from app.storage.sealing import codes, key_wrapping, sealed_documents, vault
from app.storage.sealing.access_key import AccessKey
from app.storage.sealing.documents import RECEIPT
from app.storage.sealing.errors import TamperedError

_IS_THERE = select(DocumentRow.name).where(
    DocumentRow.assessment_id == bindparam("assessment"), DocumentRow.name == RECEIPT
)


def read_receipt(connection: Connection, key: AccessKey) -> str | None:
    """Give the assessment’s receipt in its normal form, or raise ForbiddenError to anybody but an owner.

    Assessments that were begun before there were contributions may have none yet.
    """
    try:
        return sealed_documents.open_pair(connection, key, RECEIPT, RECEIPT)[RECEIPT].content.decode()
    except TamperedError:
        if connection.execute(_IS_THERE, {"assessment": key.assessment_id}).first():
            raise
        return None


def held_or_made(connection: Connection, key: AccessKey) -> str:
    """Give the assessment’s receipt, made now if there is none; nobody else can make another meanwhile."""
    sealed_documents.lock_assessment(connection, key.assessment_id)
    receipt = read_receipt(connection, key)
    if receipt is None:
        receipt = codes.new_receipt()
        key_wrapping.add(connection, {RECEIPT: receipt.encode()}, sharing.active_recipients(connection, key))
    return receipt


def normalise(typed: str) -> str | None:
    """Give a receipt in its normal form, however it was typed; None if it cannot be one."""
    return codes.normalise(typed, codes.RECEIPT_LENGTH)


def digest(receipt: str) -> bytes:
    """Give what a contribution is stored under; nobody gets back from it to the receipt."""
    return vault.derive(receipt.encode(), None, b"muster receipt")


def scores_digest(receipt: str, scores: Mapping[str, int]) -> bytes:
    """Digest scores so that only who has the receipt can tell whether they are the same."""
    told = json.dumps(dict(scores), sort_keys=True)
    return vault.derive(receipt.encode(), None, f"muster scores {told}".encode())
