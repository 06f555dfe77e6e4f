from pathlib import Path

import pytest

from app.maturity.peers.cohort import ALL
from app.maturity.peers.contribution import OVERALL
from app.maturity.peers.position import Position, position
from app.maturity.peers.snapshot import CohortFigures
from app.maturity.peers.standings import PeerStandings, peer_standings
from tests import build
from tests.maturity.peers.build import first_snapshot, several

DOCS = Path(__file__).parents[3] / "docs"


def test_a_complete_result_has_a_standing_in_every_published_cohort_of_its_cell() -> None:
    # 33 of 100; ten suppliers at 41 to 50 have the median 45.5, published as 45.
    given = build.answers(G1=2, G2=1, G3=3, C1="not_applicable", C2="unknown", E1=2, E2=1, E3=3)
    card = build.a_scorecard(assessment=build.an_assessment(given))

    found = peer_standings(card, first_snapshot(several(range(41, 51))))

    assert found is not None
    assert found.month == "2026-11"
    first = [each.standings[0] for each in found.cohorts]
    assert [(each.measure, each.own, each.position) for each in first] == [
        (OVERALL, 33, Position.BELOW_MEDIAN)
    ] * 3


def test_an_interim_result_has_no_peers() -> None:
    assert peer_standings(build.a_scorecard(completed=False), first_snapshot(several(range(41, 51)))) is None


def test_before_anything_is_published_there_are_not_enough_peers() -> None:
    assert peer_standings(build.a_scorecard(), None) == PeerStandings("", ())


@pytest.mark.parametrize("name", ["method.md", "method.fr.md"])
def test_the_worked_example_of_the_method_page_is_the_result_of_the_core(name: str) -> None:
    scores = next(
        line.split() for line in (DOCS / name).read_text("utf-8").splitlines() if line.startswith("22 28 31")
    )

    figures = first_snapshot(several(map(int, scores))).figures[ALL][OVERALL]

    assert figures == CohortFigures(n=20, median=45, lower=40, upper=55)
    assert position(52, figures) is Position.THIRD_QUARTER
