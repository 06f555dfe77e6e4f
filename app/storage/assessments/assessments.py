"""Load assessments and save changes of them, under a key; what is loaded are objects of the core.

Every save takes the version of the document that the person saw, and a connection for writing. It returns the
version that stands afterwards, which is the same if nothing changed. If somebody else changed the document
meanwhile, the save raises ConflictError and stores nothing; if the round is closed, RoundClosedError.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from sqlalchemy import Connection

from app.maturity.answers import Answer, Profile
from app.storage.database import locks
from app.storage.sealing import documents, repeated_levels, sealed_documents
from app.storage.sealing.access_key import AccessKey
from app.storage.sealing.documents import (
    COMPLETION,
    LEVELS_PREFIX,
    OPINIONS,
    OUTLINE,
    PROFILE,
    TARGETS,
    Completion,
    StoredAssessment,
    levels_document,
)
from app.storage.sealing.errors import ConflictError, ForbiddenError, RoundClosedError, TamperedError
from app.storage.sealing.recorded_change import lock_and_open, lock_and_open_form, save_with_history
from app.storage.sealing.sealed_documents import OpenDocument

# Takes a document's content, and returns its new content with the ids of the questions whose answers differ.
Change = Callable[[bytes], tuple[bytes, Iterable[str]]]


@dataclass(frozen=True, slots=True)
class EditableDomain:
    """A domain opened to be saved: its document, and the history of the link that opened it.

    ``levels`` repeats its levels for links that see results only; it is None if there are none.
    ``completed_version`` is the one that the domain had when Complete was pressed, None if it was not pressed
    or the link may not know.
    """

    letter: str
    stored: StoredAssessment
    opened: tuple[OpenDocument, OpenDocument] = field(repr=False)
    levels: OpenDocument | None = field(repr=False)
    completed_version: int | None = None


def load(connection: Connection, key: AccessKey) -> StoredAssessment:
    """Return all of the assessment that the key may read, or raise TamperedError if a part is missing."""
    opened = sealed_documents.open_results(connection, key)
    if key.grant.head_document not in opened:
        raise sealed_documents.missing_document_error(connection, key, key.grant.head_document)
    head = documents.read_profile(opened[key.grant.head_document].content)
    for name in (*documents.SHARED, *map(key.grant.domain_document, head.domains)):
        if name not in opened and key.grant.may_read(name):
            raise TamperedError(name)
    return _assemble(opened)


def load_domain(connection: Connection, key: AccessKey, letter: str) -> StoredAssessment:
    """Return the assessment with one domain's answers only, or raise ForbiddenError.

    It never counts as complete, because the other domains are not read.
    """
    return _assemble(sealed_documents.open_pair(connection, key, letter, key.grant.head_document))


def open_domain(connection: Connection, key: AccessKey, letter: str) -> EditableDomain:
    """Return one domain's answers in a form that ``save_domain`` takes, or raise ForbiddenError."""
    opened = sealed_documents.open_editable(connection, key, letter)
    own, levels = opened.pop(key.grant.history_document), opened.pop(levels_document(letter), None)
    completed = opened.pop(COMPLETION, None)
    completion = documents.read_completion(completed.content) if completed else None
    version = completion.versions.get(letter) if completion else None
    return EditableDomain(letter, _assemble(opened), (opened[letter], own), levels, version)


def _save_document(
    connection: Connection, key: AccessKey, name: str, change: Change, expected_version: int | None = None
) -> int:
    """Store what ``change`` makes of a document, and return the version that stands afterwards.

    Without an expected version the document may have any. Raises ConflictError.
    """
    opened, levels = lock_and_open_form(connection, key, name)
    document = opened[0]
    content, questions = change(document.content)
    if content == document.content:
        return document.version
    is_expected = expected_version in (None, document.version)
    if not is_expected or not save_with_history(connection, key, opened, content, questions, levels):
        raise ConflictError(name, load(connection, key))
    return document.version + 1


def save_answers(
    connection: Connection,
    key: AccessKey,
    letter: str,
    answers: Mapping[str, Answer],
    *,
    expected_version: int,
) -> int:
    """Save answers of a domain; a question that is not named keeps its answer, a blank answer clears it."""
    if not key.grant.may_answer(letter):
        raise ForbiddenError(letter)

    def change(content: bytes) -> tuple[bytes, tuple[str, ...]]:
        return _merge_answers(content, answers)

    return _save_document(connection, key, letter, change, expected_version)


def save_domain(
    connection: Connection,
    key: AccessKey,
    page: EditableDomain,
    answers: Mapping[str, Answer],
    *,
    expected_version: int,
) -> int:
    """Save answers of an opened domain; it is read again only if it changed since it was opened.

    A round that was closed since then has given the domain another version.
    """
    if page.stored.is_closed:
        raise RoundClosedError
    if not key.grant.may_answer(page.letter):
        raise ForbiddenError(page.letter)
    document = page.opened[0]
    if document.version == expected_version:
        content, questions = _merge_answers(document.content, answers)
        if content == document.content:
            return expected_version
        locks.lock_assessment(connection, key.assessment_id)
        if save_with_history(connection, key, page.opened, content, questions, page.levels):
            return expected_version + 1
    return save_answers(connection, key, page.letter, answers, expected_version=expected_version)


def save_profile(connection: Connection, key: AccessKey, profile: Profile, *, expected_version: int) -> int:
    """Save the profile; another variant asks other questions, which ends the assessment's completeness."""
    before = documents.read_profile(lock_and_open(connection, key, PROFILE)[0].content)
    after = replace(before, profile=profile)
    version = _save_document(
        connection, key, PROFILE, lambda _: (documents.write_profile(after), ()), expected_version
    )
    if profile.variant != before.profile.variant:
        _save_document(connection, key, COMPLETION, lambda _: (documents.write_completion(None), ()))
        _save_document(connection, key, OUTLINE, lambda _: (documents.write_outline(after), ()))
    return version


def save_opinions(
    connection: Connection, key: AccessKey, opinions: Mapping[str, tuple[str, ...]], *, expected_version: int
) -> int:
    """Save the opinions, in place of all that were stored."""
    answered = {id: tokens for id, tokens in opinions.items() if tokens}

    def change(content: bytes) -> tuple[bytes, tuple[str, ...]]:
        return documents.write_opinions(answered), _changed(documents.read_opinions(content), answered)

    return _save_document(connection, key, OPINIONS, change, expected_version)


def save_targets(
    connection: Connection, key: AccessKey, targets: Mapping[str, int], *, expected_version: int
) -> int:
    """Save the domains' target levels, in place of all that were stored."""

    def change(content: bytes) -> tuple[bytes, tuple[str, ...]]:
        return documents.write_targets(targets), _changed(documents.read_targets(content), targets)

    return _save_document(connection, key, TARGETS, change, expected_version)


def complete(connection: Connection, key: AccessKey, on: date, versions: Mapping[str, int]) -> None:
    """Complete the assessment as the person saw it; raise ConflictError if a domain or the profile changed.

    ``versions`` are those of the StoredAssessment that the person saw. A later change of an answer or of the
    variant makes the assessment interim again.
    """
    stored = load(connection, key)
    domains = {name: version for name, version in stored.versions.items() if name not in documents.SHARED}
    for name, version in {**domains, PROFILE: stored.versions[PROFILE]}.items():
        if versions.get(name) != version:
            raise ConflictError(name, stored)
    content = documents.write_completion(Completion(on, domains))
    _save_document(connection, key, COMPLETION, lambda _: (content, ()))


def _assemble(opened: Mapping[str, OpenDocument]) -> StoredAssessment:
    contents, versions = {}, {}
    for name, document in opened.items():
        if name.startswith(LEVELS_PREFIX):
            letter = name.removeprefix(LEVELS_PREFIX)
            versions[letter], contents[letter] = repeated_levels.read_levels(document.content)
        else:
            versions[name], contents[name] = document.version, document.content
    stored = documents.assemble_assessment(contents, versions)
    # The table names the questionnaire in clear; only the sealed name can be trusted.
    head = opened[PROFILE] if PROFILE in opened else opened[OUTLINE]
    if head.questionnaire != (stored.assessment.questionnaire_id, stored.assessment.version):
        raise TamperedError(head.name)
    return stored


def _merge_answers(content: bytes, answers: Mapping[str, Answer]) -> tuple[bytes, tuple[str, ...]]:
    before = documents.read_answers(content)
    after = {id: answer for id, answer in {**before, **answers}.items() if not answer.is_blank}
    return documents.write_answers(after), _changed(before, after)


def _changed(before: Mapping[str, object], after: Mapping[str, object]) -> tuple[str, ...]:
    """Return the ids whose values differ, in order."""
    return tuple(sorted(id for id in before.keys() | after.keys() if before.get(id) != after.get(id)))
