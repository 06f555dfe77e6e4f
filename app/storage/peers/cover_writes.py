"""Cover writes: the transaction number of PostgreSQL's rows would link a contribution to its assessment.

Every row has the number of the transaction that wrote it last (``xmin``), and that of a contribution would be
close to that of the last change of its assessment. So the contribution's transaction rewrites the rows of the
assessment, unchanged, and those of nine others. SQLite stores no such number.
"""

from collections.abc import Iterable

from sqlalchemy import Connection, bindparam, select, update

from app.storage.database.tables import AssessmentRow, DocumentKeyRow, DocumentRow, LinkRow
from app.storage.sealing import codes
from app.storage.sealing.documents import COMPLETION

OTHERS = 9

_COMPLETIONS = (
    select(AssessmentRow.version, DocumentRow.version > 1)
    .join(DocumentRow, (DocumentRow.assessment_id == AssessmentRow.id) & (DocumentRow.name == COMPLETION))
    .order_by(AssessmentRow.id)
    .limit(1)
)
_OWN = _COMPLETIONS.where(AssessmentRow.id == bindparam("assessment"))
# Of the same questionnaire, and completed if this one is: an assessment that cannot have contributed hides no
# other. One that is locked is skipped: two transactions could wait for each other.
_OTHER = (
    _COMPLETIONS.with_only_columns(AssessmentRow.id)
    .where(
        AssessmentRow.id > bindparam("start"),
        AssessmentRow.id.not_in(bindparam("chosen", expanding=True)),
        AssessmentRow.version == bindparam("version"),
        (DocumentRow.version > 1) == bindparam("completed"),
    )
    .with_for_update(of=AssessmentRow, skip_locked=True)
)
_REWRITE = (
    update(AssessmentRow)
    .values(version=AssessmentRow.version)
    .where(AssessmentRow.id.in_(bindparam("all", expanding=True))),
    *(
        update(table)
        .values(assessment_id=table.assessment_id)
        .where(table.assessment_id.in_(bindparam("all", expanding=True)))
        for table in (LinkRow, DocumentRow, DocumentKeyRow)
    ),
)


def write_cover(connection: Connection, assessment_id: str) -> None:
    """Rewrite the rows of the assessment, which the caller has locked, and of nine others, unchanged."""
    if connection.dialect.name != "postgresql":
        return
    chosen = [assessment_id, *_others(connection, assessment_id)]
    for statement in _REWRITE:
        connection.execute(statement, {"all": chosen})


def _others(connection: Connection, assessment_id: str) -> Iterable[str]:
    version, completed = connection.execute(_OWN, {"assessment": assessment_id}).one()
    chosen = [assessment_id]
    for _ in range(OTHERS):
        # Each search starts at a random id: among nine neighbouring ids the assessment's own would stand out.
        wanted = {"chosen": chosen, "version": version, "completed": completed}
        start = codes.new_id()
        other = connection.execute(_OTHER, {**wanted, "start": start}).scalar()
        other = other or connection.execute(_OTHER, {**wanted, "start": ""}).scalar()
        if other is None:
            break
        chosen.append(other)
    return chosen[1:]
