"""Assessments: made, read and changed under a key; what comes out is the core's own objects.

A save names the version that the person was shown. It gives the version that stands afterwards, which is the
same if nothing changed, or raises ConflictError if another change came between; nothing is then written.
Saves belong into a connection that writes.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime

from sqlalchemy import Connection, insert

from app.maturity.answers import Answer, Assessment, Profile
from app.maturity.questionnaire import Questionnaire
from app.storage.database import locks
from app.storage.database.tables import AssessmentRow, LinkRow
from app.storage.sealing import codes, documents, history, key_wrapping, link_list, sealed_documents
from app.storage.sealing.access_key import AccessKey
from app.storage.sealing.documents import (
    COMPLETION,
    LINKS,
    OPINIONS,
    OUTLINE,
    PROFILE,
    RECEIPT,
    TARGETS,
    Completion,
    ProfileDocument,
    StoredAssessment,
)
from app.storage.sealing.errors import ConflictError, TamperedError
from app.storage.sealing.recorded_change import lock_and_open, save_with_history
from app.storage.sealing.roles import OWNER, Grant, Recipient
from app.storage.sealing.sealed_documents import OpenDocument
from app.storage.sealing.vault import Vault


@dataclass(frozen=True, slots=True)
class EditableDomain:
    """A domain that was opened so that it can be saved, beside its link's history."""

    letter: str
    stored: StoredAssessment
    opened: tuple[OpenDocument, OpenDocument] = field(repr=False)


def create(
    connection: Connection, vault_: Vault, questionnaire: Questionnaire, assessment: Assessment
) -> tuple[str, str]:
    """Store a new assessment, blank or imported, and give its public id and its owner's code.

    The code is kept nowhere: whoever loses it has lost the assessment. An answer to a question that the
    questionnaire does not have raises UnknownQuestionError.
    """
    code = codes.new_code()
    credential = vault_.credentials(code)[0]
    owner = Recipient(
        Grant(codes.new_id(), codes.new_id(), OWNER),
        credential.private_key().public_key().public_bytes_raw(),
    )
    today = datetime.now(UTC).date()
    contents = {**build_documents(questionnaire, assessment), **_sharing_documents(owner, today)}
    connection.execute(
        insert(AssessmentRow),
        {
            "id": owner.grant.assessment_id,
            "questionnaire": assessment.questionnaire_id,
            "version": assessment.version,
            "changed_on": today,
        },
    )
    connection.execute(
        insert(LinkRow),
        {
            "id": owner.grant.link_id,
            "assessment_id": owner.grant.assessment_id,
            "role": OWNER,
            "domains": "",
            "scores": False,
            "lookup": credential.lookup,
            "public_key": owner.public_key,
            "pepper_name": credential.pepper_name,
        },
    )
    key_wrapping.add(connection, contents, (owner,))
    return owner.grant.assessment_id, codes.format_code(code)


def load(connection: Connection, key: AccessKey) -> StoredAssessment:
    """Read all that the key may read and results are made of; nothing of it may be missing."""
    opened = sealed_documents.open_results(connection, key)
    if key.grant.head_document not in opened:
        raise sealed_documents.missing_document_error(connection, key, key.grant.head_document)
    for name in documents.read_profile(opened[key.grant.head_document].content).result_documents:
        if name not in opened and key.grant.may_read(name):
            raise TamperedError(name)
    return _stored(opened)


def load_domain(connection: Connection, key: AccessKey, letter: str) -> StoredAssessment:
    """Read what is asked and one domain's answers, or raise ForbiddenError.

    Whether the assessment is complete is not known then.
    """
    return _stored(sealed_documents.open_pair(connection, key, letter, key.grant.head_document))


def open_domain(connection: Connection, key: AccessKey, letter: str) -> EditableDomain:
    """Read what is asked and one domain's answers so that they can be saved, or raise ForbiddenError."""
    opened = sealed_documents.open_domain(connection, key, letter)
    own = opened.pop(key.grant.history_document)
    return EditableDomain(letter, _stored(opened), (opened[letter], own))


def save_answers(
    connection: Connection,
    key: AccessKey,
    letter: str,
    answers: Mapping[str, Answer],
    *,
    expected_version: int,
) -> int:
    """Keep the answers of a domain; a question that is not named keeps its own, a blank answer clears it."""
    opened = lock_and_open(connection, key, letter)
    content, changed = _answered(opened[0], answers)
    return _versioned_save(connection, key, opened, content, expected_version, changed)


def save_domain(
    connection: Connection,
    key: AccessKey,
    page: EditableDomain,
    answers: Mapping[str, Answer],
    *,
    expected_version: int,
) -> int:
    """Keep the answers of a domain that was opened; it is read again only if it changed meanwhile."""
    if page.opened[0].version == expected_version:
        content, changed = _answered(page.opened[0], answers)
        if content == page.opened[0].content:
            return expected_version
        locks.lock_assessment(connection, key.assessment_id)
        if save_with_history(connection, key, page.opened, content, changed):
            return expected_version + 1
    return save_answers(connection, key, page.letter, answers, expected_version=expected_version)


def save_profile(connection: Connection, key: AccessKey, profile: Profile, *, expected_version: int) -> int:
    """Keep the profile; another variant asks other questions, so completeness is then forgotten."""
    opened = lock_and_open(connection, key, PROFILE)
    before = documents.read_profile(opened[0].content)
    after = replace(before, profile=profile)
    version = _versioned_save(connection, key, opened, documents.write_profile(after), expected_version)
    if profile.variant != before.profile.variant:
        _versioned_save(
            connection, key, lock_and_open(connection, key, COMPLETION), documents.write_completion(None)
        )
        _versioned_save(
            connection, key, lock_and_open(connection, key, OUTLINE), documents.write_outline(after)
        )
    return version


def save_opinions(
    connection: Connection, key: AccessKey, opinions: Mapping[str, tuple[str, ...]], *, expected_version: int
) -> int:
    """Keep the opinions, all of them anew."""
    opened = lock_and_open(connection, key, OPINIONS)
    given = {id: tokens for id, tokens in opinions.items() if tokens}
    changed = _changed(documents.read_opinions(opened[0].content), given)
    return _versioned_save(
        connection, key, opened, documents.write_opinions(opinions), expected_version, changed
    )


def save_targets(
    connection: Connection, key: AccessKey, targets: Mapping[str, int], *, expected_version: int
) -> int:
    """Keep the domains' target levels, all of them anew."""
    opened = lock_and_open(connection, key, TARGETS)
    changed = _changed(documents.read_targets(opened[0].content), targets)
    return _versioned_save(
        connection, key, opened, documents.write_targets(targets), expected_version, changed
    )


def complete(connection: Connection, key: AccessKey, on: date, versions: Mapping[str, int]) -> None:
    """Complete the assessment as it was shown, or raise ConflictError if a domain or the profile has changed.

    ``versions`` are those of the ``Stored`` that was shown. Any later change of an answer or of the variant
    makes the assessment interim again.
    """
    stored = load(connection, key)
    domains = {name: version for name, version in stored.versions.items() if name not in documents.SHARED}
    for name, version in {**domains, PROFILE: stored.versions[PROFILE]}.items():
        if versions.get(name) != version:
            raise ConflictError(name, stored)
    content = documents.write_completion(Completion(on, domains))
    _versioned_save(connection, key, lock_and_open(connection, key, COMPLETION), content)


def build_documents(
    questionnaire: Questionnaire, assessment: Assessment, moved_from: str = ""
) -> dict[str, bytes]:
    """Give the bytes of every document that an assessment is made of, as if each were new."""
    answers: dict[str, dict[str, Answer]] = {domain.letter: {} for domain in questionnaire.domains}
    for id, answer in assessment.answers.items():
        answers[questionnaire.question(id).domain_letter][id] = answer
    head = ProfileDocument(
        assessment.questionnaire_id, assessment.version, tuple(answers), assessment.profile, moved_from
    )
    on = assessment.completed_on
    return {
        PROFILE: documents.write_profile(head),
        OUTLINE: documents.write_outline(head),
        OPINIONS: documents.write_opinions(assessment.opinions),
        TARGETS: documents.write_targets(assessment.targets),
        RECEIPT: codes.new_receipt().encode(),
        COMPLETION: documents.write_completion(Completion(on, dict.fromkeys(answers, 1)) if on else None),
        **{letter: documents.write_answers(given) for letter, given in answers.items()},
    }


def _sharing_documents(owner: Recipient, today: date) -> dict[str, bytes]:
    """Return the list of links and the only link's history of a new assessment."""
    link = link_list.Link(owner.grant.link_id, "", OWNER, today)
    return {
        LINKS: link_list.write((link,)),
        owner.grant.history_document: history.write(history.History(owner.public_key)),
    }


def _stored(opened: Mapping[str, OpenDocument]) -> StoredAssessment:
    stored = documents.assemble_assessment(
        {name: document.content for name, document in opened.items()},
        {name: document.version for name, document in opened.items()},
    )
    # The table says in clear which questionnaire it is; only the sealed word counts.
    head = opened[PROFILE] if PROFILE in opened else opened[OUTLINE]
    if head.questionnaire != (stored.assessment.questionnaire_id, stored.assessment.version):
        raise TamperedError(head.name)
    return stored


def _answered(opened: OpenDocument, answers: Mapping[str, Answer]) -> tuple[bytes, tuple[str, ...]]:
    """Give a domain's new content, and name what is answered otherwise in it."""
    before = documents.read_answers(opened.content)
    after = {id: answer for id, answer in {**before, **answers}.items() if not answer.is_blank}
    return documents.write_answers(after), _changed(before, after)


def _changed(before: Mapping[str, object], after: Mapping[str, object]) -> tuple[str, ...]:
    """Name what is answered otherwise."""
    return tuple(sorted(id for id in before.keys() | after.keys() if before.get(id) != after.get(id)))


def _versioned_save(
    connection: Connection,
    key: AccessKey,
    opened: tuple[OpenDocument, OpenDocument],
    content: bytes,
    expected: int | None = None,
    questions: Iterable[str] = (),
) -> int:
    document = opened[0]
    if content == document.content:
        return document.version
    seen = expected in (None, document.version)
    if not seen or not save_with_history(connection, key, opened, content, questions):
        raise ConflictError(document.name, load(connection, key))
    return document.version + 1
