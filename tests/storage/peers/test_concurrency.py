"""Contributing, withdrawing and publishing at the same time loses no count, and never deadlocks."""

from concurrent.futures import ThreadPoolExecutor

from app.maturity.peers.contribution import OVERALL
from app.storage.peers import contributions, histograms
from tests.maturity.peers.build import SUPPLIER, a_contribution
from tests.storage.peers.stored_contributions import (
    EDITION,
    contribute,
    contributed,
    publish,
    published,
    receipt,
)
from tests.storage.stored_assessment import SavedAssessment, Store


def test_contributions_made_at_once_are_all_counted(store: Store) -> None:
    def put(number: int) -> None:
        with store.writing.begin() as connection:
            contributions.replace_contribution(
                connection, receipt(number), a_contribution(number % 3, G=number % 2)
            )

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(put, range(60)))

    with store.writing.begin() as connection:
        read = histograms.read(connection, EDITION)
        assert contributions.rebuild_histograms(connection, lambda rows: None)
    assert read[SUPPLIER][OVERALL].counts == {0: 20, 1: 20, 2: 20}


def test_one_receipt_used_at_once_stands_for_one_contribution(store: Store) -> None:
    def put(number: int) -> None:
        with store.writing.begin() as connection:
            contributions.replace_contribution(
                connection, receipt(1), a_contribution(number) if number % 3 else None
            )

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(put, range(40)))

    with store.writing.begin() as connection:
        assert contributions.rebuild_histograms(connection, lambda rows: None)


def test_a_snapshot_published_meanwhile_shows_one_state(store: Store) -> None:
    def put(number: int) -> None:
        with store.writing.begin() as connection:
            contributions.replace_contribution(connection, receipt(number), a_contribution(50, G=50))

    with ThreadPoolExecutor(8) as pool:
        results = pool.map(put, range(60))
        for _ in range(10):
            publish(store)
        list(results)
    publish(store)

    snapshot = published(store)
    assert snapshot is not None
    for measures in snapshot.figures.values():
        assert measures["G"] == measures[OVERALL]


def test_assessments_that_contribute_at_once_do_not_deadlock(store: Store, saved: SavedAssessment) -> None:
    everybody = [saved, *(store.create(saved.load().assessment) for _ in range(7))]

    with ThreadPoolExecutor(8) as pool:
        for points in range(3):
            list(pool.map(lambda each: contribute(each, a_contribution(points)), everybody))  # noqa: B023  done within the loop

    assert [contributed(each) for each in everybody] == [a_contribution(2)] * 8
