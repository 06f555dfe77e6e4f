"""Load and save what the owner typed for the placeholders of model clauses, under a key.

The document exists once something was saved. It belongs to no round: a closed round leaves it as it is.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection

from app.maturity.text import LANGUAGES, Language
from app.storage.assessments import sharing
from app.storage.database import locks
from app.storage.sealing import key_wrapping, sealed_documents
from app.storage.sealing.access_key import AccessKey
from app.storage.sealing.documents import PLACEHOLDERS
from app.storage.sealing.errors import ForbiddenError, StorageError
from app.storage.sealing.recorded_change import save_with_history
from app.storage.sealing.sealed_documents import OpenDocument

# What was typed, by language and by the id of the placeholder.
Filled = Mapping[Language, Mapping[str, str]]

_NOTHING = b"{}"


@dataclass(frozen=True, slots=True)
class StoredPlaceholders:
    """What is stored, and its version; 0 before anything was saved."""

    filled: Filled = field(default_factory=dict, repr=False)
    version: int = 0


class PlaceholdersConflictError(StorageError):
    """Somebody else saved other words meanwhile: ``stored`` holds them."""

    def __init__(self, stored: StoredPlaceholders) -> None:
        super().__init__(PLACEHOLDERS)
        self.stored = stored


def load_placeholders(connection: Connection, key: AccessKey) -> StoredPlaceholders:
    """Return what is stored, or raise ForbiddenError for a link that may not see it."""
    found = _open(connection, key).get(PLACEHOLDERS)
    return StoredPlaceholders(_read(found.content), found.version) if found else StoredPlaceholders()


def save_placeholders(
    connection: Connection, key: AccessKey, filled: Filled, *, expected_version: int
) -> int:
    """Save the words in place of all that were stored, and return the version that stands afterwards.

    Raises PlaceholdersConflictError if another version is stored than the person saw, and ForbiddenError if
    the key may not change them.
    """
    if not key.grant.is_owner:
        raise ForbiddenError(PLACEHOLDERS)
    locks.lock_assessment(connection, key.assessment_id)
    before, content = load_placeholders(connection, key), _write(filled)
    if content == _write(before.filled):
        return before.version
    if before.version != expected_version:
        raise PlaceholdersConflictError(before)
    if not before.version:
        key_wrapping.add(connection, {PLACEHOLDERS: _NOTHING}, sharing.active_recipients(connection, key))
    opened = _open(connection, key)
    document = opened[PLACEHOLDERS]
    save_with_history(connection, key, (document, opened[key.grant.history_document]), content)
    return document.version + 1


def _open(connection: Connection, key: AccessKey) -> dict[str, OpenDocument]:
    """Return the link’s history, and the document if there is one."""
    if not key.grant.may_read(PLACEHOLDERS):
        raise ForbiddenError(PLACEHOLDERS)
    own = key.grant.history_document
    return sealed_documents.open_pair(connection, key, own, own, PLACEHOLDERS)


def _read(content: bytes) -> Filled:
    stored = json.loads(content)
    return {language: stored[language] for language in LANGUAGES if language in stored}


def _write(filled: Filled) -> bytes:
    given = {
        language: words
        for language, typed in filled.items()
        if (words := {id: word for id, word in typed.items() if word})
    }
    return json.dumps(given, ensure_ascii=False, sort_keys=True).encode()
