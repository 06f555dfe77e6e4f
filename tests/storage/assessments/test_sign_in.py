"""Signing in records the day, and moves the link to the server's newest pepper."""

from datetime import date

from sqlalchemy import select, text

from app.maturity.answers import Answer
from app.maturity.clock import utc_day
from app.storage.assessments import assessments, sign_in
from app.storage.database.tables import AssessmentRow, LinkRow
from app.storage.sealing.roles import CONTRIBUTOR, OWNER, VIEWER
from app.storage.sealing.vault import Vault
from tests.storage.conftest import PEPPER
from tests.storage.stored_assessment import NOW, SavedAssessment, Store

NEWER = b"a newer pepper of thirty-two ..."


def _sign_in(saved: SavedAssessment, vault: Vault | None = None) -> bool:
    with saved.store.writing.begin() as connection:
        return (
            sign_in.sign_in(connection, vault or saved.store.vault, saved.code, saved.store.now) is not None
        )


def _under(saved: SavedAssessment, *peppers: bytes) -> SavedAssessment:
    return SavedAssessment(
        Store(saved.store.engine, Vault(peppers), saved.store.questionnaire), saved.id, saved.code
    )


def test_the_owner_reads_the_day_of_the_last_use(saved: SavedAssessment) -> None:
    guest = saved.shares(VIEWER)
    assert [each.history.used_on for each in saved.links()] == [None, None]

    assert _sign_in(guest)

    assert [each.history.used_on for each in saved.links()] == [None, utc_day(NOW)]


def test_the_second_use_of_a_day_writes_nothing(store: Store, saved: SavedAssessment) -> None:
    _sign_in(saved)
    before = store.rows(text("SELECT name, version FROM documents"))
    _sign_in(saved)

    assert store.rows(text("SELECT name, version FROM documents")) == before


def test_a_use_is_no_change(store: Store, saved: SavedAssessment) -> None:
    store.run(text("UPDATE assessments SET changed_on = '2020-01-01'"))
    _sign_in(saved)

    assert store.rows(select(AssessmentRow.changed_on)) == [(date(2020, 1, 1),)]


def test_a_text_that_is_no_code_opens_nothing(store: Store, saved: SavedAssessment) -> None:
    for code in ("", "no code", "0" * 28):
        assert not _sign_in(SavedAssessment(store, saved.id, code))


def test_after_the_pepper_was_replaced_each_link_is_rotated_at_its_next_use(
    store: Store, saved: SavedAssessment
) -> None:
    viewer, contributor = saved.shares(VIEWER), saved.shares(CONTRIBUTOR, "CE")
    other = saved.shares(OWNER)
    everyone = (saved, viewer, contributor, other)
    before = saved.load()
    both_peppers = Vault([NEWER, PEPPER])

    for each in everyone:
        assert _under(each, NEWER, PEPPER).opens()
        assert _sign_in(each, both_peppers)

    # From here on the past pepper can be forgotten.
    assert {pepper for (pepper,) in store.rows(select(LinkRow.pepper_name))} == {
        both_peppers.newest_pepper_name
    }
    assert not any(each.opens() for each in everyone)
    now = [_under(each, NEWER) for each in everyone]
    assert now[0].load() == now[1].load() == now[3].load() == before
    assert set(now[2].load().assessment.answers) == {"C1", "C2", "E1", "E2", "E3"}


def test_a_rotated_link_is_listed_and_can_be_withdrawn(saved: SavedAssessment) -> None:
    contributor, viewer = saved.shares(CONTRIBUTOR, "C"), saved.shares(VIEWER)
    owner = _under(saved, NEWER, PEPPER)

    # The owner's own link is still under the past pepper.
    _sign_in(contributor, Vault([NEWER, PEPPER]))
    moved = _under(contributor, NEWER)
    assert len(owner.links()) == 3
    owner.withdraws(_under(viewer, NEWER, PEPPER))

    assert moved.save("C", {"C1": Answer("4")}, 2) == 3
    assert owner.page("C").assessment.answers["C1"] == Answer("4")
    owner.withdraws(moved)
    assert not moved.opens()


def test_a_link_that_was_not_used_keeps_its_pepper(store: Store, saved: SavedAssessment) -> None:
    viewer = saved.shares(VIEWER)
    _sign_in(saved, Vault([NEWER, PEPPER]))

    peppers = dict(store.rows(select(LinkRow.id, LinkRow.pepper_name)))

    assert peppers[viewer.link_id] == store.vault.newest_pepper_name
    assert _under(viewer, NEWER, PEPPER).load() == _under(saved, NEWER).load()


def test_an_assessment_open_before_the_rotation_can_still_be_saved(
    store: Store, saved: SavedAssessment
) -> None:
    moved = _under(saved, NEWER, PEPPER)
    _sign_in(saved, moved.store.vault)

    with moved.store.writing.begin() as connection:
        version = assessments.save_answers(
            connection, moved.key(connection), "G", {"G1": Answer("4")}, expected_version=1
        )

    assert version == 2
