from dataclasses import replace

import pytest

from app.maturity.peers.cohort import Cell
from app.maturity.peers.contribution import Contribution, build_contribution, count_by_cell
from app.maturity.peers.histogram import Histogram
from tests import build
from tests.maturity.peers.build import MEDIA, SUPPLIER, a_contribution


def test_a_contribution_is_the_cell_and_the_rounded_scores_and_no_other_data() -> None:
    # G: 2, 1, 3 of 4; C: not applicable and unknown; E: 2, 1, 3; overall (50 + 0 + 50) / 3.
    given = build.answers(G1=2, G2=1, G3=3, C1="not_applicable", C2="unknown", E1=2, E2=1, E3=3)
    card = build.a_scorecard(assessment=build.an_assessment(given))

    assert build_contribution(card) == Contribution(
        "1.0", "full", Cell("supplier", "50_249"), {"overall": 33, "G": 50, "C": 0, "E": 50}
    )


def test_a_domain_without_a_score_is_left_out() -> None:
    given = build.answers(G1=2, G2=1, G3=3, C1="not_applicable", C2="not_applicable", E1=2, E2=1, E3=3)
    found = build_contribution(build.a_scorecard(assessment=build.an_assessment(given)))

    assert found is not None
    assert found.scores == {"overall": 50, "G": 50, "E": 50}


def test_an_interim_result_has_no_contribution() -> None:
    questionnaire = build.a_questionnaire()

    assert build_contribution(build.a_scorecard(questionnaire, completed=False)) is None
    assert build_contribution(build.a_scorecard(questionnaire, build.capella(questionnaire))) is None


@pytest.mark.parametrize("missing", ["organisation_type", "size_band"])
def test_without_type_or_size_there_is_no_contribution(missing: str) -> None:
    card = build.a_scorecard()
    profile = replace(card.assessment.profile, **{missing: ""})

    assert build_contribution(replace(card, assessment=replace(card.assessment, profile=profile))) is None


def test_contributions_are_counted_by_cell_and_measure() -> None:
    given = [a_contribution(50, G=40), a_contribution(50), a_contribution(60, MEDIA)]

    assert count_by_cell(given) == {
        SUPPLIER: {"overall": Histogram({50: 2}), "G": Histogram({40: 1})},
        MEDIA: {"overall": Histogram({60: 1})},
    }
