from collections.abc import Callable

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from sqlalchemy import func, select, update

from app.maturity.pulse.counting import GROUPS, PulseAnswer, Tally
from app.maturity.questionnaire import Questionnaire
from app.storage.assessments import deletion, sign_in
from app.storage.database.tables import DocumentRow, PulseRow
from app.storage.pulse import documents, pulses, respondent, sealed_answers
from app.storage.pulse.pulses import PulseStateError
from app.storage.pulse.respondent import PulseFullError
from app.storage.sealing import sealed_documents
from app.storage.sealing.documents import PULSE_KEY
from app.storage.sealing.errors import ForbiddenError, TamperedError
from app.storage.sealing.roles import CONTRIBUTOR, OWNER, VIEWER
from app.storage.sealing.vault import Vault
from tests.storage.conftest import PEPPER
from tests.storage.pulse.stored_pulse import StoredPulse
from tests.storage.stored_assessment import SavedAssessment, Store

TEN = ("essential",) * 7 + ("dont_know",) * 3


@pytest.fixture
def pulse(filed: SavedAssessment) -> StoredPulse:
    return StoredPulse(filed).begins()


def test_before_one_is_opened_there_is_none(filed: SavedAssessment) -> None:
    with filed.desk.reading.connect() as connection:
        assert pulses.read_for_owner(connection, filed.key(connection)) is None
        assert pulses.read_published(connection, filed.key(connection)) is None


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

    assert pulse.filed.desk.rows(select(PulseRow.answers)) == [(b"",)]
    with pulse.filed.desk.writing.connect() as connection:
        opened = sealed_documents.open_one(connection, pulse.filed.key(connection), PULSE_KEY)
    assert documents.read_secrets(opened.content).private_key == b""


def test_one_answer_is_not_told_by_closing_and_reopening(pulse: StoredPulse) -> None:
    pulse.answers(*TEN)
    before = pulse.closes().published()
    pulse.reopens().answers("not_important_at_all")

    assert pulse.closes().published() == before


def test_five_further_answers_are(pulse: StoredPulse) -> None:
    pulse.answers(*TEN)
    pulse.closes().reopens().answers("not_important_at_all")
    pulse.closes().reopens().answers(*["dont_know"] * 4)

    counts = {"essential": 7, "dont_know": 7, "not_important_at_all": 1}
    assert pulse.closes().published().questions["O1"].total == Tally(15, counts)


def test_the_link_stays_the_same_and_the_key_does_not(pulse: StoredPulse) -> None:
    code, key = pulse.load().code, _found(pulse).public_key
    pulse.closes().reopens()

    assert pulse.load().code == code
    assert _found(pulse).public_key != key


def test_a_closed_pulse_takes_no_answer(pulse: StoredPulse) -> None:
    pulse.closes()

    assert not pulse.answers("essential")
    assert pulse.filed.desk.rows(select(PulseRow.answers)) == [(b"",)]


def test_after_a_reset_the_old_link_finds_nothing_and_nothing_is_left(pulse: StoredPulse) -> None:
    code = pulse.load().code
    pulse.answers(*TEN)
    pulse.closes()

    pulse.resets()

    assert not pulse.answers("essential", code=code)
    assert pulse.filed.desk.rows(select(PulseRow)) == []
    assert pulse.filed.desk.rows(select(DocumentRow.name).where(DocumentRow.name.like("pulse%"))) == []
    assert pulse.begins().load().code != code
    assert pulse.published().questions == {}


@pytest.mark.parametrize(
    "action", [StoredPulse.begins, StoredPulse.reopens, lambda pulse: pulse.closes().closes()]
)
def test_what_does_not_fit_its_state_is_refused(
    pulse: StoredPulse, action: Callable[[StoredPulse], object]
) -> None:
    with pytest.raises(PulseStateError):
        action(pulse)


@pytest.mark.parametrize("action", [StoredPulse.closes, StoredPulse.reopens, StoredPulse.resets])
def test_without_a_pulse_nothing_can_be_done_to_it(
    filed: SavedAssessment, action: Callable[[StoredPulse], object]
) -> None:
    with pytest.raises(PulseStateError):
        action(StoredPulse(filed))


def test_the_groups_are_those_that_its_owner_chose(filed: SavedAssessment) -> None:
    pulse = StoredPulse(filed).begins("seniority")
    pulse.answers(*["essential"] * 10, group="staff")
    pulse.answers(*["very_important"] * 12, group="management")

    groups = pulse.closes().published().questions["O1"].groups

    assert {group: tally.n for group, tally in groups.items()} == {"staff": 10, "management": 12}
    assert _found(pulse).grouping == "seniority"


def test_a_viewer_reads_what_was_published_and_nothing_else(pulse: StoredPulse) -> None:
    viewer = pulse.filed.shares(VIEWER)
    pulse.answers(*TEN)
    pulse.closes()

    assert StoredPulse(viewer).published() == pulse.published()
    with pytest.raises((ForbiddenError, TamperedError)):
        StoredPulse(viewer).load()


def test_a_contributor_reads_none_of_it(pulse: StoredPulse) -> None:
    contributor = pulse.filed.shares(CONTRIBUTOR, "G")

    with pytest.raises(ForbiddenError):
        StoredPulse(contributor).published()


def test_after_a_link_is_withdrawn_the_pulse_goes_on_for_those_who_remain(pulse: StoredPulse) -> None:
    viewer, owner = pulse.filed.shares(VIEWER), pulse.filed.shares(OWNER)
    pulse.answers(*TEN)
    pulse.filed.withdraws(viewer)

    StoredPulse(owner).closes()

    assert StoredPulse(owner).published() == pulse.published()
    assert not viewer.opens()


def test_its_steps_stand_in_the_history(pulse: StoredPulse) -> None:
    pulse.closes().reopens().resets()

    [shared] = pulse.filed.links()
    assert [(each.document, each.questions) for each in shared.history.changes] == [
        ("pulse", ("opened",)),
        ("pulse", ("closed",)),
        ("pulse", ("reopened",)),
        ("pulse", ("reset",)),
    ]


def test_it_is_deleted_with_the_assessment(pulse: StoredPulse) -> None:
    pulse.answers("essential")
    with pulse.filed.desk.writing.begin() as connection:
        assert deletion.delete_assessment(connection, pulse.filed.id)

    assert pulse.filed.desk.rows(select(func.count()).select_from(PulseRow)) == [(0,)]


def test_an_assessment_with_a_pulse_completes_and_loads_as_before(pulse: StoredPulse) -> None:
    loaded = pulse.filed.load()

    assert set(loaded.versions) == {"profile", "opinions", "targets", "completion", "G", "C", "E"}


def test_a_pulse_that_is_full_says_so(pulse: StoredPulse, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(respondent, "MAX_ANSWERS", 2)
    pulse.answers("essential", "essential")

    with pytest.raises(PulseFullError):
        pulse.answers("essential")


def test_a_swapped_public_key_is_noticed_before_anything_is_sealed_to_it(pulse: StoredPulse) -> None:
    other = StoredPulse(pulse.filed.desk.file(pulse.filed.load().assessment)).begins()
    code = pulse.load().code
    [(terms,)] = pulse.filed.desk.rows(select(PulseRow.terms).where(PulseRow.assessment_id == other.filed.id))
    pulse.filed.desk.run(update(PulseRow).where(PulseRow.assessment_id == pulse.filed.id).values(terms=terms))

    with pytest.raises(TamperedError):
        pulse.answers("essential", code=code)


def test_an_answer_that_was_altered_is_left_out_and_spoils_no_other(pulse: StoredPulse) -> None:
    pulse.answers(*TEN, "essential")
    [(answers,)] = pulse.filed.desk.rows(select(PulseRow.answers))
    pulse.filed.desk.run(update(PulseRow).values(answers=answers[:-1] + bytes([answers[-1] ^ 1])))

    total = pulse.closes().published().questions["O1"].total

    assert total is not None
    assert total.n == 10


def test_under_a_newer_pepper_the_link_still_writes_and_follows_when_reopened(pulse: StoredPulse) -> None:
    newer = Store(
        pulse.filed.desk.engine,
        Vault([b"a newer pepper of thirty-two .", PEPPER]),
        pulse.filed.desk.questionnaire,
    )
    later = StoredPulse(SavedAssessment(newer, pulse.filed.id, pulse.filed.code))
    assert later.answers("essential")
    with newer.writing.begin() as connection:
        assert sign_in.sign_in(connection, newer.vault, pulse.filed.code, newer.now)

    later.closes().reopens()

    assert newer.rows(select(PulseRow.pepper_name)) == [(newer.vault.newest_pepper_name,)]
    assert later.answers("essential")


def test_the_fullest_answer_to_the_shipped_questions_fits(questionnaire: Questionnaire) -> None:
    fullest = {
        question.id: question.tokens if question.many else (max(question.tokens, key=len),)
        for question in questionnaire.opinions
    }
    public_key = X25519PrivateKey.generate().public_key().public_bytes_raw()
    for group in (group for groups in GROUPS.values() for group in groups):
        sealed = sealed_answers.seal(PulseAnswer(fullest, group), public_key, "an id", "0" * 16)
        assert len(sealed) == sealed_answers.LENGTH


def _found(pulse: StoredPulse) -> respondent.PulseLookup:
    with pulse.filed.desk.reading.connect() as connection:
        found = respondent.find(connection, pulse.filed.desk.vault, pulse.load().code)
    assert found is not None
    return found
