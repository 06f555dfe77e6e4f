from datetime import date
from fractions import Fraction

import pytest

from app.maturity.answers import Assessment
from app.maturity.level import Level
from app.maturity.outlook.supposition import suppose
from app.maturity.scorecard import build, what_if
from tests.build import (
    TODAY,
    a_questionnaire,
    a_scorecard,
    aldebaran,
    an_answer,
    an_assessment,
    answers,
    bellatrix,
    capella,
)

QUESTIONNAIRE = a_questionnaire()
ALL_APPLIED = dict.fromkeys(("G1", "G2", "G3", "C1", "C2", "E1", "E2", "E3"), 3)
ALL = answers(G1=2, G2=2, G3="not_applicable", C1="unknown", C2=2, E1=2, E2=2, E3=2)


def reached(assessment: Assessment, *ids: str) -> Assessment:
    return what_if(QUESTIONNAIRE, assessment, ids)


def overall(assessment: Assessment) -> Fraction:
    score = a_scorecard(QUESTIONNAIRE, assessment).overall.score
    assert score is not None
    return score.exact


def test_a_result_is_complete_if_all_is_answered_and_complete_is_pressed() -> None:
    full = a_scorecard(QUESTIONNAIRE, an_assessment(ALL), completed=True)

    assert (full.complete, full.answered, full.asked) == (True, 8, 8)


def test_a_result_is_interim_until_complete_is_pressed() -> None:
    assert not a_scorecard(QUESTIONNAIRE, an_assessment(ALL), completed=False).complete


def test_a_result_is_interim_while_a_question_is_unanswered() -> None:
    missing = {id: answer for id, answer in ALL.items() if id != "E2"} | {"E2": an_answer(comment="Later.")}

    card = a_scorecard(QUESTIONNAIRE, an_assessment(missing), completed=True)

    assert (card.complete, card.answered, card.asked) == (False, 7, 8)


def test_opinions_never_count_towards_completeness() -> None:
    card = a_scorecard(QUESTIONNAIRE, an_assessment(opinions={"O1": ("essential",)}), completed=True)

    assert (card.answered, card.asked) == (0, 8)


def test_answers_outside_the_variant_are_kept_and_not_scored() -> None:
    card = a_scorecard(QUESTIONNAIRE, an_assessment(ALL | answers(G1=4), variant="quick"))

    assert (card.answered, card.asked, card.complete) == (3, 3, True)
    assert [(each.points, each.applicable) for each in card.domains] == [(4, 1), (0, 1), (2, 1)]


def test_unknown_and_not_applicable_questions_are_listed() -> None:
    card = a_scorecard(QUESTIONNAIRE, an_assessment(ALL))

    assert [question.id for question in card.not_applicable] == ["G3"]
    assert [question.id for question in card.unknown] == ["C1"]


def test_every_domain_has_a_target() -> None:
    card = a_scorecard(QUESTIONNAIRE, an_assessment(ALL, targets={"C": 2}))

    assert card.targets == {"G": 3, "C": 2, "E": 3}


def test_the_three_decisions_are_the_first_of_the_ranking() -> None:
    card = a_scorecard(QUESTIONNAIRE, an_assessment(ALL))

    assert card.decisions == card.recommendations[:3]
    assert card.decisions[0].question.id == "C1"


@pytest.mark.parametrize(
    ("completed_on", "evidence_date", "old"),
    [
        ("2026-11-01", "2025-11-01", False),  # exactly 12 months
        ("2026-11-01", "2025-10-31", True),  # one day more
        ("2026-11-01", "2026-11-01", False),
        ("2024-02-29", "2023-02-28", False),  # no 29 February a year before: its last day
        ("2024-02-29", "2023-02-27", True),
        ("2025-02-28", "2024-02-29", False),
        ("2025-03-01", "2024-02-29", True),
        ("0001-06-15", "0001-01-01", False),  # no year before the first
    ],
)
def test_evidence_of_more_than_twelve_months_is_old(
    completed_on: str, evidence_date: str, *, old: bool
) -> None:
    proven = {"G1": an_answer(4, evidence_date=date.fromisoformat(evidence_date))}
    assessment = an_assessment(proven, completed_on=date.fromisoformat(completed_on))

    card = a_scorecard(QUESTIONNAIRE, assessment)

    assert [question.id for question in card.outdated_evidence] == (["G1"] if old else [])


def test_old_evidence_leaves_the_score_as_it_is() -> None:
    old = an_assessment({"G1": an_answer(4, evidence_date=date(2020, 1, 1))}, completed_on=TODAY)

    assert overall(old) == 100


@pytest.mark.parametrize("choice", [3, "unknown", "not_applicable"])
def test_only_level_4_needs_recent_evidence(choice: int | str) -> None:
    old = an_answer(choice, evidence_date=date(2020, 1, 1))

    card = a_scorecard(QUESTIONNAIRE, an_assessment({"G3": old}, completed_on=TODAY))

    assert card.outdated_evidence == ()


def test_before_completion_evidence_is_compared_with_the_latest_evidence() -> None:
    given = {
        "G1": an_answer(4, evidence_date=date(2025, 1, 1)),
        "G2": an_answer(2, evidence_date=date(2026, 1, 2)),
    }

    card = a_scorecard(QUESTIONNAIRE, an_assessment(given))

    assert [question.id for question in card.outdated_evidence] == ["G1"]


def test_what_if_lifts_the_chosen_answers_to_their_target() -> None:
    before = an_assessment(answers(G1=1, G2=1, C1="unknown"), targets={"C": 4})

    after = reached(before, "G1", "C1")

    assert after.answers == answers(G1=3, G2=1, C1=4)


def test_what_if_computes_every_result_again() -> None:
    # G1 1 of 4 = 25, E3 0 of 4 = 0: 25/2 overall. With E3 at 3: (25 + 75) / 2 = 50.
    before = an_assessment(answers(G1=1, E3=0))

    after = reached(before, "E3")

    assert (overall(before), overall(after)) == (Fraction(25, 2), Fraction(50))
    assert a_scorecard(QUESTIONNAIRE, after).overall.failing_gates == ()


@pytest.mark.parametrize("choice", [3, 4, "not_applicable"])
def test_what_if_leaves_answers_at_their_target_and_not_applicable_ones(choice: int | str) -> None:
    before = an_assessment(answers(G3=choice))

    assert reached(before, "G3") == before


def test_what_if_ignores_unanswered_and_unknown_questions() -> None:
    before = an_assessment(answers(G1=1))

    assert reached(before, "G2", "Z9") == before


def test_what_if_accepts_any_iterable_of_questions() -> None:
    before = an_assessment(answers(G1=1, E3=1))

    after = what_if(QUESTIONNAIRE, before, iter(["G1", "E3"]))

    assert after.answers == answers(G1=3, E3=3)


def test_the_cast_scores_best_middling_and_just_begun() -> None:
    cast = [who(QUESTIONNAIRE) for who in (aldebaran, bellatrix, capella)]

    best, middling, begun = (a_scorecard(QUESTIONNAIRE, assessment) for assessment in cast)

    assert overall(cast[0]) == 100
    assert best.recommendations == ()
    assert 25 < overall(cast[1]) < 75
    assert middling.complete
    assert (begun.answered, begun.complete) == (1, False)


def test_the_change_is_the_exact_difference_of_the_scores() -> None:
    card = build(a_questionnaire(), an_assessment(answers(G1=1, G2=3, G3=3)), completed=False)

    supposed = suppose(card, ["G1"])

    # G alone has a score: from 7 to 9 of 12 points, that is from 175/3 to 75.
    assert supposed.overall.points == Fraction(50, 3)
    assert [each.points for each in supposed.domains] == [Fraction(50, 3), 0, 0]
    assert [question.id for question in supposed.reached] == ["G1"]


def test_a_gate_that_is_met_lets_the_level_rise() -> None:
    card = build(a_questionnaire(), an_assessment(answers(**{**ALL_APPLIED, "E3": 1})), completed=True)

    supposed = suppose(card, ["E3"])

    assert (card.overall.level, supposed.level_rises_to) == (Level.DEFINED, Level.APPLIED)
    assert [question.id for question in supposed.gates_met] == ["E3"]


def test_with_nothing_supposed_nothing_changes() -> None:
    card = build(a_questionnaire(), an_assessment(answers(G1=1, E3=1)), completed=False)

    supposed = suppose(card, [])

    assert supposed.then == card
    assert supposed.overall.points == 0
    assert supposed.level_rises_to is None
    assert not supposed.gates_met


def test_a_domain_without_a_score_does_not_change() -> None:
    card = build(a_questionnaire(), an_assessment(answers(G1=1)), completed=False)

    assert suppose(card, ["G1"]).domains[1].points == 0
