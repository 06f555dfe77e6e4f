"""The clauses and cues of the questionnaire that is served."""

import pytest

from app.catalogue.versions import load_all
from app.config import ROOT
from app.maturity.policy.clause import PolicyBank
from app.maturity.text import LANGUAGES

NOT_READ = {"G3", "G4", "L2", "L3", "S3", "S5", "V2", "V3", "V4", "V5"}


@pytest.fixture(scope="module")
def banks() -> tuple[PolicyBank, ...]:
    return tuple(each.policy for each in load_all(ROOT / "questionnaires").known)


def test_every_version_reads_36_practices_and_not_the_other_ten(banks: tuple[PolicyBank, ...]) -> None:
    for bank in banks:
        assert len(bank.readings) == 46
        assert {practice for practice, each in bank.readings.items() if each.kind == "none"} == NOT_READ


def test_each_practice_says_why_a_text_shows_no_more(banks: tuple[PolicyBank, ...]) -> None:
    assert [practice for practice, each in banks[-1].readings.items() if each.why is None] == []


def test_every_practice_that_is_read_has_cues_in_both_languages(banks: tuple[PolicyBank, ...]) -> None:
    for each in banks[-1].readings.values():
        assert {cue.language for cue in each.cues} == (set(LANGUAGES) if each.kind != "none" else set())


def test_no_two_cues_have_the_same_id_or_sentence(banks: tuple[PolicyBank, ...]) -> None:
    cues = [cue for each in banks[-1].readings.values() for cue in each.cues]

    assert len({cue.id for cue in cues}) == len({cue.hits for cue in cues}) == len(cues) > 150


def test_how_often_the_reading_is_right_was_measured_in_both_languages(banks: tuple[PolicyBank, ...]) -> None:
    for bank in banks:
        assert list(bank.measured) == list(LANGUAGES)
