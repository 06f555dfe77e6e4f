"""A code entered: the day is noted in its link's history, and the link moved to the newest pepper."""

from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy import Connection, update

from app.storage.database.tables import LinkRow
from app.storage.sealing import access_key, codes, history, key_wrapping, recorded_change, sealed_documents
from app.storage.sealing.access_key import Key
from app.storage.sealing.roles import Recipient
from app.storage.sealing.vault import Credential, Vault


def enter(connection: Connection, vault: Vault, code: str) -> Key | None:
    """Find what a code opens, and remember that it was used today; belongs into a connection that writes."""
    key = access_key.unlock(connection, vault, code)
    if key is None:
        return None
    own, _ = recorded_change.open_to_change(connection, key, key.reader.history)
    if key.pepper != vault.pepper:
        newest = vault.credentials(codes.normalise(code) or "")[0]
        key = _move(connection, key, newest)
    before = history.read(own.content)
    now = replace(before, used_on=datetime.now(UTC).date(), public_key=key.public_key)
    if now != before:
        sealed_documents.replace(connection, key, (own, history.write(now)))
    return key


def _move(connection: Connection, key: Key, newest: Credential) -> Key:
    """Give the link the look-up value and the key pair that its code derives under the newest pepper."""
    moved = Key(key.reader, newest.private_key(), newest.pepper, key.asked)
    opened = sealed_documents.open_all(connection, key)
    key_wrapping.admit(connection, opened.values(), Recipient(moved.reader, moved.public_key))
    values = {"look_up": newest.look_up, "public_key": moved.public_key, "pepper": newest.pepper}
    connection.execute(update(LinkRow).where(LinkRow.id == key.link_id).values(values))
    return moved
