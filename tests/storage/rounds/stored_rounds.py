"""What tests do to the rounds of a stored assessment."""

from dataclasses import replace
from datetime import date

from app.maturity import scorecard
from app.maturity.answers import confirmed
from app.maturity.peers.cohort import Cohort
from app.maturity.peers.snapshot import CohortFigures, Snapshot
from app.maturity.rounds.round import Round
from app.storage.assessments import assessments
from app.storage.pulse.documents import PublishedPulse
from app.storage.rounds import beginning, rounds
from app.storage.rounds.documents import ClosedRound
from app.storage.rounds.rounds import RoundClosing
from tests.storage.stored_assessment import SavedAssessment

DAY, LATER = date(2026, 11, 2), date(2027, 2, 3)
PEERS = Snapshot(
    "1.0", "full", "2026-10", {Cohort("supplier", ""): {"overall": CohortFigures(20, 40, 35, 45)}}
)
PULSE = PublishedPulse("none", is_open=False)


def closing(saved: SavedAssessment, on: date = DAY, label: str = "") -> RoundClosing:
    """Return what the owner closes a round with, having seen the assessment as it is now."""
    stored = saved.load()
    assessment = replace(stored.assessment, completed_on=on)
    card = scorecard.build(saved.store.questionnaire, assessment, completed=True)
    return RoundClosing(card, stored.versions, label, PULSE, PEERS)


def close(saved: SavedAssessment, given: RoundClosing) -> Round:
    """Close a round with what is given."""
    with saved.store.writing.begin() as connection:
        return rounds.close(connection, saved.key(connection), given)


def closes(saved: SavedAssessment, on: date = DAY, label: str = "") -> Round:
    """Close a round of the assessment as it is now."""
    return close(saved, closing(saved, on, label))


def begins(saved: SavedAssessment, variant: str = "full") -> None:
    """Begin a new round on the same version."""
    seen, questionnaire = saved.load(), saved.store.questionnaire
    with saved.store.writing.begin() as connection:
        beginning.begin(connection, saved.key(connection), questionnaire, questionnaire, variant, seen)


def confirms(saved: SavedAssessment) -> None:
    """Confirm every answer of last time."""
    answers = saved.load().assessment.answers
    for letter in {id[0] for id in answers}:
        page = saved.page(letter)
        with saved.store.writing.begin() as connection:
            assessments.save_answers(
                connection,
                saved.key(connection),
                letter,
                {id: confirmed(answer) for id, answer in page.assessment.answers.items()},
                expected_version=page.versions[letter],
            )


def closes_again(saved: SavedAssessment, on: date = LATER, label: str = "") -> Round:
    """Close another round, with the answers of the last one."""
    begins(saved)
    confirms(saved)
    return closes(saved, on, label)


def lists(saved: SavedAssessment) -> tuple[Round, ...]:
    """Return the closed rounds."""
    with saved.store.reading.connect() as connection:
        return rounds.list_rounds(connection, saved.key(connection))


def reads(saved: SavedAssessment, number: int) -> ClosedRound:
    """Return a closed round."""
    with saved.store.reading.connect() as connection:
        return rounds.load_round(connection, saved.key(connection), number)


def deletes(saved: SavedAssessment, number: int) -> None:
    """Delete a closed round."""
    with saved.store.writing.begin() as connection:
        rounds.delete_round(connection, saved.key(connection), number)
