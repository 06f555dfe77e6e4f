"""Upgrade an assessment to another version of the questionnaire, in one transaction."""

from sqlalchemy import Connection

from app.maturity.answers import Assessment
from app.maturity.questionnaire import Questionnaire
from app.storage.assessments.rewriting import Rewriting, rewrite_assessment
from app.storage.sealing.access_key import AccessKey
from app.storage.sealing.documents import StoredAssessment
from app.storage.sealing.errors import RoundClosedError

# The history records an upgrade under this name, with the versions before and after.
UPGRADE = "questionnaire"


def upgrade_assessment(
    connection: Connection,
    key: AccessKey,
    questionnaire: Questionnaire,
    assessment: Assessment,
    seen: StoredAssessment,
) -> None:
    """Store an assessment as it is under another version, or raise ConflictError if it is not as ``seen``.

    Raises RoundClosedError: of a later version only the next round knows.
    """
    if seen.is_closed:
        raise RoundClosedError
    before = seen.assessment.version
    rewrite_assessment(
        connection,
        key,
        seen,
        Rewriting(
            questionnaire,
            assessment,
            UPGRADE,
            (before, questionnaire.version),
            moved_from=before if seen.complete else seen.moved_from or before,
            begun_on=seen.begun_on,
            carried_from=seen.carried_from,
        ),
    )
