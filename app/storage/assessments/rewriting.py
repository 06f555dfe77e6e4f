"""Write all documents of an assessment as their next versions, in one transaction.

A page that was opened before then meets a conflict, whatever it saves.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

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
    OPINIONS,
    OUTLINE,
    PROFILE,
    RECEIPT,
    TARGETS,
    Completion,
    StoredAssessment,
    levels_document,
)
from app.storage.sealing.errors import ConflictError
from app.storage.sealing.repeated_levels import write_levels
from app.storage.sealing.sealed_documents import OpenDocument

_FOLLOW = (
    update(AssessmentRow)
    .where(AssessmentRow.id == bindparam("assessment"))
    .values(version=bindparam("follows"))
)
_DROP = delete(DocumentRow).where(
    DocumentRow.assessment_id == bindparam("assessment"),
    DocumentRow.name.in_(bindparam("names", expanding=True)),
)


@dataclass(frozen=True, slots=True)
class Rewriting:
    """What an assessment becomes, under which version of the questionnaire, and how the history names it."""

    questionnaire: Questionnaire
    assessment: Assessment = field(repr=False)
    change: str
    details: tuple[str, ...]
    moved_from: str = ""
    is_closed: bool = False
    begun_on: date | None = None
    carried_from: date | None = None


def rewrite_assessment(
    connection: Connection, key: AccessKey, seen: StoredAssessment, rewriting: Rewriting
) -> None:
    """Store an assessment as another, or raise ConflictError if it is not as ``seen``.

    The document of a new domain is sealed for the active links that may read it; that of a dropped domain is
    deleted. The receipt stays.
    """
    recipients = sharing.active_recipients(connection, key)
    opened, stored = sealed_documents.open_all(connection, key), assessments.load(connection, key)
    if stored != seen:
        raise ConflictError(PROFILE, stored)
    questionnaire, assessment = rewriting.questionnaire, rewriting.assessment
    contents = creation.build_documents(questionnaire, assessment)
    del contents[RECEIPT]
    head = replace(
        documents.read_profile(contents[PROFILE]),
        moved_from=rewriting.moved_from,
        is_closed=rewriting.is_closed,
        begun_on=rewriting.begun_on,
        carried_from=rewriting.carried_from,
    )
    letters = head.domains
    contents |= {
        PROFILE: documents.write_profile(head),
        OUTLINE: documents.write_outline(head),
        COMPLETION: _completion(assessment.completed_on, letters, opened),
        **_levels({letter: contents[letter] for letter in letters}, opened),
    }
    own = opened[key.grant.history_document]
    changed = {name: content for name, content in contents.items() if name in opened}
    changed[own.name] = history.append(own.content, key.unlocked_at, rewriting.change, rewriting.details)
    _replace(connection, key, {opened[name]: content for name, content in changed.items()}, stored)
    added = {name: content for name, content in contents.items() if name not in opened}
    if added:
        key_wrapping.add(connection, added, recipients)
    before_letters = documents.read_profile(opened[PROFILE].content).domains
    dropped = {*before_letters, *map(levels_document, before_letters)} - contents.keys()
    where = {"assessment": key.assessment_id}
    connection.execute(_DROP, {**where, "names": sorted(dropped)})
    connection.execute(_FOLLOW, {**where, "follows": questionnaire.version})


def close_forms(connection: Connection, key: AccessKey) -> None:
    """Close the present round, which is complete, to every form; the caller has locked the assessment."""
    opened, stored = sealed_documents.open_all(connection, key), assessments.load(connection, key)
    head = replace(documents.read_profile(opened[PROFILE].content), is_closed=True)
    answers = {letter: opened[letter].content for letter in head.domains}
    contents = {
        PROFILE: documents.write_profile(head),
        OUTLINE: documents.write_outline(head),
        **{name: opened[name].content for name in (OPINIONS, TARGETS)},
        COMPLETION: _completion(stored.assessment.completed_on, head.domains, opened),
        **answers,
        **_levels(answers, opened),
    }
    _replace(connection, key, {opened[name]: content for name, content in contents.items()}, stored)


def _replace(
    connection: Connection,
    key: AccessKey,
    contents: Mapping[OpenDocument, bytes],
    stored: StoredAssessment,
) -> None:
    for document, content in contents.items():
        if not sealed_documents.replace_documents(connection, key, (document, content)):
            raise ConflictError(PROFILE, stored)


def _levels(answers: Mapping[str, bytes], opened: Mapping[str, OpenDocument]) -> dict[str, bytes]:
    """Return every domain’s levels, with the version that it is about to get; none if none are stored."""
    if not any(name.startswith(LEVELS_PREFIX) for name in opened):
        return {}
    return {
        levels_document(letter): write_levels(content, _next_version(letter, opened))
        for letter, content in answers.items()
    }


def _completion(on: date | None, letters: tuple[str, ...], opened: Mapping[str, OpenDocument]) -> bytes:
    """Return the completion with the versions that the domains are about to get."""
    if on is None:
        return documents.write_completion(None)
    versions = {letter: _next_version(letter, opened) for letter in letters}
    return documents.write_completion(Completion(on, versions))


def _next_version(letter: str, opened: Mapping[str, OpenDocument]) -> int:
    return opened[letter].version + 1 if letter in opened else 1
