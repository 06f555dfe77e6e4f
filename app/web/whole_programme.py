"""A programme as its coordinators see it, from what is stored: organisations, states and submissions."""

from collections import defaultdict

from sqlalchemy import Connection

from app.exchange.programme.submission_json import FaultySubmissionError, SubmissionReader
from app.maturity.programme.programme import Organisation, Programme
from app.maturity.programme.submission import Submission
from app.maturity.questionnaire import Questionnaire
from app.storage.programme import invitations, submitted
from app.storage.programme.programme_key import ProgrammeKey
from app.storage.programme.submitted import OpenSubmission


def load_organisations(connection: Connection, key: ProgrammeKey) -> tuple[Organisation, ...]:
    """Return the organisations with their states, in the order of their labels; no submission is opened."""
    listed = invitations.list_invitations(connection, key)
    return tuple(Organisation(each.id, each.label, each.state, each.state_on) for each in listed)


def load_programme(connection: Connection, key: ProgrammeKey, questionnaire: Questionnaire) -> Programme:
    """Return the programme with every submission that can be read; the others are counted as unreadable.

    ``questionnaire`` is the version that the programme fixes.
    """
    listed = invitations.list_invitations(connection, key)
    reader = SubmissionReader(questionnaire, key.terms.variant)
    readable: dict[str, list[Submission]] = defaultdict(list)
    unreadable: dict[str, int] = defaultdict(int)
    for each in submitted.open_all(connection, key, listed):
        submission = _read(reader, each)
        if submission is None:
            unreadable[each.invitation_id] += 1
        else:
            readable[each.invitation_id].append(submission)
    return Programme(
        key.terms.name,
        key.terms.questionnaire_id,
        key.terms.version,
        key.terms.variant,
        key.days.created_on,
        key.days.closes_on,
        key.days.closed_on,
        tuple(
            Organisation(
                each.id,
                each.label,
                each.state,
                each.state_on,
                tuple(readable[each.id]),
                unreadable[each.id],
            )
            for each in listed
        ),
    )


def _read(reader: SubmissionReader, found: OpenSubmission) -> Submission | None:
    if found.content is None:
        return None
    try:
        submission = reader.read(found.content)
    except FaultySubmissionError:
        return None
    # An organisation names the round of its submission twice; they must agree.
    return submission if submission.round.number == found.round_number else None
