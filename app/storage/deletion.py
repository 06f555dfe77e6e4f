"""The end of an assessment: every row of it goes and, on SQLite, every byte.

On PostgreSQL the space is reused in time; until then its files, and its log, still hold what was sealed.
"""

from datetime import date, timedelta

from sqlalchemy import Delete, delete, select
from sqlalchemy.orm import Session

from app.storage import traces
from app.storage.tables import AssessmentRow


def erase(session: Session, assessment_id: str) -> bool:
    """Delete an assessment with everything that belongs to it; False if there is none."""
    return _erase(session, delete(AssessmentRow).where(AssessmentRow.id == assessment_id)) == 1


def purge(session: Session, today: date, days: int) -> int:
    """Delete every assessment that nobody has changed for some days, and count them."""
    return _erase(session, delete(AssessmentRow).where(AssessmentRow.changed_on <= today - timedelta(days)))


def due_on(session: Session, assessment_id: str, days: int) -> date | None:
    """Tell the day on which an assessment will be purged if nobody changes it; None if there is none."""
    changed_on = session.scalar(select(AssessmentRow.changed_on).where(AssessmentRow.id == assessment_id))
    return changed_on + timedelta(days) if changed_on else None


def _erase(session: Session, statement: Delete) -> int:
    # What belongs to an assessment refers to it and goes with it, by the tables' own rule.
    count = session.connection().execute(statement).rowcount
    if count:
        traces.sweep(session, patient=True)
    return count
