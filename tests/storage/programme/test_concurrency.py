"""What organisations, coordinators and a purge do at once loses nothing, and never deadlocks."""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from functools import partial

from sqlalchemy import text

from app.storage.assessments import deletion
from app.storage.programme.errors import UsedInvitationError
from app.storage.sealing.errors import GoneError
from tests import build
from tests.storage.programme.stored_programme import StoredProgramme, accepts, leaves, submits
from tests.storage.rounds.stored_rounds import closes
from tests.storage.stored_assessment import NOW, SavedAssessment, Store

TODAY = NOW.date()
LATER = date(2028, 1, 1)


def at_once(acts: Iterable[Callable[[], object]]) -> list[object]:
    with ThreadPoolExecutor(8) as pool:
        return [each.result() for each in [pool.submit(act) for act in acts]]


def members(programme: StoredProgramme, count: int) -> list[SavedAssessment]:
    """Accept an invitation for each of some assessments, whose rounds are closed."""
    store = programme.store
    saved = [store.create(build.bellatrix(store.questionnaire)) for _ in range(count)]
    for each, invited in zip(saved, programme.invites(*map(str, range(count))), strict=True):
        accepts(each, invited.token)
        closes(each, TODAY)
    return saved


def count(store: Store, table: str) -> int:
    return int(store.rows(text(f"SELECT count(*) FROM {table}"))[0][0])  # noqa: S608  our own names


def test_of_many_that_accept_one_invitation_at_once_one_does(
    store: Store, programme: StoredProgramme
) -> None:
    [invited] = programme.invites("Alpha")
    saved = [store.create(build.bellatrix(store.questionnaire)) for _ in range(8)]

    def accept(each: SavedAssessment) -> bool:
        try:
            accepts(each, invited.token)
        except UsedInvitationError:
            return False
        return True

    assert sorted(at_once(partial(accept, each) for each in saved)) == [*[False] * 7, True]  # type: ignore[type-var]  # all are bool
    assert programme.states() == {"Alpha": ("begun", TODAY)}


def test_submissions_that_are_replaced_at_once_leave_one_of_each(programme: StoredProgramme) -> None:
    saved = members(programme, 4)

    at_once(partial(submits, each) for each in saved * 4)

    assert len(programme.opens()) == 4
    assert {state for state, _ in programme.states().values()} == {"submitted"}


def test_a_purge_while_organisations_leave_and_submit_ends_every_tie(programme: StoredProgramme) -> None:
    saved = members(programme, 8)
    for each in saved:
        submits(each)

    def purge() -> None:
        with programme.store.writing.begin() as connection:
            deletion.purge(connection, LATER, 30)

    def act(change: Callable[[SavedAssessment], object], each: SavedAssessment) -> None:
        try:
            change(each)
        except (GoneError, AssertionError):
            # The purge came first: the code opens nothing any more.
            return

    at_once([*(partial(act, leaves, each) for each in saved[:4]), purge])
    at_once([*(partial(act, submits, each) for each in saved[4:]), purge])

    assert count(programme.store, "assessments") == count(programme.store, "submissions") == 0
    assert {state for state, _ in programme.states().values()} == {"left"}


def test_invitations_that_are_withdrawn_while_organisations_leave_do_not_deadlock(
    programme: StoredProgramme,
) -> None:
    saved = members(programme, 8)
    for each in saved:
        submits(each)
    invited = programme.lists()

    at_once([*(partial(leaves, each) for each in saved), *[partial(programme.withdraws, *invited)] * 3])

    assert count(programme.store, "submissions") == 0
    assert {state for state, _ in programme.states().values()} <= {"left"}
