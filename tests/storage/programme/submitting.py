"""Organisations that submit what the product writes."""

from app.exchange.programme import submission_json
from app.maturity.programme.submission import (
    LEVELS,
    Depth,
    Submission,
    build_submission,
    submitted_texts,
)
from app.storage.rounds import rounds
from tests import build
from tests.storage.programme.stored_programme import StoredProgramme, accepts, submits
from tests.storage.rounds.stored_rounds import closes
from tests.storage.stored_assessment import SavedAssessment


def member(programme: StoredProgramme, label: str) -> SavedAssessment:
    """Accept an invitation for a new assessment, and close a round of it."""
    store = programme.store
    saved = store.create(build.bellatrix(store.questionnaire))
    accepts(saved, programme.invites(label)[0].token)
    closes(saved, store.now.date())
    return saved


def submission_of(saved: SavedAssessment, depth: Depth = LEVELS, *, texts: bool = False) -> Submission:
    """Return what a member submits of its first round."""
    with saved.store.reading.connect() as connection:
        closed = rounds.load_round(connection, saved.key(connection), 1)
    return build_submission(
        closed.summary,
        closed.assessment,
        saved.store.questionnaire,
        depth=depth,
        texts=texts,
        submitted_on=saved.store.now.date(),
    )


def submits_whole(saved: SavedAssessment) -> None:
    """Submit the first round with levels, comments and evidence."""
    with saved.store.reading.connect() as connection:
        closed = rounds.load_round(connection, saved.key(connection), 1)
    texts = submission_json.write_texts(submitted_texts(closed.assessment, saved.store.questionnaire))
    submits(saved, 1, submission_json.write(submission_of(saved, texts=True)), texts)
