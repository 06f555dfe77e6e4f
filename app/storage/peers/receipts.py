"""Receipts: random, kept only inside the sealed assessment; whoever has one can withdraw its contribution."""

import json
from collections.abc import Mapping

from sqlalchemy import Connection

from app.storage.sealing import codes, sealed_documents, vault
from app.storage.sealing.access_key import AccessKey
from app.storage.sealing.documents import RECEIPT


def read_receipt(connection: Connection, key: AccessKey) -> str:
    """Return the assessment’s receipt in its normal form; raise ForbiddenError if the key is no owner’s."""
    return sealed_documents.open_one(connection, key, RECEIPT).content.decode()


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
