"""Upgrade an assessment to another version of the questionnaire, in one transaction."""

from collections.abc import Mapping

from sqlalchemy import Connection, bindparam, delete, update

from app.maturity.answers import Assessment
from app.maturity.questionnaire import Questionnaire
from app.storage.assessments import assessments, creation, sharing
from app.storage.database.tables import AssessmentRow, DocumentRow
from app.storage.sealing import documents, history, key_wrapping, sealed_documents
from app.storage.sealing.access_key import AccessKey
from app.storage.sealing.documents import (
    COMPLETION,
    LEVELS_PREFIX,
    PROFILE,
    Completion,
    StoredAssessment,
    levels_document,
)
from app.storage.sealing.errors import ConflictError
from app.storage.sealing.sealed_documents import OpenDocument

# The history records an upgrade under this name, with the versions before and after.
UPGRADE = "questionnaire"

_FOLLOW = (
    update(AssessmentRow)
    .where(AssessmentRow.id == bindparam("assessment"))
    .values(version=bindparam("follows"))
)
_DROP = delete(DocumentRow).where(
    DocumentRow.assessment_id == bindparam("assessment"),
    DocumentRow.name.in_(bindparam("names", expanding=True)),
)


def upgrade_assessment(
    connection: Connection,
    key: AccessKey,
    questionnaire: Questionnaire,
    assessment: Assessment,
    seen: StoredAssessment,
) -> None:
    """Store an assessment as it is under another version, or raise ConflictError if it is not as ``seen``.

    Every document becomes its next version, so that a page that is open meets a conflict. The document of a
    new domain is sealed for the active links that may read it; that of a dropped domain is deleted.
    """
    recipients = sharing.active_recipients(connection, key)
    opened, stored = sealed_documents.open_all(connection, key), assessments.load(connection, key)
    if stored != seen:
        raise ConflictError(PROFILE, stored)
    before = stored.assessment.version
    since = before if stored.complete else stored.moved_from or before
    contents = creation.build_documents(questionnaire, assessment, since)
    contents[COMPLETION] = _completion(questionnaire, assessment, opened)
    contents |= _levels(contents, questionnaire, opened)
    own = opened[key.grant.history_document]
    own_content = history.append(own.content, key.unlocked_at, UPGRADE, (before, questionnaire.version))
    changed = {name: content for name, content in contents.items() if name in opened} | {
        own.name: own_content
    }
    for name, content in changed.items():
        if not sealed_documents.replace_documents(connection, key, (opened[name], content)):
            raise ConflictError(PROFILE, stored)
    added = {name: content for name, content in contents.items() if name not in opened}
    if added:
        key_wrapping.add(connection, added, recipients)
    before_letters = documents.read_profile(opened[PROFILE].content).domains
    dropped = {*before_letters, *map(levels_document, before_letters)} - contents.keys()
    where = {"assessment": key.assessment_id}
    connection.execute(_DROP, {**where, "names": sorted(dropped)})
    connection.execute(_FOLLOW, {**where, "follows": questionnaire.version})


def _levels(
    contents: Mapping[str, bytes], questionnaire: Questionnaire, opened: Mapping[str, OpenDocument]
) -> dict[str, bytes]:
    """Return every domain’s levels, with the version that it is about to get; none if none are stored."""
    if not any(name.startswith(LEVELS_PREFIX) for name in opened):
        return {}
    versions = {letter: document.version + 1 for letter, document in opened.items()}
    return {
        levels_document(domain.letter): documents.write_levels(
            contents[domain.letter], versions.get(domain.letter, 1)
        )
        for domain in questionnaire.domains
    }


def _completion(
    questionnaire: Questionnaire, assessment: Assessment, opened: Mapping[str, OpenDocument]
) -> bytes:
    """Return a completion that stays, with the versions that the domains are about to get."""
    if assessment.completed_on is None:
        return documents.write_completion(None)
    versions = {domain.letter: opened[domain.letter].version + 1 for domain in questionnaire.domains}
    return documents.write_completion(Completion(assessment.completed_on, versions))
