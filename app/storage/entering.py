"""A code entered: the day is noted in its link's history, and the link moved to the newest pepper."""

from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy import update
from sqlalchemy.orm import Session

from app.storage import changing, codes, history, links, sealed, wrapping
from app.storage.links import Key
from app.storage.reader import Recipient
from app.storage.tables import LinkRow
from app.storage.vault import Credential, Vault


def enter(session: Session, vault: Vault, code: str) -> Key | None:
    """Find what a code opens, and remember that it was used today; belongs into a writing session."""
    key = links.unlock(session, vault, code)
    if key is None:
        return None
    own, _ = changing.open_to_change(session, key, key.reader.history)
    if key.pepper != vault.pepper:
        newest = vault.credentials(codes.normalise(code) or "")[0]
        key = _move(session, key, newest)
    before = history.read(own.content)
    now = replace(before, used_on=datetime.now(UTC).date(), public_key=key.public_key)
    if now != before:
        sealed.replace(session, key, (own, history.write(now)))
    return key


def _move(session: Session, key: Key, newest: Credential) -> Key:
    """Give the link the look-up value and the key pair that its code derives under the newest pepper."""
    moved = Key(key.reader, newest.private_key(), newest.pepper, key.asked)
    opened = sealed.open_all(session, key)
    wrapping.admit(session, opened.values(), Recipient(moved.reader, moved.public_key))
    values = {"look_up": newest.look_up, "public_key": moved.public_key, "pepper": newest.pepper}
    session.connection().execute(update(LinkRow).where(LinkRow.id == key.link_id).values(values))
    return moved
