from collections.abc import Callable

import pytest
from sqlalchemy import func, select

from app.maturity.pulse.counting import Tally
from app.storage.assessments import deletion
from app.storage.database.tables import DocumentRow, PulseRow
from app.storage.pulse import documents, pulses, respondent
from app.storage.pulse.pulses import PulseStateError
from app.storage.sealing import sealed_documents
from app.storage.sealing.documents import PULSE_KEY
from app.storage.sealing.errors import ForbiddenError, TamperedError
from app.storage.sealing.roles import CONTRIBUTOR, OWNER, VIEWER
from tests.storage.pulse.stored_pulse import StoredPulse
from tests.storage.stored_assessment import NOW, SavedAssessment

TEN = ("essential",) * 7 + ("dont_know",) * 3


@pytest.fixture
def pulse(saved: SavedAssessment) -> StoredPulse:
    return StoredPulse(saved).begins()


def test_a_new_assessment_has_no_pulse(saved: SavedAssessment) -> None:
    with saved.store.reading.connect() as connection:
        assert pulses.read_for_owner(connection, saved.key(connection)) is None
        assert pulses.read_published(connection, saved.key(connection)) is None


def test_answers_are_counted_when_it_is_closed_and_not_before(pulse: StoredPulse) -> None:
    pulse.answers(*TEN)
    assert pulse.published().questions == {}

    pulse.closes()

    assert pulse.published().questions["O1"].total == Tally(10, {"essential": 7, "dont_know": 3})
    assert pulse.published().questions["O2"].total is None


@pytest.mark.parametrize(("number", "seen"), [(0, 0), (4, 0), (5, 5), (11, 10)])
def test_while_it_is_open_its_owner_sees_a_rounded_count(pulse: StoredPulse, number: int, seen: int) -> None:
    pulse.answers(*["essential"] * number)

    assert pulse.load().answer_count == seen


def test_closing_deletes_every_answer_and_the_key_that_opened_it(pulse: StoredPulse) -> None:
    pulse.answers(*TEN)
    pulse.closes()

    assert pulse.saved.store.rows(select(PulseRow.answers)) == [(b"",)]
    with pulse.saved.store.writing.connect() as connection:
        opened = sealed_documents.open_one(connection, pulse.saved.key(connection), PULSE_KEY)
    assert documents.read_secrets(opened.content).private_key == b""


def test_closing_and_reopening_does_not_show_one_answer(pulse: StoredPulse) -> None:
    pulse.answers(*TEN)
    before = pulse.closes().published()
    pulse.reopens().answers("not_important_at_all")

    assert pulse.closes().published() == before


def test_closing_and_reopening_shows_five_more_answers(pulse: StoredPulse) -> None:
    pulse.answers(*TEN)
    pulse.closes().reopens().answers("not_important_at_all")
    pulse.closes().reopens().answers(*["dont_know"] * 4)

    counts = {"essential": 7, "dont_know": 7, "not_important_at_all": 1}
    assert pulse.closes().published().questions["O1"].total == Tally(15, counts)


def test_the_link_stays_the_same_and_the_key_does_not(pulse: StoredPulse) -> None:
    code, key = pulse.load().code, _found(pulse).terms.public_key
    pulse.closes().reopens()

    assert pulse.load().code == code
    assert _found(pulse).terms.public_key != key


def test_a_closed_pulse_takes_no_answer(pulse: StoredPulse) -> None:
    pulse.closes()

    assert not pulse.answers("essential")
    assert pulse.saved.store.rows(select(PulseRow.answers)) == [(b"",)]


def test_after_a_reset_the_old_link_finds_nothing_and_nothing_is_left(pulse: StoredPulse) -> None:
    code = pulse.load().code
    pulse.answers(*TEN)
    pulse.closes()

    pulse.resets()

    assert not pulse.answers("essential", code=code)
    assert pulse.saved.store.rows(select(PulseRow)) == []
    assert pulse.saved.store.rows(select(DocumentRow.name).where(DocumentRow.name.like("pulse%"))) == []
    assert pulse.begins().load().code != code
    assert pulse.published().questions == {}


@pytest.mark.parametrize(
    "action", [StoredPulse.begins, StoredPulse.reopens, lambda pulse: pulse.closes().closes()]
)
def test_an_action_that_does_not_fit_the_state_is_refused(
    pulse: StoredPulse, action: Callable[[StoredPulse], object]
) -> None:
    with pytest.raises(PulseStateError):
        action(pulse)


@pytest.mark.parametrize("action", [StoredPulse.closes, StoredPulse.reopens, StoredPulse.resets])
def test_without_a_pulse_every_action_is_refused(
    saved: SavedAssessment, action: Callable[[StoredPulse], object]
) -> None:
    with pytest.raises(PulseStateError):
        action(StoredPulse(saved))


def test_the_groups_are_those_that_its_owner_chose(saved: SavedAssessment) -> None:
    pulse = StoredPulse(saved).begins("seniority")
    pulse.answers(*["essential"] * 10, group="staff")
    pulse.answers(*["very_important"] * 12, group="management")

    groups = pulse.closes().published().questions["O1"].groups

    assert {group: tally.n for group, tally in groups.items()} == {"staff": 10, "management": 12}
    assert _found(pulse).terms.grouping == "seniority"


def test_a_viewer_reads_what_was_published_and_nothing_else(pulse: StoredPulse) -> None:
    viewer = pulse.saved.shares(VIEWER)
    pulse.answers(*TEN)
    pulse.closes()

    assert StoredPulse(viewer).published() == pulse.published()
    with pytest.raises((ForbiddenError, TamperedError)):
        StoredPulse(viewer).load()


def test_a_contributor_reads_none_of_it(pulse: StoredPulse) -> None:
    contributor = pulse.saved.shares(CONTRIBUTOR, "G")

    with pytest.raises(ForbiddenError):
        StoredPulse(contributor).published()


def test_after_a_link_is_withdrawn_the_pulse_continues_for_the_others(pulse: StoredPulse) -> None:
    viewer, owner = pulse.saved.shares(VIEWER), pulse.saved.shares(OWNER)
    pulse.answers(*TEN)
    pulse.saved.withdraws(viewer)

    StoredPulse(owner).closes()

    assert StoredPulse(owner).published() == pulse.published()
    assert not viewer.opens()


def test_its_steps_are_recorded_in_the_history(pulse: StoredPulse) -> None:
    pulse.closes().reopens().resets()

    [shared] = pulse.saved.links()
    assert [(each.document, each.questions) for each in shared.history.changes] == [
        ("pulse", ("opened",)),
        ("pulse", ("closed",)),
        ("pulse", ("reopened",)),
        ("pulse", ("reset",)),
    ]


def test_it_is_deleted_with_the_assessment(pulse: StoredPulse) -> None:
    pulse.answers("essential")
    with pulse.saved.store.writing.begin() as connection:
        assert deletion.delete_assessment(connection, pulse.saved.id, NOW.date())

    assert pulse.saved.store.rows(select(func.count()).select_from(PulseRow)) == [(0,)]


def test_an_assessment_with_a_pulse_completes_and_loads_as_before(pulse: StoredPulse) -> None:
    loaded = pulse.saved.load()

    assert set(loaded.versions) == {"profile", "opinions", "targets", "completion", "G", "C", "E"}


def _found(pulse: StoredPulse) -> respondent.PulseLookup:
    with pulse.saved.store.reading.connect() as connection:
        lookup = respondent.find(connection, pulse.saved.store.vault, pulse.load().code)
    assert lookup is not None
    return lookup
