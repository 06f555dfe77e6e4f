from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import event, select

from app.maturity.answers import Answer
from app.storage.assessments import assessments
from app.storage.database.tables import DocumentKeyRow
from app.storage.sealing import history
from app.storage.sealing.history import History, HistoryEntry
from app.storage.sealing.roles import CONTRIBUTOR, OWNER, VIEWER
from tests import build
from tests.storage.stored_assessment import SavedAssessment, Store

AT = datetime(2026, 11, 3, 14, 5, tzinfo=UTC)
KEY = bytes(range(32))


def _changes(saved: SavedAssessment, place: int = 0) -> list[tuple[str, tuple[str, ...]]]:
    return [(each.document, each.questions) for each in saved.links()[place].history.changes]


def test_a_history_is_read_as_written() -> None:
    whole = History(
        KEY,
        date(2026, 11, 3),
        AT - timedelta(days=1),
        (HistoryEntry(AT, "G", ("G1", "G2")), HistoryEntry(AT, "profile", ())),
        "Société « Bellatrix »",
        AT,
    )

    assert history.read(history.write(whole)) == whole
    assert history.read(history.write(History(KEY))) == History(KEY)


def test_a_history_of_the_first_release_is_read() -> None:
    stored = b'{"public_key": "' + KEY.hex().encode() + b'", "used_on": null, "forgotten": null}\n'

    assert history.read(stored) == History(KEY)
    assert history.write(History(KEY)) == stored


def test_a_link_has_finished_until_something_is_saved_later() -> None:
    before, after = HistoryEntry(AT, "A", ("A1",)), HistoryEntry(AT + timedelta(minutes=1), "A", ("A1",))

    assert History(KEY, changes=(before,)).finished_on is None
    assert History(KEY, changes=(before,), finished_at=AT).finished_on == date(2026, 11, 3)
    assert History(KEY, changes=(before, after), finished_at=AT).finished_on is None


def test_a_change_is_added_after_the_others() -> None:
    content = history.write(History(KEY, changes=(HistoryEntry(AT, "G", ("G1",)),)))

    added = history.read(history.append(content, AT + timedelta(seconds=90), "E", ("E1", "E2")))

    assert added.changes == (
        HistoryEntry(AT, "G", ("G1",)),
        HistoryEntry(AT + timedelta(minutes=1), "E", ("E1", "E2")),
    )


def test_the_same_change_within_a_minute_is_recorded_once() -> None:
    once = history.append(history.write(History(KEY)), AT, "G", ("G1",))
    later = AT + timedelta(seconds=59)

    assert history.append(once, later, "G", ("G1",)) == once
    assert len(history.read(history.append(once, later, "G", ("G1", "G2"))).changes) == 2
    assert len(history.read(history.append(once, AT + timedelta(minutes=1), "G", ("G1",))).changes) == 2


def test_a_history_stays_within_its_limit_and_records_until_when_it_dropped_changes() -> None:
    minutes = [AT + timedelta(minutes=n) for n in range(2000)]
    content = history.write(History(KEY, date(2026, 11, 3)))
    for minute in minutes:
        line = history.write(History(KEY, changes=(HistoryEntry(minute, "G", ("G1", "G2", "G3")),))).split(
            b"\n", 1
        )[1]
        content = history.append(content + line, minute, "E", ())
        assert len(content) <= history.LIMIT

    shortened = history.read(content)
    recent = [each for each in shortened.changes if each.document == "G"]
    assert shortened.public_key == KEY
    assert shortened.used_on == date(2026, 11, 3)
    assert recent[-1].at == minutes[-1]
    assert shortened.forgotten_until is not None
    assert shortened.forgotten_until <= recent[0].at
    assert len(shortened.changes) > 500


def test_every_change_is_recorded_with_its_questions(store: Store, saved: SavedAssessment) -> None:
    saved.save("G", {"G1": Answer("4"), "G2": saved.page("G").assessment.answers["G2"]}, 1)
    saved.save("C", {"C1": Answer()}, 1)
    with store.writing.begin() as connection:
        key = saved.key(connection)
        assessments.save_profile(connection, key, build.a_profile(variant="quick"), expected_version=1)
        assessments.save_opinions(connection, key, {"O1": ("essential",), "O3": ()}, expected_version=1)
        assessments.save_targets(connection, key, {"E": 2}, expected_version=1)

    assert _changes(saved) == [
        ("G", ("G1",)),
        ("C", ("C1",)),
        ("profile", ()),
        ("completion", ()),
        ("opinions", ("O1", "O3")),
        ("targets", ("E",)),
    ]


def test_a_question_that_stays_blank_is_not_recorded(saved: SavedAssessment) -> None:
    saved.save("C", {"C1": Answer("1"), "C2": Answer("0")}, 1)
    saved.save("C", {"C1": Answer(), "C2": Answer("0")}, 2)
    saved.save("C", {"C1": Answer(), "C2": Answer("1")}, 3)

    assert _changes(saved) == [("C", ("C1", "C2")), ("C", ("C1",)), ("C", ("C2",))]


def test_a_save_without_a_change_is_not_recorded(saved: SavedAssessment) -> None:
    saved.save("G", saved.page("G").assessment.answers, 1)

    assert _changes(saved) == []


def test_the_owner_reads_what_each_link_changed(saved: SavedAssessment) -> None:
    legal, press = saved.shares(CONTRIBUTOR, "C"), saved.shares(CONTRIBUTOR, "E")
    legal.save("C", {"C1": Answer("4")}, 1)
    press.save("E", {"E2": Answer("0")}, 1)
    saved.save("C", {"C2": Answer("4")}, 2)

    assert _changes(saved, 1) == [("C", ("C1",))]
    assert _changes(saved, 2) == [("E", ("E2",))]
    assert _changes(saved)[-1] == ("C", ("C2",))


def test_links_made_and_withdrawn_are_recorded(saved: SavedAssessment) -> None:
    legal = saved.shares(CONTRIBUTOR, "C")
    id = legal.link_id
    saved.withdraws(legal)

    # The same line is recorded once in a minute.
    assert set(_changes(saved)) == {("links", (id,))}


@pytest.mark.parametrize("role", [VIEWER, CONTRIBUTOR])
def test_a_history_is_for_the_owners_and_its_own_link(
    store: Store, saved: SavedAssessment, role: str
) -> None:
    guest = saved.shares(role, "C" if role == CONTRIBUTOR else "")
    other, owner = saved.shares(CONTRIBUTOR, "CE"), saved.shares(OWNER)

    readers = select(DocumentKeyRow.link_id).where(DocumentKeyRow.name == f"history-{guest.link_id}")

    assert {id for (id,) in store.rows(readers)} == {guest.link_id, saved.link_id, owner.link_id}
    assert other.link_id not in {id for (id,) in store.rows(readers)}


def test_the_history_costs_a_save_no_statement(store: Store, saved: SavedAssessment) -> None:
    statements: list[str] = []
    event.listen(
        store.engine, "before_cursor_execute", lambda *arguments: statements.append(arguments[2].split()[0])
    )

    saved.save("G", {"G1": Answer("4")}, 1)

    # The first SELECT finds the key; PostgreSQL waits for its turn in another.
    statements = [statement for statement in statements if statement != "BEGIN"]
    assert statements.count("UPDATE") == 1
    assert len(statements) == (4 if store.engine.dialect.name == "postgresql" else 3)
