"""Create an assessment from an imported file: its answers, its closed rounds and its plan."""

from dataclasses import replace

from sqlalchemy import Connection

from app.exchange.assessment_file import AssessmentFile, RoundInFile
from app.maturity import scorecard
from app.maturity.answers import unanswered
from app.maturity.rounds.new_round import answers_outside, mark_reworded
from app.storage.assessments import assessments, creation
from app.storage.assessments.review import save_review
from app.storage.plan import plans
from app.storage.rounds import rounds, transfer
from app.storage.rounds.rounds import RoundClosing
from app.storage.rounds.transfer import ImportedRound
from app.storage.sealing import access_key
from app.storage.sealing.access_key import AccessKey
from app.web.request import clock, database
from app.web.request.services import services


def create_from(file: AssessmentFile) -> tuple[str, str]:
    """Store what a file holds as a new assessment, and return its public id and its owner’s code.

    A complete one closes its round again, if the file names it. It is interim if an answer is missing. One
    that is not complete goes on with the round that began from the last one.
    """
    connection, vault = database.writing(), services().vault
    outside = answers_outside(
        file.assessment.profile.variant,
        file.questionnaire,
        ((each.assessment, each.questionnaire) for each in file.rounds),
    )
    complete = file.assessment.completed_on and not unanswered(file.questionnaire, file.assessment)
    closes = bool(complete and file.number)
    present = file.assessment if complete and not closes else replace(file.assessment, completed_on=None)
    carried_from = None
    if file.rounds and not complete:
        last = file.rounds[-1]
        carried_from = last.assessment.completed_on
        present = mark_reworded(
            present, last.assessment, before=last.questionnaire, questionnaire=file.questionnaire
        )
    present = replace(present, answers={**outside, **present.answers})
    id, code = creation.create(
        connection, vault, file.questionnaire, present, clock.utc_today(), carried_from
    )
    if file.has_history:
        key = access_key.unlock(connection, vault, code, clock.now())
        assert key is not None  # noqa: S101  # the code was made for this assessment
        whole = replace(file.assessment, answers=present.answers)
        _add_history(connection, key, replace(file, assessment=whole), closes=closes)
    return id, code


def _add_history(connection: Connection, key: AccessKey, file: AssessmentFile, *, closes: bool) -> None:
    if file.plan:
        plans.add_plan(connection, key, file.plan)
    if file.review_on:
        save_review(connection, key, file.review_on, seen=None)
    last = file.rounds[-1].number if file.rounds else 0
    number = file.number or last + 1
    if file.rounds or number > 1:
        transfer.add_rounds(connection, key, [_imported(each) for each in file.rounds], number)
    if closes:
        card = scorecard.build(file.questionnaire, file.assessment, completed=True)
        stored = assessments.load(connection, key)
        rounds.close(connection, key, RoundClosing(card, stored.versions, file.label))


def _imported(each: RoundInFile) -> ImportedRound:
    card = scorecard.build(each.questionnaire, each.assessment, completed=True)
    return ImportedRound(each.number, each.label, card)
