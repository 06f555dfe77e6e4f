"""What assessment.json holds of an assessment that is open: its answers, its closed rounds and its plan."""

from collections.abc import Iterable

from sqlalchemy import Connection

from app.exchange.assessment_file import AssessmentFile, RoundInFile
from app.maturity.answers import Assessment
from app.maturity.review import chosen_day
from app.maturity.versions.versions import QuestionnaireVersions
from app.storage.assessments.review import load_review
from app.storage.plan.plans import load_plan
from app.storage.rounds import rounds, transfer
from app.storage.rounds.documents import ClosedRound
from app.storage.sealing.access_key import AccessKey


def present_file(
    connection: Connection, key: AccessKey, versions: QuestionnaireVersions, assessment: Assessment
) -> AssessmentFile:
    """Return the file of the present assessment; it is its last round if it is closed exactly so.

    Raises ForbiddenError for a link that may not see the answers.
    """
    closed = transfer.load_rounds(connection, key)
    own = closed[-1].summary if closed and closed[-1].assessment == assessment else None
    following = rounds.next_number(connection, key)
    return AssessmentFile(
        assessment,
        versions.for_assessment(assessment),
        # Before the first round is closed there is none to tell from others.
        own.number if own else following if following > 1 else None,
        own.label if own else "",
        _rounds(closed[:-1] if own else closed, versions),
        load_plan(connection, key).plan,
        chosen_day(load_review(connection, key), assessment.completed_on),
    )


def round_file(
    connection: Connection, key: AccessKey, versions: QuestionnaireVersions, closed: ClosedRound
) -> AssessmentFile:
    """Return the file of a closed round, with the rounds before it that are not deleted.

    So it changes when one of these is deleted: a deleted round is deleted as a whole.
    """
    summary, assessment = closed.summary, closed.assessment
    earlier = (each for each in transfer.load_rounds(connection, key) if each.summary.number < summary.number)
    return AssessmentFile(
        assessment,
        versions.for_assessment(assessment),
        summary.number,
        summary.label,
        _rounds(earlier, versions),
        closed.plan,
        chosen_day(closed.review, summary.completed_on),
    )


def _rounds(closed: Iterable[ClosedRound], versions: QuestionnaireVersions) -> tuple[RoundInFile, ...]:
    return tuple(
        RoundInFile(
            each.summary.number, each.summary.label, each.assessment, versions.for_assessment(each.assessment)
        )
        for each in closed
    )
