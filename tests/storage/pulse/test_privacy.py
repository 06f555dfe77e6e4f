"""Nothing in the database shows who answered a pulse, when, in which order, or what."""

import sqlite3
from contextlib import closing

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from sqlalchemy import Date, DateTime, select, text

from app.maturity.pulse.counting import PulseAnswer, Tally
from app.storage.database.tables import PulseRow
from app.storage.pulse import sealed_answers, terms
from app.storage.pulse.terms import PulseTerms
from app.storage.sealing import codes
from tests.database_files import read_files
from tests.storage.pulse.stored_pulse import StoredPulse
from tests.storage.stored_assessment import SavedAssessment


@pytest.fixture
def pulse(saved: SavedAssessment) -> StoredPulse:
    return StoredPulse(saved).begins("function")


LENGTH = sealed_answers.sealed_length(asks_policy=False)


def cut(answers: bytes) -> list[bytes]:
    return [answers[at : at + LENGTH] for at in range(0, len(answers), LENGTH)]


def new_terms(*, asks_policy: bool = False) -> PulseTerms:
    public_key = X25519PrivateKey.generate().public_key().public_bytes_raw()
    return PulseTerms("function", public_key, asks_policy)


def test_all_answers_lie_in_one_row_sorted_by_their_own_random_bytes(pulse: StoredPulse) -> None:
    pulse.answers(*["essential"] * 20)

    [(answers,)] = pulse.saved.store.rows(select(PulseRow.answers))
    assert len(cut(answers)) == 20
    assert cut(answers) == sorted(cut(answers))
    assert len(set(cut(answers))) == 20


def test_the_latest_answer_can_be_at_any_position() -> None:
    agreed = new_terms()
    last = PulseAnswer({"O1": ("essential",)})
    places = set()
    for _ in range(200):
        answers, sealed = b"", b""
        for _ in range(4):
            sealed = sealed_answers.seal(last, agreed, "an id")
            answers = sealed_answers.add(answers, sealed)
        places.add(cut(answers).index(sealed))

    # That one of the four places stays empty in 200 draws has a chance below 1 in 10 to the 24.
    assert places == {0, 1, 2, 3}


def test_an_answer_changes_only_that_row_and_no_day(pulse: StoredPulse) -> None:
    tables = ("assessments", "links", "documents", "document_keys")
    code = pulse.load().code
    pulse.saved.store.run(text("UPDATE assessments SET changed_on = '2020-01-01'"))
    before = [sorted(map(repr, pulse.saved.store.rows(text(f"SELECT * FROM {name}")))) for name in tables]  # noqa: S608  our own names

    pulse.answers("essential", code=code)

    after = [sorted(map(repr, pulse.saved.store.rows(text(f"SELECT * FROM {name}")))) for name in tables]  # noqa: S608  our own names
    assert after == before


def test_the_table_has_no_date_and_no_count() -> None:
    kinds = {column.name: column.type for column in PulseRow.__table__.columns}

    assert set(kinds) == {"assessment_id", "lookup", "pepper_name", "terms", "is_open", "answers"}
    assert not [name for name, kind in kinds.items() if isinstance(kind, Date | DateTime)]


@pytest.mark.parametrize("group", ["communications", "none"])
@pytest.mark.parametrize("asks_policy", [False, True])
def test_every_answer_of_a_pulse_has_the_same_length(group: str, asks_policy: bool) -> None:
    agreed = new_terms(asks_policy=asks_policy)
    fullest = {"O2": ("brand_awareness", "recruitment", "thought_leadership"), "O3": ("hostility", "skills")}

    for opinions in ({}, {"O1": ("essential",)}, fullest):
        for page in ("", "a" * 16):
            sealed = sealed_answers.seal(PulseAnswer(opinions, group), agreed, "an id", page)
            assert len(sealed) == sealed_answers.sealed_length(asks_policy=asks_policy)


def test_one_answer_of_each_page_is_counted_and_all_without_a_page(pulse: StoredPulse) -> None:
    pulse.answers(*["essential"] * 10)
    pulse.answers("essential", "essential", "essential", page="a" * 16)
    pulse.answers("essential", page="b" * 16)

    pulse.closes()

    assert pulse.published().questions["O1"].total == Tally(12, {"essential": 12})


def test_two_answers_from_one_page_do_not_look_alike(pulse: StoredPulse) -> None:
    pulse.answers("essential", "essential", page="a" * 16)

    [(answers,)] = pulse.saved.store.rows(select(PulseRow.answers))
    one, other = cut(answers)
    assert [at for at in range(0, len(one), 8) if one[at : at + 8] == other[at : at + 8]] == []


def test_the_links_code_reads_nothing(pulse: StoredPulse) -> None:
    pulse.answers("essential")
    code, store = codes.normalise(pulse.load().code) or "", pulse.saved.store
    [credential] = store.vault.credentials(code)
    [(answers,)] = store.rows(select(PulseRow.answers))

    seeds = (credential.seed, terms._key(credential))
    opened = [list(sealed_answers.unseal(answers, seed, pulse.saved.id, asks_policy=False)) for seed in seeds]

    assert opened == [[], []]


@pytest.mark.sqlite
def test_nothing_of_an_answer_nor_the_links_code_is_in_any_byte_of_the_files(pulse: StoredPulse) -> None:
    pulse.answers(*["not_important_at_all"] * 12, group="security_legal")
    code = pulse.load().code
    pulse.closes()

    files = read_files(pulse.saved.store.engine).values()

    secrets = ("not_important_at_all", "security_legal", code, codes.normalise(code) or "")
    assert not [content for content in files for words in secrets if words.encode() in content]


@pytest.mark.sqlite
def test_after_closing_no_answer_is_left_in_the_files_nor_in_their_log(pulse: StoredPulse) -> None:
    pulse.answers("essential", "essential")
    [(answers,)] = pulse.saved.store.rows(select(PulseRow.answers))
    pulse.closes()

    files = read_files(pulse.saved.store.engine).values()

    assert not [content for content in files for sealed in cut(answers) if sealed[:64] in content]


@pytest.mark.sqlite
def test_the_log_has_no_earlier_row_that_would_show_the_latest_answer(pulse: StoredPulse) -> None:
    pulse.answers("essential", "essential", "dont_know")

    assert read_files(pulse.saved.store.engine)["muster.db-wal"] == b""


@pytest.mark.sqlite
def test_a_log_that_was_being_read_is_truncated_by_the_next_writer(pulse: StoredPulse) -> None:
    engine, code = pulse.saved.store.engine, pulse.load().code
    with closing(sqlite3.connect(engine.url.database or "", isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT * FROM pulses").fetchall()
        pulse.answers("essential", "dont_know", code=code)
        assert read_files(engine)["muster.db-wal"] != b""

    pulse.load()

    assert read_files(engine)["muster.db-wal"] == b""
