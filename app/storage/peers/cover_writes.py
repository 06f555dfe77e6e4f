"""Cover for whoever contributes: in PostgreSQL a row says which transaction wrote it last.

A contribution and the last change of its assessment would lie close together by that number. So the rows of
the assessment are written anew, as they are, with those of nine others in the contribution’s transaction.
SQLite keeps no such number.
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
# Of the same questionnaire, and completed here if this one was: what could not have contributed hides nobody.
# Who is changed by somebody else just now is passed over: to wait for two could be to wait for each other.
_OTHER = (
    _COMPLETIONS.with_only_columns(AssessmentRow.id)
    .where(
        AssessmentRow.id > bindparam("place"),
        AssessmentRow.id.not_in(bindparam("chosen", expanding=True)),
        AssessmentRow.version == bindparam("version"),
        (DocumentRow.version > 1) == bindparam("completed"),
    )
    .with_for_update(of=AssessmentRow, skip_locked=True)
)
_ANEW = (
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
    """Write the rows of the assessment and of nine others anew; its own must be held."""
    if connection.dialect.name != "postgresql":
        return
    chosen = [assessment_id, *_others(connection, assessment_id)]
    for statement in _ANEW:
        connection.execute(statement, {"all": chosen})


def _others(connection: Connection, assessment_id: str) -> Iterable[str]:
    version, completed = connection.execute(_OWN, {"assessment": assessment_id}).one()
    chosen = [assessment_id]
    for _ in range(OTHERS):
        # Each from a random place on: neighbours among ids would give away the one that is not beside them.
        asked = {"chosen": chosen, "version": version, "completed": completed}
        place = codes.new_id()
        found = connection.execute(_OTHER, {**asked, "place": place}).scalar()
        found = found or connection.execute(_OTHER, {**asked, "place": ""}).scalar()
        if found is None:
            break
        chosen.append(found)
    return chosen[1:]
