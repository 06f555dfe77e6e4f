"""The tie between an assessment and a programme: the state that coordinators see, and its end.

It is a column in clear, so that a deletion and a purge, which hold no code, can end it too.
"""

from datetime import date

from sqlalchemy import ColumnElement, Connection, bindparam, delete, select, update

from app.maturity.answers import Assessment
from app.maturity.programme.programme import State
from app.storage.database import checkpoint
from app.storage.database.programme_tables import ProgrammeInvitationRow, ProgrammeRow, SubmissionRow

BEGUN: State = "begun"
COMPLETE: State = "complete"
LEFT: State = "left"

_OF_PROGRAMME = select(ProgrammeRow.id).where(
    ProgrammeRow.questionnaire == bindparam("questionnaire"),
    ProgrammeRow.version == bindparam("follows"),
    ProgrammeRow.variant == bindparam("kind"),
)
_COMPLETE = (
    update(ProgrammeInvitationRow)
    .where(
        ProgrammeInvitationRow.assessment_id == bindparam("assessment"),
        ProgrammeInvitationRow.state == BEGUN,
        ProgrammeInvitationRow.programme_id.in_(_OF_PROGRAMME),
    )
    .values(state=COMPLETE, state_on=bindparam("today"))
)


def record_completion(connection: Connection, assessment_id: str, closed: Assessment, today: date) -> None:
    """Record for the programme, if there is one, that a round that can be submitted to it is closed."""
    followed = {"questionnaire": closed.questionnaire_id, "follows": closed.version}
    kind = closed.profile.variant
    connection.execute(_COMPLETE, {"assessment": assessment_id, "today": today, **followed, "kind": kind})


def end(connection: Connection, of_invitation: ColumnElement[bool], today: date) -> bool:
    """Let organisations leave: end the ties of some invitations, and delete what was submitted under them.

    Return whether there was one.
    """
    ids = select(ProgrammeInvitationRow.id).where(of_invitation)
    connection.execute(delete(SubmissionRow).where(SubmissionRow.invitation_id.in_(ids)))
    left = (
        update(ProgrammeInvitationRow)
        .where(of_invitation)
        .values(state=LEFT, state_on=today, assessment_id=None)
    )
    count = connection.execute(left).rowcount
    if count:
        checkpoint.truncate_log(connection, wait_for_readers=True)
    return count > 0
