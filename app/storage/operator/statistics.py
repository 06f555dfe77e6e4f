"""Count what is stored; the numbers identify nobody."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import Connection, func, select

from app.maturity.score import round_down
from app.storage import migrations
from app.storage.assessments.automatic_purge import DuePurge
from app.storage.database.programme_tables import ProgrammeInvitationRow, ProgrammeRow, SubmissionRow
from app.storage.database.tables import AssessmentRow, Base, DocumentRow, LinkRow, PulseRow
from app.storage.peers import contributions
from app.storage.sealing import peppers

# Days within which a changed assessment counts as active.
_WEEK, _MONTH = 7, 30


@dataclass(frozen=True, slots=True)
class Statistics:
    """How much is stored, how many assessments were changed lately, and the schema's name.

    Contributions are rounded down to a multiple of five. ``links_without_pepper`` counts the links, open
    pulses and codes of programmes that need a pepper which is not given; ``purge_waiting`` counts the
    assessments whose automatic purge waits for a person.
    """

    assessments: int
    changed_this_week: int
    changed_this_month: int
    documents: int
    sealed_bytes: int
    links: int
    links_without_pepper: int
    pulses: int
    programmes: int
    invitations: int
    submissions: int
    contributions: int
    purge_waiting: int
    schema: str


def count_by_version(connection: Connection) -> dict[tuple[str, str], int]:
    """Return the number of assessments of each questionnaire, by its id and version."""
    names = AssessmentRow.questionnaire, AssessmentRow.version
    rows = connection.execute(select(*names, func.count()).group_by(*names).order_by(*names))
    return {(id, version): number for id, version, number in rows}


def count(connection: Connection, due: DuePurge, pepper_names: Collection[str]) -> Statistics:
    """Return the statistics of the day of a purge, with the names of the peppers that are given."""
    documents, sealed = connection.execute(
        select(func.count(), func.coalesce(func.sum(func.length(DocumentRow.sealed)), 0))
    ).one()

    def assessments(days: int | None = None) -> int:
        counted = select(func.count()).select_from(AssessmentRow)
        if days is not None:
            counted = counted.where(AssessmentRow.changed_on > due.today - timedelta(days))
        return connection.execute(counted).scalar_one()

    def rows(table: type[Base]) -> int:
        return connection.execute(select(func.count()).select_from(table)).scalar_one()

    return Statistics(
        assessments=assessments(),
        changed_this_week=assessments(_WEEK),
        changed_this_month=assessments(_MONTH),
        documents=documents,
        sealed_bytes=sealed,
        links=rows(LinkRow),
        links_without_pepper=peppers.count_links_without_pepper(connection, pepper_names),
        pulses=rows(PulseRow),
        programmes=rows(ProgrammeRow),
        invitations=rows(ProgrammeInvitationRow),
        submissions=rows(SubmissionRow),
        contributions=round_down(contributions.count(connection)),
        purge_waiting=due.due if due.waits else 0,
        schema=migrations.current(connection),
    )
