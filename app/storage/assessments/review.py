"""Load and save the day that the owner chose for the next review, under a key.

Its document exists once a day is chosen; its version counts the choices and the re-keyings.
"""

import json
from datetime import date

from sqlalchemy import Connection

from app.maturity.review import ReviewChoice
from app.storage.assessments import assessments, sharing
from app.storage.database import locks
from app.storage.sealing import key_wrapping, sealed_documents
from app.storage.sealing.access_key import AccessKey
from app.storage.sealing.documents import COMPLETION, REVIEW
from app.storage.sealing.errors import ConflictError, ForbiddenError
from app.storage.sealing.recorded_change import save_with_history
from app.storage.sealing.sealed_documents import OpenDocument

_NO_CHOICE = b"{}"


def load_review(connection: Connection, key: AccessKey) -> ReviewChoice:
    """Return the day, or raise ForbiddenError for a link that may not see it."""
    completion, chosen = _open(connection, key)
    day = json.loads(chosen.content).get("day") if chosen else None
    revision = completion.version + (chosen.version if chosen else 0)
    return ReviewChoice(date.fromisoformat(day) if day else None, revision)


def save_review(connection: Connection, key: AccessKey, day: date | None, *, seen: date | None) -> bool:
    """Save the day, or None for the usual one, and return whether that changed anything.

    Raises ConflictError if the stored day is not the one that the person saw. The revision does not tell, as
    it also grows when a link is withdrawn. Raises ForbiddenError if the key may not change it.
    """
    if not key.grant.is_owner:
        raise ForbiddenError(REVIEW)
    locks.lock_assessment(connection, key.assessment_id)
    before = load_review(connection, key)
    if before.day == day:
        return False
    if before.day != seen:
        raise ConflictError(COMPLETION, assessments.load(connection, key))
    if _open(connection, key)[1] is None:
        key_wrapping.add(connection, {REVIEW: _NO_CHOICE}, sharing.active_recipients(connection, key))
    own = key.grant.history_document
    opened = sealed_documents.open_pair(connection, key, REVIEW, own)
    content = json.dumps({"day": day.isoformat()} if day else {}).encode()
    save_with_history(connection, key, (opened[REVIEW], opened[own]), content)
    return True


def _open(connection: Connection, key: AccessKey) -> tuple[OpenDocument, OpenDocument | None]:
    """Return the completion, and the document of the day if there is one."""
    opened = sealed_documents.open_pair(connection, key, COMPLETION, COMPLETION, REVIEW)
    return opened[COMPLETION], opened.get(REVIEW)
