"""Voices as their owner has them: invited, read, closed, reopened, withdrawn."""

import pytest
from sqlalchemy import delete, select

from app.maturity.answers import Answer
from app.maturity.voices.disagreement import hear
from app.maturity.voices.voice import VoiceRole
from app.storage.assessments import sharing
from app.storage.database.tables import DocumentKeyRow, DocumentRow, LinkRow
from app.storage.sealing import sealed_documents
from app.storage.sealing.errors import ForbiddenError, RoundClosedError, TamperedError
from app.storage.sealing.roles import CONTRIBUTOR, OWNER, PULSE_VIEWER, RESULTS_VIEWER, VIEWER
from app.storage.voices import voices
from app.storage.voices.errors import NoSuchVoiceError, TooManyVoicesError, VoiceStateError
from tests.storage.rounds.stored_rounds import closes
from tests.storage.stored_assessment import SavedAssessment
from tests.storage.voices.stored_voices import (
    answers,
    closes_voices,
    finishes,
    invites,
    lists,
    own,
    still_opens,
    withdraws,
)


def _readers(saved: SavedAssessment, document: str) -> set[str]:
    of_document = select(DocumentKeyRow.link_id).where(DocumentKeyRow.name == document)
    return {link for (link,) in saved.store.rows(of_document)}


def test_the_owner_reads_every_voice_in_the_order_of_invitation(saved: SavedAssessment) -> None:
    first, second = invites(saved, "legal", "GC"), invites(saved, "other", "E", name="Works council")
    answers(first, "G", {"G1": Answer("3", "Since May")})
    finishes(first)

    heard = lists(saved).heard

    assert [each.id for each in heard.invited] == [first.link_id, second.link_id]
    assert [each.role for each in heard.invited] == [
        VoiceRole("legal"),
        VoiceRole("other", "Works council"),
    ]
    assert heard.invited[0].answers == {"G1": Answer("3", "Since May")}
    assert [each.domains for each in heard.invited] == [("G", "C"), ("E",)]
    assert [each.finished for each in heard.invited] == [True, False]
    assert not heard.closed


def test_another_owner_reads_them_too(saved: SavedAssessment) -> None:
    voice = invites(saved)
    answers(voice, "G", {"G1": Answer("1")})

    assert lists(saved.shares(OWNER)).heard == lists(saved).heard


def test_a_voice_has_the_keys_of_its_own_answers_and_of_which_questions_are_asked(
    saved: SavedAssessment,
) -> None:
    voice, _other = invites(saved), invites(saved)
    of_link = select(DocumentKeyRow.name).where(DocumentKeyRow.link_id == voice.link_id)

    names = {name for (name,) in saved.store.rows(of_link)}

    assert names == {"outline", f"history-{voice.link_id}", f"voice-{voice.link_id}"}


@pytest.mark.parametrize("role", [VIEWER, RESULTS_VIEWER, CONTRIBUTOR, PULSE_VIEWER])
@pytest.mark.parametrize("made_first", [True, False])
def test_no_other_link_gets_the_key_of_a_voice(
    saved: SavedAssessment, role: str, *, made_first: bool
) -> None:
    domains = "GCE" if role == CONTRIBUTOR else ""
    early = saved.shares(role, domains) if made_first else None
    voice = invites(saved)
    late = early or saved.shares(role, domains)
    second = invites(saved)

    for each in (voice, second):
        assert _readers(saved, f"voice-{each.link_id}") == {saved.link_id, each.link_id}
    for link in (late, voice):
        with saved.store.reading.connect() as connection, pytest.raises(ForbiddenError):
            voices.load_voices(connection, link.key(connection))
        with saved.store.reading.connect() as connection, pytest.raises(ForbiddenError):
            sealed_documents.open_one(connection, link.key(connection), f"voice-{second.link_id}")


def test_voices_are_no_links_of_the_sharing_page_and_answer_no_domain_for_the_owner(
    saved: SavedAssessment,
) -> None:
    voice = invites(saved)

    assert [each.link.role for each in saved.links()] == [OWNER]
    with saved.store.reading.connect() as connection:
        assert sharing.contributors_by_domain(connection, saved.key(connection)) == {}
    with pytest.raises(ForbiddenError):
        saved.withdraws(voice)


def test_a_withdrawn_voice_opens_nothing_and_its_answers_are_gone(saved: SavedAssessment) -> None:
    voice, stays = invites(saved), invites(saved)
    answers(voice, "G", {"G1": Answer("1", "Zugspitze")})
    before = saved.load()
    link = voice.link_id

    withdraws(saved, voice)

    assert not still_opens(voice)
    assert still_opens(stays)
    assert [each.link.id for each in lists(saved).voices] == [stays.link_id]
    names = {name for (name,) in saved.store.rows(select(DocumentRow.name))}
    assert not {f"voice-{link}", f"history-{link}"} & names
    assert link not in {id for (id,) in saved.store.rows(select(LinkRow.id))}
    assert saved.load() == before


def test_withdrawing_seals_what_the_voice_could_read_under_a_new_key(saved: SavedAssessment) -> None:
    voice, stays = invites(saved), invites(saved)
    with saved.store.reading.connect() as connection:
        key = voice.key(connection)
        known = sealed_documents.open_one(connection, key, "outline").document_key

    withdraws(saved, voice)

    with saved.store.reading.connect() as connection:
        for link in (saved, stays):
            fresh = sealed_documents.open_one(connection, link.key(connection), "outline")
            assert fresh.document_key != known
    assert own(stays).letters == "GCE"


def test_a_voice_can_be_withdrawn_once_and_by_an_owner_alone(saved: SavedAssessment) -> None:
    voice, other = invites(saved), invites(saved)
    contributor = saved.shares(CONTRIBUTOR, "G")
    for link in (other, contributor):
        with saved.store.writing.begin() as connection, pytest.raises(ForbiddenError):
            voices.withdraw(connection, link.key(connection), voice.link_id)
    id = voice.link_id
    withdraws(saved, voice)

    with saved.store.writing.begin() as connection, pytest.raises(NoSuchVoiceError):
        voices.withdraw(connection, saved.key(connection), id)
    with saved.store.writing.begin() as connection, pytest.raises(NoSuchVoiceError):
        voices.withdraw(connection, saved.key(connection), saved.link_id)


def test_answers_count_once_the_owner_closes(saved: SavedAssessment) -> None:
    begun, idle = invites(saved, "hr"), invites(saved, "legal")
    answers(begun, "G", {"G1": Answer("2")})
    questions = saved.store.questionnaire.questions_in("full")
    open_ones = lists(saved).heard
    assert hear(questions, open_ones.invited, closed=open_ones.closed) is None

    closes_voices(saved)

    heard = lists(saved).heard
    found = hear(questions, heard.invited, closed=heard.closed)
    assert found is not None
    assert [role.id for role in found.roles] == ["hr"]
    assert still_opens(idle)


def test_closed_voices_can_be_reopened_and_nobody_is_invited_before(saved: SavedAssessment) -> None:
    voice = invites(saved)
    closes_voices(saved)
    with pytest.raises(VoiceStateError):
        invites(saved)
    with pytest.raises(VoiceStateError):
        closes_voices(saved)
    with pytest.raises(VoiceStateError):
        answers(voice, "G", {"G1": Answer("2")})

    closes_voices(saved, closed=False)

    assert answers(voice, "G", {"G1": Answer("2")}) == 1
    invites(saved)
    with pytest.raises(VoiceStateError):
        closes_voices(saved, closed=False)


def test_without_a_voice_there_is_nothing_to_close(saved: SavedAssessment) -> None:
    with pytest.raises(VoiceStateError):
        closes_voices(saved)


def test_nobody_is_invited_to_a_closed_round(saved: SavedAssessment) -> None:
    closes(saved)

    with pytest.raises(RoundClosedError):
        invites(saved)


def test_only_owners_invite(saved: SavedAssessment) -> None:
    for link in (saved.shares(VIEWER), saved.shares(CONTRIBUTOR, "G"), invites(saved)):
        with pytest.raises(ForbiddenError):
            invites(link)


def test_no_more_than_thirty_are_invited_and_links_of_the_sharing_page_do_not_count(
    saved: SavedAssessment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(voices, "MAX_VOICES", 2)
    monkeypatch.setattr(sharing, "MAX_LINKS", 2)
    first, _second = invites(saved), invites(saved)
    saved.shares(VIEWER)

    with pytest.raises(TooManyVoicesError):
        invites(saved)
    withdraws(saved, first)
    invites(saved)
    assert len(lists(saved).voices) == 2


def test_the_history_says_what_was_done_and_names_nobody(saved: SavedAssessment) -> None:
    voice = invites(saved, "other", name="Quokka")
    closes_voices(saved)
    closes_voices(saved, closed=False)
    withdraws(saved, voice)

    (own_history,) = (each.history for each in saved.links())

    changes = [(each.document, each.questions) for each in own_history.changes]
    assert changes == [
        ("voices", ("invited",)),
        ("voices", ("closed",)),
        ("voices", ("reopened",)),
        ("voices", ("withdrawn",)),
    ]


def test_a_voice_whose_document_was_deleted_in_the_database_is_noticed(saved: SavedAssessment) -> None:
    voice = invites(saved)
    name = f"voice-{voice.link_id}"
    saved.store.run(delete(DocumentKeyRow).where(DocumentKeyRow.name == name))
    saved.store.run(delete(DocumentRow).where(DocumentRow.name == name))

    with pytest.raises(TamperedError):
        lists(saved)
