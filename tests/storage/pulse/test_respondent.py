import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from sqlalchemy import select, update

from app.maturity.pulse.counting import GROUPS, PulseAnswer
from app.maturity.questionnaire import Questionnaire
from app.storage.assessments import sign_in
from app.storage.database.tables import PulseRow
from app.storage.pulse import respondent, sealed_answers
from app.storage.pulse.respondent import PulseFullError
from app.storage.pulse.terms import PulseTerms
from app.storage.sealing.errors import TamperedError
from app.storage.sealing.vault import Vault
from tests.storage.conftest import PEPPER
from tests.storage.pulse.stored_pulse import StoredPulse
from tests.storage.stored_assessment import SavedAssessment, Store


@pytest.fixture
def pulse(saved: SavedAssessment) -> StoredPulse:
    return StoredPulse(saved).begins()


def test_a_full_pulse_takes_no_more_answers(pulse: StoredPulse, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(respondent, "MAX_ANSWERS", 2)
    pulse.answers("essential", "essential")

    with pytest.raises(PulseFullError):
        pulse.answers("essential")


def test_a_swapped_public_key_is_noticed_before_anything_is_sealed_to_it(pulse: StoredPulse) -> None:
    other = StoredPulse(pulse.saved.store.create(pulse.saved.load().assessment)).begins()
    code = pulse.load().code
    [(terms,)] = pulse.saved.store.rows(
        select(PulseRow.terms).where(PulseRow.assessment_id == other.saved.id)
    )
    pulse.saved.store.run(
        update(PulseRow).where(PulseRow.assessment_id == pulse.saved.id).values(terms=terms)
    )

    with pytest.raises(TamperedError):
        pulse.answers("essential", code=code)


def test_an_altered_answer_is_left_out_and_the_others_are_counted(pulse: StoredPulse) -> None:
    pulse.answers(*["essential"] * 11)
    [(answers,)] = pulse.saved.store.rows(select(PulseRow.answers))
    pulse.saved.store.run(update(PulseRow).values(answers=answers[:-1] + bytes([answers[-1] ^ 1])))

    total = pulse.closes().published().questions["O1"].total

    assert total is not None
    assert total.n == 10


def test_a_link_adds_answers_under_a_newer_pepper_and_moves_to_it_when_reopened(pulse: StoredPulse) -> None:
    newer = Store(
        pulse.saved.store.engine,
        Vault([b"a newer pepper of thirty-two .", PEPPER]),
        pulse.saved.store.questionnaire,
    )
    later = StoredPulse(SavedAssessment(newer, pulse.saved.id, pulse.saved.code))
    assert later.answers("essential")
    with newer.writing.begin() as connection:
        assert sign_in.sign_in(connection, newer.vault, pulse.saved.code, newer.now)

    later.closes().reopens()

    assert newer.rows(select(PulseRow.pepper_name)) == [(newer.vault.newest_pepper_name,)]
    assert later.answers("essential")


@pytest.mark.parametrize("asks_policy", [False, True])
def test_the_fullest_answer_to_the_shipped_questions_fits(
    questionnaire: Questionnaire, asks_policy: bool
) -> None:
    fullest = {
        question.id: question.tokens if question.many else (max(question.tokens, key=len),)
        for question in questionnaire.pulse_questions(policy=asks_policy)
    }
    agreed = PulseTerms("", X25519PrivateKey.generate().public_key().public_bytes_raw(), asks_policy)
    for group in (group for groups in GROUPS.values() for group in groups):
        sealed = sealed_answers.seal(PulseAnswer(fullest, group), agreed, "an id", "0" * 16)
        assert len(sealed) == sealed_answers.sealed_length(asks_policy=asks_policy)
