"""Begin a new round with the answers of the last one, and undo it, under a key."""

from sqlalchemy import Connection

from app.maturity.questionnaire import Questionnaire
from app.maturity.rounds.new_round import begin_round
from app.maturity.rounds.round import Round
from app.maturity.versions.versions import QuestionnaireVersions
from app.storage.assessments.rewriting import Rewriting, rewrite_assessment
from app.storage.rounds import rounds
from app.storage.rounds.rounds import TooManyRoundsError
from app.storage.sealing.access_key import AccessKey
from app.storage.sealing.documents import ROUNDS, StoredAssessment
from app.storage.sealing.errors import ConflictError, ForbiddenError
from app.storage.voices import voices

# What the history says happened to the rounds.
BEGUN, UNDONE = "begun", "undone"


def begin(
    connection: Connection,
    key: AccessKey,
    before: Questionnaire,
    questionnaire: Questionnaire,
    variant: str,
    seen: StoredAssessment,
) -> None:
    """Begin a new round of an assessment that follows ``before`` and whose round is closed.

    Raises ConflictError if the assessment is not as ``seen`` or not closed, and TooManyRoundsError if there
    are as many rounds as there can be: a new one could not be closed.
    """
    _require_owner(key)
    if not seen.is_closed:
        raise ConflictError(ROUNDS, seen)
    if rounds.is_full(rounds.list_rounds(connection, key)):
        raise TooManyRoundsError
    new = begin_round(seen.assessment, before=before, questionnaire=questionnaire, variant=variant)
    rewriting = Rewriting(
        questionnaire,
        new.assessment,
        ROUNDS,
        (BEGUN,),
        begun_on=key.today,
        carried_from=seen.assessment.completed_on,
    )
    rewrite_assessment(connection, key, seen, rewriting)


def find_undoable(
    connection: Connection, key: AccessKey, versions: QuestionnaireVersions, stored: StoredAssessment
) -> Round | None:
    """Return the closed round that the present one began with, if nothing was confirmed or changed since.

    It is None if that round was deleted, whose answers cannot be put back, and once a voice is invited, whose
    answers would be lost.
    """
    listed = rounds.list_rounds(connection, key)
    if stored.is_closed or stored.begun_on is None or not listed:
        return None
    if voices.load_voices(connection, key).voices:
        return None
    # It began from the last round that was ever closed: numbers are not given again.
    if listed[-1].number != rounds.next_number(connection, key) - 1:
        return None
    last = rounds.load_round(connection, key, listed[-1].number)
    present = stored.assessment
    as_begun = begin_round(
        last.assessment,
        before=versions.for_assessment(last.assessment),
        questionnaire=versions.for_assessment(present),
        variant=present.profile.variant,
    )
    return last.summary if as_begun.assessment == present else None


def undo(
    connection: Connection, key: AccessKey, versions: QuestionnaireVersions, seen: StoredAssessment
) -> None:
    """Close the last round again as it was, or raise ConflictError if something was confirmed or changed."""
    _require_owner(key)
    last = find_undoable(connection, key, versions, seen)
    if last is None:
        raise ConflictError(ROUNDS, seen)
    closed = rounds.load_round(connection, key, last.number).assessment
    before = versions.for_assessment(closed)
    rewriting = Rewriting(before, closed, ROUNDS, (UNDONE,), is_closed=True)
    rewrite_assessment(connection, key, seen, rewriting)


def _require_owner(key: AccessKey) -> None:
    if not key.grant.is_owner:
        raise ForbiddenError(ROUNDS)
