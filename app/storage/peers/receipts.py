"""Receipts: random, stored only in the sealed assessment; each can withdraw its contribution."""

import json
from collections.abc import Mapping

from sqlalchemy import Connection

from app.storage.sealing import codes, sealed_documents, vault
from app.storage.sealing.access_key import AccessKey
from app.storage.sealing.documents import RECEIPT


def read_receipt(connection: Connection, key: AccessKey) -> str:
    """Return the assessment's receipt in its normal form, or raise ForbiddenError."""
    return sealed_documents.open_one(connection, key, RECEIPT).content.decode()


def normalise(typed: str) -> str | None:
    """Return a typed receipt in its normal form; None if it cannot be one."""
    return codes.normalise(typed, codes.RECEIPT_LENGTH)


def digest(receipt: str) -> bytes:
    """Return the digest under which a contribution is stored; the receipt cannot be derived from it."""
    return vault.derive(receipt.encode(), None, b"muster receipt")


def scores_digest(receipt: str, scores: Mapping[str, int]) -> bytes:
    """Return a digest of scores that only the receipt can reproduce."""
    content = json.dumps(dict(scores), sort_keys=True)
    return vault.derive(receipt.encode(), None, f"muster scores {content}".encode())
