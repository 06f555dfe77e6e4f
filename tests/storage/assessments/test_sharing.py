"""What each link can open, and what is left of it once it is withdrawn."""

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


def _keys(filed: SavedAssessment, link: SavedAssessment) -> set[str]:
    """Name the documents whose keys are wrapped to a link."""
    of_link = select(DocumentKeyRow.name).where(DocumentKeyRow.link_id == link.link_id)
    return {name for (name,) in filed.desk.rows(of_link)}


def _sealed(desk: Store) -> dict[str, tuple[int, bytes]]:
    columns = select(DocumentRow.name, DocumentRow.version, DocumentRow.sealed)
    return {name: (version, sealed) for name, version, sealed in desk.rows(columns)}


def test_another_owner_reads_and_changes_everything(filed: SavedAssessment) -> None:
    other = filed.shares(OWNER)

    assert other.load() == filed.load()
    assert other.save("G", {"G1": Answer("4", "by the other")}, 1) == 2
    assert filed.page("G").assessment.answers["G1"] == Answer("4", "by the other")
    assert len(other.links()) == 2


def test_a_viewer_reads_what_results_are_made_of(filed: SavedAssessment) -> None:
    viewer = filed.shares(VIEWER)

    assert viewer.load() == filed.load()
    assert _keys(filed, viewer) == {*SHARED, "G", "C", "E", f"history-{viewer.link_id}"}


def test_a_viewer_gets_no_list_of_links(filed: SavedAssessment) -> None:
    viewer = filed.shares(VIEWER)

    with pytest.raises(ForbiddenError):
        viewer.links()


def test_a_contributor_gets_the_keys_of_its_domains_and_of_no_other(filed: SavedAssessment) -> None:
    contributor = filed.shares(CONTRIBUTOR, "CE")

    assert _keys(filed, contributor) == {"outline", "C", "E", f"history-{contributor.link_id}"}


def test_a_contributor_learns_what_is_asked_but_not_of_whom(desk: Store) -> None:
    filed = desk.file(build.aldebaran(desk.questionnaire, "quick"))

    stored = filed.shares(CONTRIBUTOR, "C").load()

    profile = stored.assessment.profile
    assert (profile.variant, profile.organisation, profile.region) == ("quick", "", "")
    assert set(stored.assessment.answers) == {"C1"}
    assert not stored.assessment.opinions
    assert not stored.assessment.targets
    assert stored.assessment.completed_on is None


def test_a_contributor_answers_its_own_domain(filed: SavedAssessment) -> None:
    contributor = filed.shares(CONTRIBUTOR, "C")

    assert contributor.save("C", {"C1": Answer("4", "from legal")}, 1) == 2
    assert filed.page("C").assessment.answers["C1"] == Answer("4", "from legal")


@pytest.mark.parametrize("name", ["G", "E", *SHARED, "links"])
def test_a_contributor_is_refused_every_other_document(
    desk: Store, filed: SavedAssessment, name: str
) -> None:
    contributor = filed.shares(CONTRIBUTOR, "C")

    with pytest.raises(ForbiddenError):
        contributor.page(name)
    with pytest.raises(ForbiddenError):
        contributor.save(name, {}, 1)


def test_a_contributor_learns_the_variant_that_is_chosen_later(desk: Store, filed: SavedAssessment) -> None:
    contributor = filed.shares(CONTRIBUTOR, "C")
    with desk.writing.begin() as connection:
        profile = build.a_profile(variant="quick")
        assessments.save_profile(connection, filed.key(connection), profile, expected_version=1)

    assert contributor.page("C").assessment.profile.variant == "quick"


def test_links_are_listed_as_they_were_made(filed: SavedAssessment) -> None:
    filed.shares(VIEWER, name="Board « Élan »")
    filed.shares(CONTRIBUTOR, "GE", name="Legal", scores=True)

    first, board, legal = (each.link for each in filed.links())

    assert (first.name, first.role) == ("", OWNER)
    assert (board.name, board.role, board.domains, board.scores) == ("Board « Élan »", VIEWER, "", False)
    assert (legal.name, legal.role, legal.domains, legal.scores) == ("Legal", CONTRIBUTOR, "GE", True)
    assert legal.made_on == date(2026, 11, 3)
    assert not [each for each in (first, board, legal) if each.revoked_on]


def test_each_domain_names_who_may_answer_it(desk: Store, filed: SavedAssessment) -> None:
    filed.shares(CONTRIBUTOR, "GE", name="Legal")
    filed.shares(CONTRIBUTOR, "E", name="Press")
    gone = filed.shares(CONTRIBUTOR, "C", name="Gone")
    filed.withdraws(gone)

    with desk.reading.connect() as connection:
        assert sharing.contributors_by_domain(connection, filed.key(connection)) == {
            "G": ("Legal",),
            "E": ("Legal", "Press"),
        }


def test_a_withdrawn_link_opens_nothing_and_the_others_everything_of_theirs(filed: SavedAssessment) -> None:
    viewer, contributor = filed.shares(VIEWER), filed.shares(CONTRIBUTOR, "CE")
    other = filed.shares(CONTRIBUTOR, "E")
    before = filed.load().assessment

    filed.withdraws(contributor)

    assert not contributor.opens()
    assert filed.load().assessment == viewer.load().assessment == before
    assert set(other.page("E").assessment.answers) == {"E1", "E2", "E3"}
    assert other.save("E", {"E1": Answer("0")}, 2) == 3
    assert filed.links()[2].link.revoked_on is not None


def test_what_a_withdrawn_link_could_read_is_sealed_under_new_keys_and_the_rest_left(
    desk: Store, filed: SavedAssessment
) -> None:
    contributor = filed.shares(CONTRIBUTOR, "CE")
    with desk.reading.connect() as connection:
        kept = contributor.key(connection)
        assessments.load(connection, kept)
    before = _sealed(desk)

    filed.withdraws(contributor)

    after = _sealed(desk)
    own = f"history-{kept.link_id}"
    assert {name for name in after if after[name] != before[name]} == {
        *("C", "E", "outline", "completion", "links", own, f"history-{filed.link_id}")
    }
    assert all(after[name][0] == before[name][0] + 1 for name in ("C", "E", "outline", own))
    # The keys that it had open nothing of what is stored now.
    assert kept.document_keys
    assert desk.rows(select(DocumentKeyRow).where(DocumentKeyRow.link_id == kept.link_id)) == []


def test_a_save_prepared_before_a_withdrawal_overwrites_nothing(desk: Store, filed: SavedAssessment) -> None:
    contributor, other = filed.shares(CONTRIBUTOR, "C"), filed.shares(CONTRIBUTOR, "C")

    filed.withdraws(contributor)

    with pytest.raises(ConflictError) as conflict:
        other.save("C", {"C1": Answer("4")}, 1)
    assert conflict.value.version == 2


def test_a_link_withdrawn_while_it_saves_is_gone_and_not_tampered_with(
    desk: Store, filed: SavedAssessment
) -> None:
    contributor = filed.shares(CONTRIBUTOR, "C")
    with desk.reading.connect() as connection:
        key = contributor.key(connection)
    filed.withdraws(contributor)

    with desk.writing.begin() as connection, pytest.raises(GoneError):
        assessments.save_answers(connection, key, "C", {}, expected_version=1)


def test_an_owner_replaces_a_code_that_leaked(filed: SavedAssessment) -> None:
    other = filed.shares(OWNER)

    other.withdraws(filed)

    assert not filed.opens()
    assert other.load().complete
    assert [bool(each.link.revoked_on) for each in other.links()] == [True, False]


def test_no_owner_withdraws_the_link_in_use_nor_one_that_is_not_there(
    desk: Store, filed: SavedAssessment
) -> None:
    other = desk.file(build.capella(desk.questionnaire))
    for id in (filed.link_id, other.link_id, "no-such-link"):
        with desk.writing.begin() as connection, pytest.raises(ForbiddenError):
            sharing.revoke_link(connection, filed.key(connection), id)

    assert filed.opens()
    assert other.opens()


@pytest.mark.parametrize("role", [VIEWER, CONTRIBUTOR])
def test_only_an_owner_makes_and_withdraws_links(desk: Store, filed: SavedAssessment, role: str) -> None:
    guest, other = filed.shares(role, "C" if role == CONTRIBUTOR else ""), filed.shares(VIEWER)

    with pytest.raises(ForbiddenError):
        guest.shares(OWNER)
    with pytest.raises(ForbiddenError):
        guest.withdraws(other)

    assert len(filed.links()) == 3


def test_withdrawing_twice_changes_nothing_the_second_time(desk: Store, filed: SavedAssessment) -> None:
    viewer = filed.shares(VIEWER)
    id = viewer.link_id
    filed.withdraws(viewer)
    before = _sealed(desk)

    with desk.writing.begin() as connection:
        sharing.revoke_link(connection, filed.key(connection), id)

    assert _sealed(desk) == before


def test_there_is_a_most_of_links(
    desk: Store, filed: SavedAssessment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sharing, "MAX_LINKS", 3)
    filed.shares(VIEWER)
    filed.shares(VIEWER)

    with pytest.raises(TooManyLinksError):
        filed.shares(VIEWER)


def test_a_link_is_written_and_read_with_every_field() -> None:
    link = Link("l1", "Élan", CONTRIBUTOR, date(2026, 1, 2), "GE", scores=True, revoked_on=date(2026, 3, 4))

    assert link_list.read(link_list.write((link,))) == (link,)
