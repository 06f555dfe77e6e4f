"""Sign in by a code: record the day in the link's history, and move the link to the newest pepper."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection, update

from app.storage.database.tables import LinkRow
from app.storage.sealing import access_key, codes, history, key_wrapping, recorded_change, sealed_documents
from app.storage.sealing.access_key import AccessKey
from app.storage.sealing.roles import Recipient
from app.storage.sealing.vault import Credential, Vault


def sign_in(connection: Connection, vault: Vault, code: str, now: datetime) -> AccessKey | None:
    """Return the key of a typed code, or None, and record the day of its use. Takes a writing connection."""
    key = access_key.unlock(connection, vault, code, now)
    if key is None:
        return None
    own, _ = recorded_change.lock_and_open(connection, key, key.grant.history_document)
    if key.pepper_name != vault.newest_pepper_name:
        newest = vault.newest_credential(codes.normalise(code) or "")
        key = _rotate_pepper(connection, key, newest)
    before = history.read(own.content)
    after = replace(before, used_on=key.today, public_key=key.public_key)
    if after != before:
        sealed_documents.replace_documents(connection, key, (own, history.write(after)))
    return key


def _rotate_pepper(connection: Connection, key: AccessKey, newest: Credential) -> AccessKey:
    """Replace the link's lookup value and key pair by those that its code derives under the newest pepper."""
    rotated = AccessKey(
        key.grant, newest.private_key(), newest.pepper_name, key.questionnaire, key.unlocked_at
    )
    opened = sealed_documents.open_all(connection, key)
    key_wrapping.wrap_for_link(connection, opened.values(), Recipient(rotated.grant, rotated.public_key))
    values = {"lookup": newest.lookup, "public_key": rotated.public_key, "pepper_name": newest.pepper_name}
    connection.execute(update(LinkRow).where(LinkRow.id == key.link_id).values(values))
    return rotated
