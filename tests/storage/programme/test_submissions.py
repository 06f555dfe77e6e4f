"""What an organisation submits reaches the programme's coordinators whole, and nobody else."""

import pytest
from sqlalchemy import text

from app.maturity.programme.submission import LEVELS, SCORES
from app.storage.programme.documents import SubmissionReceipt
from app.storage.programme.errors import NotInProgrammeError, OtherQuestionnaireError, ProgrammeClosedError
from app.storage.programme.submissions import SMALLEST_STEP
from app.storage.rounds.rounds import NoSuchRoundError
from app.storage.sealing.errors import ForbiddenError
from app.storage.sealing.roles import CONTRIBUTOR, OWNER, VIEWER
from tests import build
from tests.storage.programme.stored_programme import (
    StoredProgramme,
    accepts,
    creates,
    leaves,
    opens_texts,
    status,
    submits,
    takes_back,
)
from tests.storage.rounds.stored_rounds import begins, closes, closes_again, deletes
from tests.storage.stored_assessment import NOW, SavedAssessment, Store

TODAY = NOW.date()
# HPKE adds a public key and a tag.
OVERHEAD = 32 + 16


def receipts(saved: SavedAssessment) -> list[SubmissionReceipt]:
    held = status(saved)
    assert held is not None
    return list(held.participation.receipts.values())


def test_the_coordinator_opens_exactly_what_was_submitted(
    programme: StoredProgramme, joined: SavedAssessment
) -> None:
    content = '{"organisation":"Ægir"}\n'.encode()

    receipt = submits(joined, 1, content)

    assert programme.contents() == {("Alpha", 1): content}
    [opened] = programme.opens()
    assert (opened.submitted_on, opened.has_texts) == (TODAY, False)
    assert receipt == SubmissionReceipt(1, TODAY, LEVELS)
    assert receipts(joined) == [receipt]
    assert opens_texts(programme, programme.lists()[0]) is None


def test_either_code_opens_it_and_another_programmes_does_not(
    programme: StoredProgramme, joined: SavedAssessment
) -> None:
    submits(joined)
    second = StoredProgramme(programme.store, programme.id, programme.codes, programme.codes[1])

    assert second.contents() == programme.contents()
    assert creates(programme.store).opens() == ()


def test_texts_are_opened_by_themselves(programme: StoredProgramme, joined: SavedAssessment) -> None:
    submits(joined, texts=b"comments")

    [invited], [opened] = programme.lists(), programme.opens()
    assert (opened.content, opened.has_texts) == (b"levels", True)
    assert opens_texts(programme, invited) == b"comments"
    assert opens_texts(programme, invited, 2) is None
    assert receipts(joined)[0].has_texts


def test_a_replaced_submission_leaves_no_earlier_one(
    programme: StoredProgramme, joined: SavedAssessment
) -> None:
    submits(joined, texts=b"comments")
    submits(joined, 1, b"scores", depth=SCORES)

    assert programme.contents() == {("Alpha", 1): b"scores"}
    assert opens_texts(programme, programme.lists()[0]) is None
    assert receipts(joined) == [SubmissionReceipt(1, TODAY, SCORES)]


def test_a_later_round_is_kept_beside_the_earlier_and_all_are_withdrawn(
    programme: StoredProgramme, joined: SavedAssessment
) -> None:
    submits(joined, 1, b"first")
    closes_again(joined, TODAY)
    submits(joined, 2, b"second")

    assert [each.content for each in programme.opens()] == [b"first", b"second"]
    takes_back(joined)
    assert programme.opens() == ()
    assert receipts(joined) == []


def test_withdrawing_nothing_changes_nothing(programme: StoredProgramme, joined: SavedAssessment) -> None:
    before = programme.states(), joined.links()

    takes_back(joined)

    assert (programme.states(), joined.links()) == before
    assert programme.states() == {"Alpha": ("complete", TODAY)}


def test_a_round_that_is_not_closed_is_not_submitted(
    programme: StoredProgramme, saved: SavedAssessment
) -> None:
    accepts(saved, programme.invites("Alpha")[0].token)
    with pytest.raises(NoSuchRoundError):
        submits(saved)

    closes(saved, TODAY)
    begins(saved)
    with pytest.raises(NoSuchRoundError):
        submits(saved, 2)
    submits(saved)
    deletes(saved, 1)
    with pytest.raises(NoSuchRoundError):
        submits(saved)
    assert programme.contents() == {("Alpha", 1): b"levels"}


def test_a_round_of_another_variant_is_not_submitted(store: Store) -> None:
    quick = creates(store, "quick")
    saved = store.create(build.bellatrix(store.questionnaire))
    closes(saved, TODAY)
    begins(saved, "quick")
    accepts(saved, quick.invites("Alpha")[0].token)
    assert quick.states() == {"Alpha": ("begun", TODAY)}

    with pytest.raises(OtherQuestionnaireError):
        submits(saved)


def test_nothing_is_submitted_replaced_or_withdrawn_once_the_programme_is_closed(
    programme: StoredProgramme, joined: SavedAssessment
) -> None:
    submits(joined)
    programme.closes()

    for change in (submits, takes_back):
        with pytest.raises(ProgrammeClosedError):
            change(joined)

    assert programme.contents() == {("Alpha", 1): b"levels"}
    programme.extends(None)
    takes_back(joined)
    assert programme.contents() == {}


def test_without_a_programme_nothing_is_submitted(programme: StoredProgramme, saved: SavedAssessment) -> None:
    closes(saved, TODAY)
    for change in (submits, takes_back):
        with pytest.raises(NotInProgrammeError):
            change(saved)
    [one, other] = programme.invites("Alpha", "Beta")
    accepts(saved, one.token)
    leaves(saved)
    with pytest.raises(NotInProgrammeError):
        submits(saved)
    accepts(saved, other.token)
    submits(saved)
    programme.withdraws(other)
    with pytest.raises(NotInProgrammeError):
        submits(saved)


@pytest.mark.parametrize("role", [VIEWER, CONTRIBUTOR])
def test_only_an_owner_submits_and_withdraws(joined: SavedAssessment, role: str) -> None:
    submits(joined)
    link = joined.shares(role, "G" if role == CONTRIBUTOR else "")

    for change in (submits, takes_back):
        with pytest.raises(ForbiddenError):
            change(link)


def test_another_owner_replaces_it_also_after_a_link_was_withdrawn(
    programme: StoredProgramme, joined: SavedAssessment
) -> None:
    submits(joined)
    other = joined.shares(OWNER)
    other.withdraws(joined)

    submits(other, 1, b"again")

    assert programme.contents() == {("Alpha", 1): b"again"}


def test_the_length_does_not_show_the_depth(programme: StoredProgramme, joined: SavedAssessment) -> None:
    lengths = set()
    for content in (b"", b"x" * 1000, b"x" * (SMALLEST_STEP - 1)):
        submits(joined, 1, content)
        lengths |= {row for (row,) in programme.store.rows(text("SELECT length(sealed) FROM submissions"))}
        assert programme.contents() == {("Alpha", 1): content}

    assert lengths == {SMALLEST_STEP + OVERHEAD}
