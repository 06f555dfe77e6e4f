"""What a voice saves, and when it cannot."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.maturity.answers import Answer
from app.storage.assessments import sign_in
from app.storage.sealing.errors import ConflictError, ForbiddenError
from app.storage.sealing.roles import OWNER
from app.storage.sealing.vault import Vault
from app.storage.voices.errors import VoiceStateError
from tests.storage.stored_assessment import NOW, SavedAssessment
from tests.storage.voices.stored_voices import answers, closes_voices, finishes, invites, lists, own

SAID = Answer("3", "Since May « été »")


def test_a_voice_reads_what_it_saved(saved: SavedAssessment) -> None:
    voice = invites(saved)

    assert answers(voice, "G", {"G1": SAID}) == 1
    assert answers(voice, "C", {"C1": Answer("unknown")}) == 1

    assert own(voice).stored.answers == {"G1": SAID, "C1": Answer("unknown")}
    assert own(voice).stored.saved_on == NOW.date()
    assert own(voice).voice == lists(saved).voices[0].voice


def test_a_blank_answer_clears_one_and_others_stay(saved: SavedAssessment) -> None:
    voice = invites(saved)
    answers(voice, "G", {"G1": SAID, "G2": Answer("0")})

    answers(voice, "G", {"G1": Answer()})

    assert own(voice).stored.answers == {"G2": Answer("0")}


def test_a_save_that_changes_nothing_changes_no_revision_whatever_was_expected(
    saved: SavedAssessment,
) -> None:
    voice = invites(saved)
    answers(voice, "G", {"G1": SAID})

    assert answers(voice, "G", {"G1": SAID}, revision=0) == 1


def test_two_pages_of_one_domain_do_not_overwrite_each_other(saved: SavedAssessment) -> None:
    voice = invites(saved)
    answers(voice, "G", {"G1": SAID}, revision=0)

    with pytest.raises(ConflictError) as refused:
        answers(voice, "G", {"G1": Answer("0")}, revision=0)

    assert refused.value.stored.assessment.answers == {"G1": SAID}
    assert refused.value.version == 1
    assert own(voice).stored.answers == {"G1": SAID}


def test_pages_of_two_domains_do_not_disturb_each_other(saved: SavedAssessment) -> None:
    voice = invites(saved)
    answers(voice, "G", {"G1": SAID}, revision=0)

    answers(voice, "C", {"C1": Answer("1")}, revision=0)

    assert set(own(voice).stored.answers) == {"G1", "C1"}


def test_two_voices_of_one_role_and_the_same_domains_are_apart(saved: SavedAssessment) -> None:
    one, other = invites(saved), invites(saved)

    answers(one, "G", {"G1": SAID})

    assert own(other).stored.answers == {}
    assert answers(other, "G", {"G1": Answer("0")}, revision=0) == 1
    assert own(one).stored.answers == {"G1": SAID}


@pytest.mark.parametrize("letter", ["E", "Z", ""])
def test_a_voice_answers_no_domain_that_it_is_not_asked(saved: SavedAssessment, letter: str) -> None:
    voice = invites(saved, domains="GC")

    with pytest.raises(ForbiddenError):
        answers(voice, letter, {"G1": SAID})


def test_no_other_link_saves_as_a_voice(saved: SavedAssessment) -> None:
    invites(saved)

    for link in (saved, saved.shares(OWNER), saved.shares("contributor", "G")):
        with pytest.raises(ForbiddenError):
            answers(link, "G", {"G1": SAID})
        with pytest.raises(ForbiddenError):
            finishes(link)


def test_a_voice_that_has_finished_goes_on_before_it_saves(saved: SavedAssessment) -> None:
    voice = invites(saved)
    answers(voice, "G", {"G1": SAID})
    finishes(voice)
    assert own(voice).stored.finished_on == NOW.date()
    with pytest.raises(VoiceStateError):
        answers(voice, "G", {"G1": Answer("0")})

    finishes(voice, finished=False)

    assert not lists(saved).voices[0].voice.finished
    assert answers(voice, "G", {"G1": Answer("0")}) == 2


def test_finishing_twice_keeps_the_first_day(saved: SavedAssessment) -> None:
    voice = invites(saved)
    finishes(voice)
    later = SavedAssessment(replace(voice.store, now=NOW + timedelta(days=9)), voice.id, voice.code)

    finishes(later)

    assert own(voice).stored.finished_on == NOW.date()


def test_nobody_finishes_or_goes_on_after_the_owner_has_closed(saved: SavedAssessment) -> None:
    voice = invites(saved)
    closes_voices(saved)

    for finished in (True, False):
        with pytest.raises(VoiceStateError):
            finishes(voice, finished=finished)
    assert not own(voice).may_save


def test_a_voice_moves_to_the_newest_pepper_with_its_answers(saved: SavedAssessment) -> None:
    voice = invites(saved)
    answers(voice, "G", {"G1": SAID})
    vault = Vault([b"a newer pepper of 32 bytes ......", b"a pepper of thirty-two bytes ..."])
    with saved.store.writing.begin() as connection:
        key = sign_in.sign_in(connection, vault, voice.code, NOW)

    moved = SavedAssessment(replace(voice.store, vault=vault), voice.id, voice.code)

    assert key is not None
    assert key.pepper_name == vault.newest_pepper_name
    assert own(moved).stored.answers == {"G1": SAID}
    owner = SavedAssessment(moved.store, saved.id, saved.code)
    assert lists(owner).voices[0].stored.answers == {"G1": SAID}


def test_what_a_voice_saves_changes_no_answer_and_no_completeness_of_the_assessment(
    saved: SavedAssessment,
) -> None:
    before = saved.load()
    voice = invites(saved)

    answers(voice, "G", {"G1": Answer("4", "Mine")})
    finishes(voice)

    assert saved.load() == before
