"""Numbers about what is stored, which name nobody."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Connection, func, select

from app.maturity.score import round_down
from app.storage import migrations
from app.storage.database.tables import AssessmentRow, DocumentRow, LinkRow, PulseRow
from app.storage.peers import contributions

# Days within which an assessment counts as at work.
_WEEK, _MONTH = 7, 30


@dataclass(frozen=True, slots=True)
class Statistics:
    """How much is stored, how much of it is at work, and in which schema.

    Contributions are rounded down to a multiple of five.
    """

    assessments: int
    changed_this_week: int
    changed_this_month: int
    documents: int
    sealed_bytes: int
    links: int
    pulses: int
    contributions: int
    schema: str


def followed(connection: Connection) -> dict[tuple[str, str], int]:
    """Count the assessments that follow each version of the questionnaire, by its id and version."""
    named = AssessmentRow.questionnaire, AssessmentRow.version
    found = connection.execute(select(*named, func.count()).group_by(*named).order_by(*named))
    return {(id, version): number for id, version, number in found}


def count(connection: Connection, today: date) -> Statistics:
    """Count what is stored."""
    documents, sealed = connection.execute(
        select(func.count(), func.coalesce(func.sum(func.length(DocumentRow.sealed)), 0))
    ).one()

    def assessments(days: int | None = None) -> int:
        counted = select(func.count()).select_from(AssessmentRow)
        if days is not None:
            counted = counted.where(AssessmentRow.changed_on > today - timedelta(days))
        return connection.execute(counted).scalar_one()

    return Statistics(
        assessments=assessments(),
        changed_this_week=assessments(_WEEK),
        changed_this_month=assessments(_MONTH),
        documents=documents,
        sealed_bytes=sealed,
        links=connection.execute(select(func.count()).select_from(LinkRow)).scalar_one(),
        pulses=connection.execute(select(func.count()).select_from(PulseRow)).scalar_one(),
        contributions=round_down(contributions.count(connection)),
        schema=migrations.current(connection),
    )
