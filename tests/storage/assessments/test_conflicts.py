from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from sqlalchemy import text

from app.maturity.answers import Answer
from app.storage.assessments import assessments
from app.storage.sealing.errors import ConflictError
from tests import build
from tests.storage.stored_assessment import SavedAssessment, Store

THEIRS = {"G1": Answer("3", "theirs")}
OURS = {"G1": Answer("1", "ours")}


def test_the_second_of_two_tabs_learns_what_the_first_wrote_and_writes_nothing(
    saved: SavedAssessment,
) -> None:
    saved.save("G", THEIRS, 1)

    with pytest.raises(ConflictError) as conflict:
        saved.save("G", OURS, 1)

    assert conflict.value.document == "G"
    assert conflict.value.version == 2
    assert conflict.value.stored.assessment.answers["G1"] == THEIRS["G1"]
    assert saved.page("G").assessment.answers["G1"] == THEIRS["G1"]


def test_having_seen_the_other_text_the_second_can_save(saved: SavedAssessment) -> None:
    saved.save("G", THEIRS, 1)

    assert saved.save("G", OURS, 2) == 3
    assert saved.page("G").assessment.answers["G1"] == OURS["G1"]


def test_two_tabs_that_save_the_same_do_not_disturb_each_other(saved: SavedAssessment) -> None:
    assert saved.save("G", THEIRS, 1) == 2
    assert saved.save("G", THEIRS, 1) == 2


def test_saving_what_is_there_keeps_the_version_and_the_sealed_bytes(
    store: Store, saved: SavedAssessment
) -> None:
    sealed = store.rows(text("SELECT sealed FROM documents WHERE name = 'G'"))

    assert saved.save("G", saved.page("G").assessment.answers, 1) == 1
    assert store.rows(text("SELECT sealed FROM documents WHERE name = 'G'")) == sealed


def test_a_version_that_never_was_is_a_conflict(saved: SavedAssessment) -> None:
    for version in (-1, 0, 2):
        with pytest.raises(ConflictError):
            saved.save("G", OURS, version)


def test_two_domains_do_not_collide(saved: SavedAssessment) -> None:
    assert saved.save("G", OURS, 1) == 2
    assert saved.save("E", {"E1": Answer("1", "ours")}, 1) == 2


@pytest.mark.parametrize(
    ("document", "save"),
    [
        (
            "profile",
            lambda s, k, n: assessments.save_profile(s, k, build.a_profile(region=n), expected_version=1),
        ),
        ("opinions", lambda s, k, n: assessments.save_opinions(s, k, {"O4": (n,)}, expected_version=1)),
        ("targets", lambda s, k, n: assessments.save_targets(s, k, {n: 4}, expected_version=1)),
    ],
)
def test_other_documents_follow_the_same_rule(
    store: Store, saved: SavedAssessment, document: str, save: Callable[..., Any]
) -> None:
    with store.writing.begin() as connection:
        save(connection, saved.key(connection), "one")

    with store.writing.begin() as connection, pytest.raises(ConflictError) as conflict:
        save(connection, saved.key(connection), "two")

    assert conflict.value.document == document
    assert conflict.value.version == 2


def test_a_save_that_waited_for_another_gets_its_text(store: Store, saved: SavedAssessment) -> None:
    with ThreadPoolExecutor(1) as pool, store.writing.begin() as connection:
        assessments.save_answers(connection, saved.key(connection), "G", THEIRS, expected_version=1)
        late = pool.submit(saved.save, "G", OURS, 1)
        with pytest.raises(TimeoutError):
            late.result(0.3)
        connection.commit()
        connection.close()

        with pytest.raises(ConflictError) as conflict:
            late.result(10)

    assert conflict.value.stored.assessment.answers["G1"] == THEIRS["G1"]


def _add_mark(saved: SavedAssessment, mark: str, meet: Callable[[], object]) -> int:
    """Add marks to a comment, one save each, again after each conflict; return the number of conflicts."""
    for conflicts in range(1000):
        page = saved.page("G")
        if conflicts == 0:
            meet()
        comment = page.assessment.answers["G1"].comment
        try:
            saved.save("G", {"G1": Answer("1", f"{comment} {mark}")}, page.versions["G"])
        except ConflictError:
            continue
        return conflicts
    raise AssertionError("never came through")


def test_two_people_who_save_one_page_fifty_times_lose_nothing(saved: SavedAssessment) -> None:
    # They meet after each first look, so that one of the two is always late.
    meet = Barrier(2, timeout=30).wait

    def work(person: str) -> int:
        return sum(_add_mark(saved, f"{person}{count}", meet) for count in range(50))

    with ThreadPoolExecutor(2) as pool:
        conflicts = sum(pool.map(work, ("a", "b")))

    page = saved.page("G")
    marks = page.assessment.answers["G1"].comment.split()
    assert sorted(marks) == sorted(f"{person}{count}" for person in "ab" for count in range(50))
    assert page.versions["G"] == 101
    assert conflicts >= 50
