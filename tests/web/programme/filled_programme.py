"""A programme with many organisations, written as their own requests would write it, but faster."""

from collections.abc import Iterator
from datetime import date
from random import Random

from sqlalchemy import Connection, insert, update

from app.exchange.programme import submission_json
from app.maturity import scorecard
from app.maturity.answers import ORGANISATION_TYPES, SIZE_BANDS, Answer, Assessment, Profile
from app.maturity.programme.submission import LEVELS, SCORES, Depth, Submission, build_submission
from app.maturity.questionnaire import UNKNOWN, Questionnaire
from app.maturity.rounds.round import close_round
from app.storage.database.programme_tables import ProgrammeInvitationRow, SubmissionRow
from app.storage.programme import invitations, programme_key, submissions
from app.storage.programme.documents import Participation
from app.storage.programme.invitations import ProgrammeInvitation
from app.storage.programme.programme_key import ProgrammeKey
from app.web.request.services import Services
from tests.web.programme.coordinator import RunningProgramme

DAY = date(2026, 10, 1)


def fill(programme: RunningProgramme, labels: list[str], submitted: int, *, seed: int = 1) -> None:
    """Invite organisations, of which the first submit: each third scores alone, each fifth two rounds."""
    services: Services = programme.app.extensions["muster"]
    with services.writing.begin() as connection:
        key = programme_key.unlock(connection, services.vault, programme.codes[0], services.clock())
        assert key is not None
        made = invitations.invite(connection, key, labels)
        questionnaire = services.versions.find(key.terms.questionnaire_id, key.terms.version)
        for number, invited in enumerate(made[:submitted]):
            _submit(connection, key, invited, list(_rounds(questionnaire, key.terms.variant, number, seed)))


def _rounds(questionnaire: Questionnaire, variant: str, number: int, seed: int) -> Iterator[Submission]:
    depth = SCORES if number % 3 == 2 else LEVELS
    random = Random(f"{seed} {number}")  # noqa: S311  invented answers
    skill = random.uniform(0, 3.2)
    for round_number in range(1, 3 if number % 5 == 4 else 2):
        yield a_submission(
            questionnaire, variant, f"Organisation {number}", random, skill, round_number, depth
        )


def a_submission(
    questionnaire: Questionnaire,
    variant: str,
    name: str,
    random: Random,
    skill: float,
    number: int = 1,
    depth: Depth = LEVELS,
) -> Submission:
    """Return what an organisation submits whose answers lie about a level."""
    choices = [*"01234", UNKNOWN]
    answers = {
        each.id: Answer(
            UNKNOWN if random.random() < 0.06 else choices[max(0, min(4, round(random.gauss(skill, 1))))]
        )
        for each in questionnaire.questions_in(variant)
    }
    kind = random.choice(ORGANISATION_TYPES), random.choice(SIZE_BANDS)
    assessment = Assessment(
        questionnaire.id,
        questionnaire.version,
        Profile(name, *kind, "europe", variant),
        answers,
        completed_on=DAY,
    )
    card = scorecard.build(questionnaire, assessment, completed=True)
    summary = close_round(card, number, "")
    return build_submission(summary, assessment, questionnaire, depth=depth, texts=False, submitted_on=DAY)


def _submit(
    connection: Connection, key: ProgrammeKey, invited: ProgrammeInvitation, rounds: list[Submission]
) -> None:
    held = Participation(invited.id, key.terms, DAY, invited.proof)
    for each in rounds:
        sealed = submissions.seal(submission_json.write(each), held, each.round.number)
        row = {
            "invitation_id": invited.id,
            "round_number": each.round.number,
            "submitted_on": DAY,
            "sealed": sealed,
        }
        connection.execute(insert(SubmissionRow), row)
    own = update(ProgrammeInvitationRow).where(ProgrammeInvitationRow.id == invited.id)
    connection.execute(own.values(state=submissions.SUBMITTED, state_on=DAY))
