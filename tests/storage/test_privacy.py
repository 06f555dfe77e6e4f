from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import text

from app.maturity import scorecard
from app.maturity.answers import Answer, Profile
from app.maturity.plan.plan import ActionFields
from app.storage.assessments import assessments
from app.storage.plan import plans
from app.storage.plan.plans import NewAction, PlanChanges
from app.storage.rounds import rounds
from app.storage.rounds.rounds import RoundClosing
from app.storage.sealing import codes
from app.storage.sealing.roles import CONTRIBUTOR, VIEWER
from tests import build
from tests.database_files import read_files
from tests.storage.rounds.stored_rounds import begins
from tests.storage.stored_assessment import SavedAssessment, Store
from tests.storage.voices import stored_voices

EVIDENCE_DATE = date(1987, 6, 5)
COMPLETED_ON = date(1989, 4, 3)
DUE = date(2031, 2, 28)


def _distinct(store: Store) -> SavedAssessment:
    questions = [question for domain in store.questionnaire.domains for question in domain.questions]
    answers = {
        question.id: Answer(
            "not_applicable", f"Comment of {question.id} Zwölf", f"Evidence of {question.id}", EVIDENCE_DATE
        )
        for question in questions
    }
    saved = store.create(
        build.an_assessment(
            answers,
            organisation="Aldebaran Werke",
            opinions={"O1": ("very_important",)},
            targets={"G": 4},
            completed_on=COMPLETED_ON,
        )
    )
    with store.writing.begin() as connection:
        key = saved.key(connection)
        profile = Profile("Aldebaran Changed", "armed_forces", "10000_plus", "latin_america", "quick")
        assessments.save_profile(connection, key, profile, expected_version=1)
        assessments.save_opinions(connection, key, {"O3": ("internal_leak",)}, expected_version=1)
        assessments.save_targets(connection, key, {"E": 2}, expected_version=1)
        assessments.save_answers(
            connection, key, "G", {"G1": Answer("unknown", "Later remark")}, expected_version=1
        )
        fields = ActionFields("Deneb writes the charter", "Deneb Ines", DUE, "dropped", "Deneb has no time")
        plans.save_plan(connection, key, PlanChanges("en", new=(NewAction(fields, "G1"), NewAction(fields))))
        versions = assessments.load(connection, key).versions
        assessment = replace(assessments.load(connection, key).assessment, completed_on=COMPLETED_ON)
        card = scorecard.build(store.questionnaire, assessment, completed=True)
        # The quick variant leaves questions unanswered; a closing of a whole one is what is stored.
        whole = replace(card, complete=True)
        rounds.close(connection, key, RoundClosing(whole, versions, "Deneb before the audit"))
    begins(saved, "quick")
    saved.shares(VIEWER, name="Deneb the viewer")
    contributor = saved.shares(CONTRIBUTOR, "GC", name="Deneb the contributor", scores=True)
    saved.withdraws(saved.shares(CONTRIBUTOR, "E", name="Deneb withdrawn"))
    contributor.save("C", {"C1": Answer("2", "Deneb’s remark")}, contributor.page("C").versions["C"])
    for role, name in (("security", ""), ("other", "Deneb’s council")):
        voice = stored_voices.invites(saved, role, name=name)
        stored_voices.answers(voice, "G", {"G1": Answer("unknown", "Deneb’s independent remark")})
        stored_voices.finishes(voice)
    stored_voices.withdraws(saved, voice)
    return saved


@pytest.mark.sqlite
def test_all_that_lies_on_the_disk_is_the_database_its_log_and_its_queue(store: Store) -> None:
    _distinct(store)

    assert set(read_files(store.engine)) == {"muster.db", "muster.db-wal", "muster.db-shm", "muster.db-turn"}


def test_nothing_that_was_typed_is_in_any_byte_of_the_files(store: Store) -> None:
    saved = _distinct(store)
    typed = [
        *("Comment of", "Zwölf", "Evidence of", "Later remark", "Aldebaran", "not_applicable", '"unknown"'),
        # Five bytes at least: three turn up by chance in the megabytes of PostgreSQL's log, which are sealed.
        *("Deneb", "2026-11-03", '"G1":'),
        *("armed_forces", "10000_plus", "latin_america", "very_important", "internal_leak"),
        # In its quotes: contributions, which other tests leave in PostgreSQL's common log, name it in clear.
        '"quick"',
        '"security"',
        *("1987-06-05", "1989-04-03", "2031-02-28", '"dropped"'),
    ]

    files = read_files(store.engine)

    assert sum(map(len, files.values())) > 50_000
    assert any(saved.id.encode() in content for content in files.values())
    for content in files.values():
        assert not [words for words in typed if words.encode() in content]
        assert not [words for words in typed if words.encode("utf-16-le") in content]


def test_the_code_is_in_no_byte_of_the_files_in_any_spelling(store: Store) -> None:
    saved = _distinct(store)
    link_codes = (
        saved.code,
        saved.shares(VIEWER).code,
        saved.shares(CONTRIBUTOR, "GC").code,
        stored_voices.invites(saved).code,
    )
    files = read_files(store.engine).values()

    for code in link_codes:
        normal = codes.normalise(code)
        assert normal is not None
        for spelling in (code, normal, code.replace("-", " "), normal[:8], normal[-8:]):
            assert not [content for content in files if spelling.encode() in content]
            assert not [content for content in files if spelling.lower().encode() in content]


def test_the_private_key_is_in_no_byte_of_the_files(store: Store) -> None:
    saved = _distinct(store)
    with store.reading.connect() as connection:
        private_key = saved.key(connection).private_key.private_bytes_raw()

    assert not [name for name, content in read_files(store.engine).items() if private_key in content]


def test_a_long_comment_and_none_have_the_same_length(store: Store) -> None:
    for comment in ("", "short", "x" * 1500):
        store.create(build.an_assessment({"G1": Answer("2", comment)}))
    lengths = {length for (length,) in store.rows(text("SELECT length(sealed) FROM documents"))}

    assert lengths == {12 + 2048 + 16}


def test_all_that_is_kept_in_clear_is_the_questionnaire_and_a_day(store: Store) -> None:
    saved = _distinct(store)
    [row] = store.rows(text("SELECT * FROM assessments"))

    assert row[:3] == (saved.id, "readiness", "1.0")
    assert len(str(row[3])) == len("2026-11-01")
