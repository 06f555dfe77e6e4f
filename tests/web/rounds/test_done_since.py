"""Actions done between two rounds, on the page and in the files, on the days of a clock that moves."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from app.config import Config
from tests.report.documents import words
from tests.web.plan.planner import Planner
from tests.web.serving import serve

BEGIN = datetime(2026, 5, 3, 12, tzinfo=UTC)


@pytest.fixture
def clock() -> list[datetime]:
    return [BEGIN]


@pytest.fixture
def owner(config: Config, clock: list[datetime]) -> Iterator[Planner]:
    """Return an owner who has completed a quick check on 3 May 2026, with an action to do."""
    with serve(config, lambda: clock[0]) as app:
        person = Planner(app.test_client())
        person.known_code = person.starts("quick").code
        person.answers_all("2").completes()
        yield person.adds("Brief the guards <b>")


def test_an_action_done_after_the_round_is_named_and_its_files_follow(
    owner: Planner, clock: list[datetime]
) -> None:
    clock[0] += timedelta(days=40)
    owner.enters(owner.known_code)
    owner.begins_confirmed_round()
    before = words(owner.client.get(owner.address("files/scorecard.pdf")).data)
    assert "Actions done since" not in before

    owner.changes({"Brief the guards <b>": {"state": "done"}})

    text = owner.visits("results/trend").text
    assert "Actions done since the earlier round Brief the guards <b> 12 June 2026" in text
    printed = words(owner.client.get(owner.address("files/scorecard.pdf")).data)
    assert "Actions done since the earlier round Brief the guards <b> 12 June 2026" in printed


def test_an_action_done_before_the_round_is_not_named(owner: Planner, clock: list[datetime]) -> None:
    owner.changes({"Brief the guards <b>": {"state": "done"}})
    clock[0] += timedelta(days=40)

    owner.enters(owner.known_code).begins_confirmed_round()

    assert "Actions done since" not in owner.visits("results/trend").text


@pytest.mark.parametrize("days", [0, 1])
def test_the_day_on_which_an_action_was_done_after_the_round_stands_beside_its_practice(
    owner: Planner, clock: list[datetime], days: int
) -> None:
    title = next(each for each in owner.ticks("G1").titles() if not each.startswith("Brief"))
    clock[0] += timedelta(days=days)
    owner.enters(owner.known_code).changes({title: {"state": "done"}})
    assert "An action for this practice was marked" not in owner.visits("G").text

    page = owner.begins_round().visits("G")

    marked = "An action for this practice was marked as done on 4 May 2026"
    assert page.text.count(marked) == days
    assert "An action for this practice was marked" not in page.text.replace(marked, "")
    if days:
        assert page.text.index(marked) < page.text.index("G2")
        owner.confirms_all().completes()
        assert "An action for this practice was marked" not in owner.visits("G").text
