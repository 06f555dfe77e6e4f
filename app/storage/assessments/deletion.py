"""Delete assessments; on SQLite the freed bytes are overwritten too.

On PostgreSQL the database's files and its log hold the sealed bytes until their space is reused.
"""

from datetime import date, timedelta

from sqlalchemy import ColumnElement, Connection, delete, select

from app.storage.assessments import programme_tie
from app.storage.database import checkpoint
from app.storage.database.programme_tables import ProgrammeInvitationRow
from app.storage.database.tables import AssessmentRow


def delete_assessment(connection: Connection, assessment_id: str, today: date) -> bool:
    """Delete an assessment with all its rows, and return whether there was one.

    A programme that it takes part in learns that the organisation has left, and loses its submissions.
    """
    return _delete(connection, AssessmentRow.id == assessment_id, today) == 1


def purge(connection: Connection, today: date, days: int) -> int:
    """Delete every assessment unchanged for some days, and return how many these were."""
    return _delete(connection, AssessmentRow.changed_on <= today - timedelta(days), today)


def purge_day(connection: Connection, assessment_id: str, days: int) -> date | None:
    """Return the day on which an unchanged assessment will be purged; None if there is no such assessment."""
    changed_on = connection.scalar(select(AssessmentRow.changed_on).where(AssessmentRow.id == assessment_id))
    return changed_on + timedelta(days) if changed_on else None


def _delete(connection: Connection, condition: ColumnElement[bool], today: date) -> int:
    found = select(AssessmentRow.id).where(condition)
    # None of them may be changed or accept an invitation between the end of the ties and the deletion.
    connection.execute(found.with_for_update()).all()
    programme_tie.end(connection, ProgrammeInvitationRow.assessment_id.in_(found), today)
    # The foreign keys delete every row that belongs to the assessment.
    count = connection.execute(delete(AssessmentRow).where(condition)).rowcount
    if count:
        checkpoint.truncate_log(connection, wait_for_readers=True)
    return count
