"""The end of an assessment: every row of it goes and, on SQLite, every byte.

On PostgreSQL the space is reused in time; until then its files, and its log, still hold what was sealed.
"""

from datetime import date, timedelta

from sqlalchemy import Connection, Delete, delete, select

from app.storage.database import checkpoint
from app.storage.database.tables import AssessmentRow


def delete_assessment(connection: Connection, assessment_id: str) -> bool:
    """Delete an assessment with everything that belongs to it; False if there is none."""
    return _erase(connection, delete(AssessmentRow).where(AssessmentRow.id == assessment_id)) == 1


def purge(connection: Connection, today: date, days: int) -> int:
    """Delete every assessment that nobody has changed for some days, and count them."""
    return _erase(
        connection, delete(AssessmentRow).where(AssessmentRow.changed_on <= today - timedelta(days))
    )


def purge_day(connection: Connection, assessment_id: str, days: int) -> date | None:
    """Tell the day on which an assessment will be purged if nobody changes it; None if there is none."""
    changed_on = connection.scalar(select(AssessmentRow.changed_on).where(AssessmentRow.id == assessment_id))
    return changed_on + timedelta(days) if changed_on else None


def _erase(connection: Connection, statement: Delete) -> int:
    # What belongs to an assessment refers to it and goes with it, by the tables' own rule.
    count = connection.execute(statement).rowcount
    if count:
        checkpoint.truncate_log(connection, wait_for_readers=True)
    return count
