"""What each link can open, and what it can open once it is withdrawn."""

from datetime import date

import pytest
from sqlalchemy import select

from app.maturity.answers import Answer
from app.storage.assessments import assessments, sharing
from app.storage.assessments.sharing import TooManyLinksError
from app.storage.database.tables import DocumentKeyRow, DocumentRow
from app.storage.sealing import link_list
from app.storage.sealing.errors import ConflictError, ForbiddenError, GoneError
from app.storage.sealing.link_list import Link
from app.storage.sealing.roles import CONTRIBUTOR, OWNER, VIEWER
from tests import build
from tests.storage.stored_assessment import SavedAssessment, Store

SHARED = ("profile", "opinions", "targets", "completion")


def _keys(saved: SavedAssessment, link: SavedAssessment) -> set[str]:
    """Return the documents whose keys are wrapped to a link."""
    of_link = select(DocumentKeyRow.name).where(DocumentKeyRow.link_id == link.link_id)
    return {name for (name,) in saved.store.rows(of_link)}


def _sealed(store: Store) -> dict[str, tuple[int, bytes]]:
    columns = select(DocumentRow.name, DocumentRow.version, DocumentRow.sealed)
    return {name: (version, sealed) for name, version, sealed in store.rows(columns)}


def test_another_owner_reads_and_changes_everything(saved: SavedAssessment) -> None:
    other = saved.shares(OWNER)

    assert other.load() == saved.load()
    assert other.save("G", {"G1": Answer("4", "by the other")}, 1) == 2
    assert saved.page("G").assessment.answers["G1"] == Answer("4", "by the other")
    assert len(other.links()) == 2


def test_a_viewer_reads_every_document_of_the_results(saved: SavedAssessment) -> None:
    viewer = saved.shares(VIEWER)

    assert viewer.load() == saved.load()
    assert _keys(saved, viewer) == {*SHARED, "G", "C", "E", f"history-{viewer.link_id}"}


def test_a_viewer_gets_no_list_of_links(saved: SavedAssessment) -> None:
    viewer = saved.shares(VIEWER)

    with pytest.raises(ForbiddenError):
        viewer.links()


def test_a_contributor_gets_the_keys_of_its_domains_and_of_no_other(saved: SavedAssessment) -> None:
    contributor = saved.shares(CONTRIBUTOR, "CE")

    assert _keys(saved, contributor) == {"outline", "C", "E", f"history-{contributor.link_id}"}


def test_a_contributor_reads_the_questionnaire_but_not_the_organisation(store: Store) -> None:
    saved = store.create(build.aldebaran(store.questionnaire, "quick"))

    stored = saved.shares(CONTRIBUTOR, "C").load()

    profile = stored.assessment.profile
    assert (profile.variant, profile.organisation, profile.region) == ("quick", "", "")
    assert set(stored.assessment.answers) == {"C1"}
    assert not stored.assessment.opinions
    assert not stored.assessment.targets
    assert stored.assessment.completed_on is None


def test_a_contributor_answers_its_own_domain(saved: SavedAssessment) -> None:
    contributor = saved.shares(CONTRIBUTOR, "C")

    assert contributor.save("C", {"C1": Answer("4", "from legal")}, 1) == 2
    assert saved.page("C").assessment.answers["C1"] == Answer("4", "from legal")


@pytest.mark.parametrize("name", ["G", "E", *SHARED, "links"])
def test_a_contributor_is_refused_every_other_document(
    store: Store, saved: SavedAssessment, name: str
) -> None:
    contributor = saved.shares(CONTRIBUTOR, "C")

    with pytest.raises(ForbiddenError):
        contributor.page(name)
    with pytest.raises(ForbiddenError):
        contributor.save(name, {}, 1)


def test_a_contributor_learns_the_variant_that_is_chosen_later(store: Store, saved: SavedAssessment) -> None:
    contributor = saved.shares(CONTRIBUTOR, "C")
    with store.writing.begin() as connection:
        profile = build.a_profile(variant="quick")
        assessments.save_profile(connection, saved.key(connection), profile, expected_version=1)

    assert contributor.page("C").assessment.profile.variant == "quick"


def test_links_are_listed_in_the_order_of_their_making(saved: SavedAssessment) -> None:
    saved.shares(VIEWER, name="Board « Élan »")
    saved.shares(CONTRIBUTOR, "GE", name="Legal", scores=True)

    first, board, legal = (each.link for each in saved.links())

    assert (first.name, first.role) == ("", OWNER)
    assert (board.name, board.role, board.domains, board.scores) == ("Board « Élan »", VIEWER, "", False)
    assert (legal.name, legal.role, legal.domains, legal.scores) == ("Legal", CONTRIBUTOR, "GE", True)
    assert legal.made_on == date(2026, 11, 3)
    assert not [each for each in (first, board, legal) if each.revoked_on]


def test_each_domain_names_who_may_answer_it(store: Store, saved: SavedAssessment) -> None:
    saved.shares(CONTRIBUTOR, "GE", name="Legal")
    saved.shares(CONTRIBUTOR, "E", name="Press")
    gone = saved.shares(CONTRIBUTOR, "C", name="Gone")
    saved.withdraws(gone)

    with store.reading.connect() as connection:
        assert sharing.contributors_by_domain(connection, saved.key(connection)) == {
            "G": ("Legal",),
            "E": ("Legal", "Press"),
        }


def test_a_withdrawn_link_opens_nothing_and_the_others_everything_of_theirs(saved: SavedAssessment) -> None:
    viewer, contributor = saved.shares(VIEWER), saved.shares(CONTRIBUTOR, "CE")
    other = saved.shares(CONTRIBUTOR, "E")
    before = saved.load().assessment

    saved.withdraws(contributor)

    assert not contributor.opens()
    assert saved.load().assessment == viewer.load().assessment == before
    assert set(other.page("E").assessment.answers) == {"E1", "E2", "E3"}
    assert other.save("E", {"E1": Answer("0")}, 2) == 3
    assert saved.links()[2].link.revoked_on is not None


def test_what_a_withdrawn_link_could_read_is_sealed_under_new_keys_and_the_rest_left(
    store: Store, saved: SavedAssessment
) -> None:
    contributor = saved.shares(CONTRIBUTOR, "CE")
    with store.reading.connect() as connection:
        key = contributor.key(connection)
        assessments.load(connection, key)
    before = _sealed(store)

    saved.withdraws(contributor)

    after = _sealed(store)
    own = f"history-{key.link_id}"
    assert {name for name in after if after[name] != before[name]} == {
        *("C", "E", "outline", "completion", "links", own, f"history-{saved.link_id}")
    }
    assert all(after[name][0] == before[name][0] + 1 for name in ("C", "E", "outline", own))
    # The keys that it had open nothing of what is stored now.
    assert key.document_keys
    assert store.rows(select(DocumentKeyRow).where(DocumentKeyRow.link_id == key.link_id)) == []


def test_a_save_prepared_before_a_withdrawal_overwrites_nothing(store: Store, saved: SavedAssessment) -> None:
    contributor, other = saved.shares(CONTRIBUTOR, "C"), saved.shares(CONTRIBUTOR, "C")

    saved.withdraws(contributor)

    with pytest.raises(ConflictError) as conflict:
        other.save("C", {"C1": Answer("4")}, 1)
    assert conflict.value.version == 2


def test_a_link_withdrawn_while_it_saves_is_gone_and_not_tampered_with(
    store: Store, saved: SavedAssessment
) -> None:
    contributor = saved.shares(CONTRIBUTOR, "C")
    with store.reading.connect() as connection:
        key = contributor.key(connection)
    saved.withdraws(contributor)

    with store.writing.begin() as connection, pytest.raises(GoneError):
        assessments.save_answers(connection, key, "C", {}, expected_version=1)


def test_an_owner_replaces_a_code_that_leaked(saved: SavedAssessment) -> None:
    other = saved.shares(OWNER)

    other.withdraws(saved)

    assert not saved.opens()
    assert other.load().complete
    assert [bool(each.link.revoked_on) for each in other.links()] == [True, False]


def test_an_owner_cannot_withdraw_its_own_link_or_an_unknown_one(
    store: Store, saved: SavedAssessment
) -> None:
    other = store.create(build.capella(store.questionnaire))
    for id in (saved.link_id, other.link_id, "no-such-link"):
        with store.writing.begin() as connection, pytest.raises(ForbiddenError):
            sharing.revoke_link(connection, saved.key(connection), id)

    assert saved.opens()
    assert other.opens()


@pytest.mark.parametrize("role", [VIEWER, CONTRIBUTOR])
def test_only_an_owner_makes_and_withdraws_links(store: Store, saved: SavedAssessment, role: str) -> None:
    guest, other = saved.shares(role, "C" if role == CONTRIBUTOR else ""), saved.shares(VIEWER)

    with pytest.raises(ForbiddenError):
        guest.shares(OWNER)
    with pytest.raises(ForbiddenError):
        guest.withdraws(other)

    assert len(saved.links()) == 3


def test_withdrawing_twice_changes_nothing_the_second_time(store: Store, saved: SavedAssessment) -> None:
    viewer = saved.shares(VIEWER)
    id = viewer.link_id
    saved.withdraws(viewer)
    before = _sealed(store)

    with store.writing.begin() as connection:
        sharing.revoke_link(connection, saved.key(connection), id)

    assert _sealed(store) == before


def test_the_number_of_links_is_limited(
    store: Store, saved: SavedAssessment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sharing, "MAX_LINKS", 3)
    saved.shares(VIEWER)
    saved.shares(VIEWER)

    with pytest.raises(TooManyLinksError):
        saved.shares(VIEWER)


def test_a_link_is_written_and_read_with_every_field() -> None:
    link = Link("l1", "Élan", CONTRIBUTOR, date(2026, 1, 2), "GE", scores=True, revoked_on=date(2026, 3, 4))

    assert link_list.read(link_list.write((link,))) == (link,)
