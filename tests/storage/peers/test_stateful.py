"""After any contributions, replacements, withdrawals and publications the stored counts equal a recount."""

from collections.abc import Mapping

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from app.maturity.peers import snapshot
from app.maturity.peers.cohort import Cell
from app.maturity.peers.contribution import Contribution, count_by_cell
from app.maturity.peers.movements import count_movements
from app.maturity.peers.snapshot import Snapshot, SnapshotInput
from app.storage.peers import contributions, histograms, pending, snapshots
from app.storage.peers.edition import Edition, edition_of
from tests.storage.peers.stored_contributions import NOVEMBER, receipt
from tests.storage.stored_assessment import Store

EDITIONS = (Edition("1.0", "full"), Edition("1.0", "quick"))
CELLS = (Cell("supplier", "1_49"), Cell("supplier", "50_249"), Cell("media", "1_49"))
MEASURES = ("G", "C")

Stand = Mapping[int, Contribution]


@st.composite
def some_contributions(draw: st.DrawFn) -> Contribution:
    """Draw a contribution of few different scores, so that equal ones occur."""
    points = st.sampled_from([0, 50, 52, 100])
    domains = draw(st.dictionaries(st.sampled_from(MEASURES), points))
    return Contribution(
        *draw(st.sampled_from(EDITIONS)), draw(st.sampled_from(CELLS)), {"overall": draw(points), **domains}
    )


class Peers(RuleBasedStateMachine):
    """The database, and beside it plain dictionaries of the contributions and of those in the snapshots."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        # Never committed: the next example finds the database empty.
        self.connection = store.writing.connect()
        self.stand: dict[int, Contribution] = {}
        self.base: dict[Edition, Stand] = {edition: {} for edition in EDITIONS}
        self.published: dict[Edition, Snapshot | None] = dict.fromkeys(EDITIONS)

    @rule(number=st.integers(0, 24), contribution=some_contributions())
    def contributes(self, number: int, contribution: Contribution) -> None:
        changed = contributions.replace_contribution(self.connection, receipt(number), contribution)

        assert changed == (self.stand.get(number) != contribution)
        self.stand[number] = contribution

    @rule(first=st.integers(0, 24), count=st.integers(5, 20), contribution=some_contributions())
    def many_contribute(self, first: int, count: int, contribution: Contribution) -> None:
        for number in range(first, first + count):
            self.contributes(number % 25, contribution)

    @rule(number=st.integers(0, 24))
    def withdraws(self, number: int) -> None:
        withdrawn = contributions.withdraw(self.connection, receipt(number))

        assert withdrawn == (self.stand.pop(number, None) is not None)

    @rule(edition=st.sampled_from(EDITIONS))
    def is_published(self, edition: Edition) -> None:
        now = self.of(edition)
        counts = SnapshotInput(*edition, "2026-11", count_by_cell(now.values()), 10)
        expected = snapshot.build_next(
            self.published[edition], counts, count_movements(self.changes(edition))
        )

        assert snapshots.publish(self.connection, edition, NOVEMBER, 10) == (expected is not None)

        if expected is not None:
            self.base[edition] = now
            self.published[edition] = expected if expected.figures else None

    @invariant()
    def the_stored_counts_equal_a_recount(self) -> None:
        for edition in EDITIONS:
            assert histograms.read(self.connection, edition) == count_by_cell(self.of(edition).values())
            assert pending.read_movements(self.connection, edition) == count_movements(self.changes(edition))
            assert snapshots.read_snapshot(self.connection, edition) == self.published[edition]

    def teardown(self) -> None:
        assert contributions.rebuild_histograms(self.connection, lambda rows: None)
        self.connection.rollback()
        self.connection.close()

    def of(self, edition: Edition) -> Stand:
        return {number: each for number, each in self.stand.items() if edition_of(each) == edition}

    def changes(self, edition: Edition) -> list[tuple[Contribution | None, Contribution | None]]:
        before, after = self.base[edition], self.of(edition)
        return [(before.get(number), after.get(number)) for number in before.keys() | after.keys()]


def test_after_any_sequence_the_histograms_equal_a_rebuild(store: Store) -> None:
    class OnDatabase(Peers):
        def __init__(self) -> None:
            super().__init__(store)

    bounds = settings(max_examples=50, stateful_step_count=20, suppress_health_check=list(HealthCheck))
    run_state_machine_as_test(OnDatabase, settings=bounds)
