"""A code entered: the day is noted, and the link follows the server's pepper."""

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


def _enter(filed: SavedAssessment, vault: Vault | None = None) -> bool:
    with filed.desk.writing.begin() as connection:
        return sign_in.sign_in(connection, vault or filed.desk.vault, filed.code, filed.desk.now) is not None


def _under(filed: SavedAssessment, *peppers: bytes) -> SavedAssessment:
    return SavedAssessment(
        Store(filed.desk.engine, Vault(peppers), filed.desk.questionnaire), filed.id, filed.code
    )


def test_the_day_of_the_last_use_is_kept_for_the_owner(filed: SavedAssessment) -> None:
    guest = filed.shares(VIEWER)
    assert [each.history.used_on for each in filed.links()] == [None, None]

    assert _enter(guest)

    assert [each.history.used_on for each in filed.links()] == [None, utc_day(NOW)]


def test_the_second_use_of_a_day_writes_nothing(desk: Store, filed: SavedAssessment) -> None:
    _enter(filed)
    before = desk.rows(text("SELECT name, version FROM documents"))
    _enter(filed)

    assert desk.rows(text("SELECT name, version FROM documents")) == before


def test_a_use_is_no_change(desk: Store, filed: SavedAssessment) -> None:
    desk.run(text("UPDATE assessments SET changed_on = '2020-01-01'"))
    _enter(filed)

    assert desk.rows(select(AssessmentRow.changed_on)) == [(date(2020, 1, 1),)]


def test_what_is_no_code_enters_nothing(desk: Store, filed: SavedAssessment) -> None:
    for code in ("", "no code", "0" * 28):
        assert not _enter(SavedAssessment(desk, filed.id, code))


def test_after_the_pepper_was_replaced_each_link_moves_with_its_next_use(
    desk: Store, filed: SavedAssessment
) -> None:
    viewer, contributor = filed.shares(VIEWER), filed.shares(CONTRIBUTOR, "CE")
    other = filed.shares(OWNER)
    everyone = (filed, viewer, contributor, other)
    before = filed.load()
    both = Vault([NEWER, PEPPER])

    for each in everyone:
        assert _under(each, NEWER, PEPPER).opens()
        assert _enter(each, both)

    # From here on the past pepper can be forgotten.
    assert {pepper for (pepper,) in desk.rows(select(LinkRow.pepper_name))} == {both.newest_pepper_name}
    assert not any(each.opens() for each in everyone)
    now = [_under(each, NEWER) for each in everyone]
    assert now[0].load() == now[1].load() == now[3].load() == before
    assert set(now[2].load().assessment.answers) == {"C1", "C2", "E1", "E2", "E3"}


def test_a_moved_link_is_known_to_the_owner_and_can_be_withdrawn(filed: SavedAssessment) -> None:
    contributor, viewer = filed.shares(CONTRIBUTOR, "C"), filed.shares(VIEWER)
    owner = _under(filed, NEWER, PEPPER)

    # The owner's own link is still under the past pepper.
    _enter(contributor, Vault([NEWER, PEPPER]))
    moved = _under(contributor, NEWER)
    assert len(owner.links()) == 3
    owner.withdraws(_under(viewer, NEWER, PEPPER))

    assert moved.save("C", {"C1": Answer("4")}, 2) == 3
    assert owner.page("C").assessment.answers["C1"] == Answer("4")
    owner.withdraws(moved)
    assert not moved.opens()


def test_a_link_that_was_not_used_keeps_its_pepper(desk: Store, filed: SavedAssessment) -> None:
    viewer = filed.shares(VIEWER)
    _enter(filed, Vault([NEWER, PEPPER]))

    peppers = dict(desk.rows(select(LinkRow.id, LinkRow.pepper_name)))

    assert peppers[viewer.link_id] == desk.vault.newest_pepper_name
    assert _under(viewer, NEWER, PEPPER).load() == _under(filed, NEWER).load()


def test_what_was_open_before_the_move_goes_on(desk: Store, filed: SavedAssessment) -> None:
    moved = _under(filed, NEWER, PEPPER)
    _enter(filed, moved.desk.vault)

    with moved.desk.writing.begin() as connection:
        version = assessments.save_answers(
            connection, moved.key(connection), "G", {"G1": Answer("4")}, expected_version=1
        )

    assert version == 2
