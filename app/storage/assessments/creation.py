"""Create an assessment: its rows, its documents and its owner's code."""

from dataclasses import replace
from datetime import date

from sqlalchemy import Connection, insert

from app.maturity.answers import Answer, Assessment
from app.maturity.questionnaire import Questionnaire
from app.storage.database.tables import AssessmentRow, LinkRow
from app.storage.sealing import codes, documents, history, key_wrapping, link_list
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
)
from app.storage.sealing.roles import OWNER, Grant, Recipient
from app.storage.sealing.vault import Vault


def create(
    connection: Connection,
    vault: Vault,
    questionnaire: Questionnaire,
    assessment: Assessment,
    today: date,
    carried_from: date | None = None,
) -> tuple[str, str]:
    """Store a new assessment, blank or imported, and return its public id and its owner's code.

    An imported one that goes on from a round completed on ``carried_from`` counts as begun today.
    The code is stored nowhere, and without it the assessment cannot be opened. Raises UnknownQuestionError
    for an answer to a question that the questionnaire does not have.
    """
    code = codes.new_code()
    credential = vault.newest_credential(code)
    owner = Recipient(
        Grant(codes.new_id(), codes.new_id(), OWNER),
        credential.private_key().public_key().public_bytes_raw(),
    )
    contents = {**build_documents(questionnaire, assessment), **_sharing_documents(owner, today)}
    if carried_from:
        head = documents.read_profile(contents[PROFILE])
        begun = replace(head, begun_on=today, carried_from=carried_from)
        contents |= {PROFILE: documents.write_profile(begun), OUTLINE: documents.write_outline(begun)}
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


def build_documents(questionnaire: Questionnaire, assessment: Assessment) -> dict[str, bytes]:
    """Return the bytes of the documents of an assessment, as if each were new, by their names."""
    answers: dict[str, dict[str, Answer]] = {domain.letter: {} for domain in questionnaire.domains}
    for id, answer in assessment.answers.items():
        answers[questionnaire.question(id).domain_letter][id] = answer
    head = ProfileDocument(
        assessment.questionnaire_id, assessment.version, tuple(answers), assessment.profile
    )
    on = assessment.completed_on
    return {
        PROFILE: documents.write_profile(head),
        OUTLINE: documents.write_outline(head),
        OPINIONS: documents.write_opinions(assessment.opinions),
        TARGETS: documents.write_targets(assessment.targets),
        RECEIPT: codes.new_receipt().encode(),
        COMPLETION: documents.write_completion(Completion(on, dict.fromkeys(answers, 1)) if on else None),
        **{letter: documents.write_answers(own) for letter, own in answers.items()},
    }


def _sharing_documents(owner: Recipient, today: date) -> dict[str, bytes]:
    """Return the list of links and the only link's history of a new assessment."""
    link = link_list.Link(owner.grant.link_id, "", OWNER, today)
    return {
        LINKS: link_list.write((link,)),
        owner.grant.history_document: history.write(history.History(owner.public_key)),
    }
