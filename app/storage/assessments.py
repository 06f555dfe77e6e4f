"""Assessments: made, read and changed under a key; what comes out is the core's own objects.

A save names the version that the person was shown. It gives the version that stands afterwards, which is the
same if nothing changed, or raises ConflictError if another change came between; nothing is then written.
Saves belong into a writing session.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime

from sqlalchemy import insert
from sqlalchemy.orm import Session

from app.maturity.answers import Answer, Assessment, Profile
from app.maturity.questionnaire import Questionnaire
from app.storage import codes, documents, sealed, vault
from app.storage.documents import COMPLETION, OPINIONS, PROFILE, SCHEMA, TARGETS, Completion, Head, Stored
from app.storage.errors import ConflictError, TamperedError
from app.storage.links import Key
from app.storage.sealed import Opened
from app.storage.tables import OWNER, AssessmentRow, DocumentKeyRow, DocumentRow, LinkRow
from app.storage.vault import Place, Reader, Vault


def create(
    session: Session, vault_: Vault, questionnaire: Questionnaire, assessment: Assessment
) -> tuple[str, str]:
    """Store a new assessment, blank or imported, and give its public id and its owner's code.

    The code is kept nowhere: whoever loses it has lost the assessment. An answer to a question that the
    questionnaire does not have raises UnknownQuestionError.
    """
    code = codes.new_code()
    credential = vault_.credentials(code)[0]
    reader = Reader(codes.new_id(), codes.new_id(), OWNER)
    public_key = credential.private_key().public_key().public_bytes_raw()
    rows, keys = [], []
    for name, content in _contents(questionnaire, assessment).items():
        document_key = vault.new_document_key()
        place = Place(reader.assessment_id, name, 1, SCHEMA)
        where = {"assessment_id": reader.assessment_id, "name": name}
        sealed_ = vault.seal(content, document_key, place)
        rows.append({**where, "version": 1, "schema": SCHEMA, "sealed": sealed_})
        wrapped = vault.wrap(document_key, public_key, name, reader)
        keys.append({**where, "link_id": reader.link_id, "wrapped": wrapped})
    connection = session.connection()
    connection.execute(
        insert(AssessmentRow),
        {
            "id": reader.assessment_id,
            "questionnaire": assessment.questionnaire,
            "version": assessment.version,
            "changed_on": datetime.now(UTC).date(),
        },
    )
    connection.execute(
        insert(LinkRow),
        {
            "id": reader.link_id,
            "assessment_id": reader.assessment_id,
            "role": reader.role,
            "look_up": credential.look_up,
            "public_key": public_key,
            "pepper": credential.pepper,
        },
    )
    connection.execute(insert(DocumentRow), rows)
    connection.execute(insert(DocumentKeyRow), keys)
    return reader.assessment_id, codes.shown(code)


def load(session: Session, key: Key) -> Stored:
    """Read all that the key may read; what an owner may read must all be there."""
    opened = sealed.open_all(session, key)
    if PROFILE not in opened:
        raise sealed.missing(session, key, PROFILE)
    if key.role == OWNER:
        for name in documents.read_head(opened[PROFILE].content).names:
            if name not in opened:
                raise TamperedError(name)
    return _stored(opened)


def load_page(session: Session, key: Key, letter: str) -> Stored:
    """Read the profile and one domain's answers; whether the assessment is complete is not known then."""
    return _stored(sealed.open_page(session, key, letter))


def save_answers(
    session: Session, key: Key, letter: str, answers: Mapping[str, Answer], *, expected_version: int
) -> int:
    """Keep the answers of a domain; a question that is not named keeps its own, a blank answer clears it."""
    opened = sealed.open_one(session, key, letter)
    merged = {**documents.read_answers(opened.content), **answers}
    return _put(session, key, opened, documents.write_answers(merged), expected_version)


def save_profile(session: Session, key: Key, profile: Profile, *, expected_version: int) -> int:
    """Keep the profile; another variant asks other questions, so completeness is then forgotten."""
    opened = sealed.open_one(session, key, PROFILE)
    head = documents.read_head(opened.content)
    content = documents.write_head(replace(head, profile=profile))
    version = _put(session, key, opened, content, expected_version)
    if profile.variant != head.profile.variant:
        _put(session, key, sealed.open_one(session, key, COMPLETION), documents.write_completion(None))
    return version


def save_opinions(
    session: Session, key: Key, opinions: Mapping[str, tuple[str, ...]], *, expected_version: int
) -> int:
    """Keep the opinions, all of them anew."""
    opened = sealed.open_one(session, key, OPINIONS)
    return _put(session, key, opened, documents.write_opinions(opinions), expected_version)


def save_targets(session: Session, key: Key, targets: Mapping[str, int], *, expected_version: int) -> int:
    """Keep the domains' target levels, all of them anew."""
    opened = sealed.open_one(session, key, TARGETS)
    return _put(session, key, opened, documents.write_targets(targets), expected_version)


def complete(session: Session, key: Key, on: date, versions: Mapping[str, int]) -> None:
    """Complete the assessment as it was shown, or raise ConflictError if a domain or the profile has changed.

    ``versions`` are those of the ``Stored`` that was shown. Any later change of an answer or of the variant
    makes the assessment interim again.
    """
    stored = load(session, key)
    domains = {name: version for name, version in stored.versions.items() if name not in documents.SHARED}
    for name, version in {**domains, PROFILE: stored.versions[PROFILE]}.items():
        if versions.get(name) != version:
            raise ConflictError(name, stored)
    content = documents.write_completion(Completion(on, domains))
    _put(session, key, sealed.open_one(session, key, COMPLETION), content)


def _contents(questionnaire: Questionnaire, assessment: Assessment) -> dict[str, bytes]:
    answers: dict[str, dict[str, Answer]] = {domain.letter: {} for domain in questionnaire.domains}
    for id, answer in assessment.answers.items():
        answers[questionnaire.question(id).domain][id] = answer
    head = Head(assessment.questionnaire, assessment.version, tuple(answers), assessment.profile)
    on = assessment.completed_on
    return {
        PROFILE: documents.write_head(head),
        OPINIONS: documents.write_opinions(assessment.opinions),
        TARGETS: documents.write_targets(assessment.targets),
        COMPLETION: documents.write_completion(Completion(on, dict.fromkeys(answers, 1)) if on else None),
        **{letter: documents.write_answers(given) for letter, given in answers.items()},
    }


def _stored(opened: Mapping[str, Opened]) -> Stored:
    stored = documents.assemble(
        {name: document.content for name, document in opened.items()},
        {name: document.version for name, document in opened.items()},
    )
    # The table says in clear which questionnaire it is; only the sealed word counts.
    if opened[PROFILE].questionnaire != (stored.assessment.questionnaire, stored.assessment.version):
        raise TamperedError(PROFILE)
    return stored


def _put(session: Session, key: Key, opened: Opened, content: bytes, expected: int | None = None) -> int:
    if content == opened.content:
        return opened.version
    seen = expected in (None, opened.version)
    if not seen or not sealed.replace(session, key, opened, content):
        raise ConflictError(opened.name, load(session, key))
    return opened.version + 1
