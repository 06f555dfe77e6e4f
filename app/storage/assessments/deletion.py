"""Delete assessments; on SQLite the freed bytes are overwritten too.

On PostgreSQL the database's files and its log hold the sealed bytes until their space is reused.
"""

from datetime import date, timedelta

from sqlalchemy import Connection, Delete, delete, select

from app.storage.database import checkpoint
from app.storage.database.tables import AssessmentRow


def delete_assessment(connection: Connection, assessment_id: str) -> bool:
    """Delete an assessment with all its rows, and return whether there was one."""
    return _delete(connection, delete(AssessmentRow).where(AssessmentRow.id == assessment_id)) == 1


def purge(connection: Connection, today: date, days: int) -> int:
    """Delete every assessment unchanged for some days, and return how many these were."""
    return _delete(
        connection, delete(AssessmentRow).where(AssessmentRow.changed_on <= today - timedelta(days))
    )


def purge_day(connection: Connection, assessment_id: str, days: int) -> date | None:
    """Return the day on which an unchanged assessment will be purged; None if there is no such assessment."""
    changed_on = connection.scalar(select(AssessmentRow.changed_on).where(AssessmentRow.id == assessment_id))
    return changed_on + timedelta(days) if changed_on else None


def _delete(connection: Connection, statement: Delete) -> int:
    # The foreign keys delete every row that belongs to the assessment.
    count = connection.execute(statement).rowcount
    if count:
        checkpoint.truncate_log(connection, wait_for_readers=True)
    return count
