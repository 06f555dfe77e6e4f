from fractions import Fraction

import pytest

from app.maturity.answers import Answer
from app.maturity.level import Level
from app.maturity.questionnaire import Questionnaire
from app.maturity.scoring import DomainScore, Overall
from tests.build import a_domain, a_question, a_questionnaire, a_scorecard, a_text, an_assessment, answers

QUESTIONNAIRE = a_questionnaire()


def domains_of(given: dict[str, Answer], variant: str = "full") -> dict[str, DomainScore]:
    card = a_scorecard(QUESTIONNAIRE, an_assessment(given, variant=variant))
    return {each.domain.letter: each for each in card.domains}


def overall_of(given: dict[str, Answer], questionnaire: Questionnaire = QUESTIONNAIRE) -> Overall:
    return a_scorecard(questionnaire, an_assessment(given)).overall


def exact(scored: DomainScore | Overall) -> Fraction:
    assert scored.score is not None
    return scored.score.exact


def test_a_domain_scores_its_points_of_the_points_it_could_reach() -> None:
    governance = domains_of(answers(G1=3, G2=1, G3=0))["G"]

    assert exact(governance) == Fraction(100, 3)  # 100 × (3 + 1 + 0) / (4 × 3)
    assert (governance.points, governance.maximum_points, governance.level) == (4, 12, Level.AD_HOC)


def test_unknown_counts_as_0() -> None:
    assert exact(domains_of(answers(G1=4, G2="unknown", G3=2))["G"]) == 50  # 100 × (4 + 0 + 2) / 12


def test_not_applicable_is_not_in_the_sum() -> None:
    governance = domains_of(answers(G1=4, G2=2, G3="not_applicable"))["G"]

    assert exact(governance) == 75  # 100 × (4 + 2) / (4 × 2)
    assert (governance.applicable, governance.answered, governance.asked) == (2, 3, 3)


def test_an_unanswered_question_is_not_in_the_sum() -> None:
    governance = domains_of(answers(G1=3))["G"]

    assert exact(governance) == 75  # 100 × 3 / (4 × 1)
    assert (governance.applicable, governance.answered, governance.asked) == (1, 1, 3)


@pytest.mark.parametrize("given", [{}, answers(C1="not_applicable", C2="not_applicable")])
def test_a_domain_in_which_nothing_applies_has_no_score(given: dict[str, Answer]) -> None:
    content = domains_of(given)["C"]

    assert (content.score, content.level, content.applicable) == (None, None, 0)


@pytest.mark.parametrize(
    ("given", "few"),
    [
        (answers(G1=3, G2="not_applicable", G3="not_applicable"), True),  # 1 of 3
        (answers(G1=3, G2=1, G3="not_applicable"), False),  # 2 of 3
        ({}, False),  # no score at all
    ],
)
def test_fewer_than_half_of_the_questions_are_few(given: dict[str, Answer], *, few: bool) -> None:
    assert domains_of(given)["G"].rests_on_few_questions is few


def test_a_score_from_exactly_half_of_the_questions_does_not_rest_on_few() -> None:
    assert not domains_of(answers(C1=3, C2="not_applicable"))["C"].rests_on_few_questions  # 1 of 2


def test_the_overall_score_is_the_mean_of_the_domains_all_equal() -> None:
    # G 4 of 12 = 100/3; C 6 of 8 = 75; E 12 of 12 = 100. (100/3 + 75 + 100) / 3 = 625/9
    given = answers(G1=4, G2=0, G3=0, C1=3, C2=3, E1=4, E2=4, E3=4)

    assert exact(overall_of(given)) == Fraction(625, 9)


def test_a_domain_without_a_score_leaves_the_mean() -> None:
    given = answers(G1=4, G2=4, G3=4, C1="not_applicable", C2="not_applicable", E1=0, E2=0, E3=0)

    assert exact(overall_of(given)) == 50  # (100 + 0) / 2


def test_the_quick_check_scores_only_what_it_asks() -> None:
    governance = domains_of(answers(G1=1, G2=4, G3=4), "quick")["G"]

    assert exact(governance) == 25  # G1 alone
    assert (governance.applicable, governance.asked) == (1, 1)


def test_without_answers_there_is_no_overall_score() -> None:
    overall = overall_of({})

    assert (overall.score, overall.level, overall.uncapped_level) == (None, None, None)


BEST = {"G1": 4, "G2": 4, "G3": 4, "C1": 4, "C2": 4, "E1": 4, "E2": 4}


@pytest.mark.parametrize("choice", [0, 1, "unknown"])
def test_a_failing_gate_caps_the_level_and_leaves_the_score(choice: int | str) -> None:
    overall = overall_of(answers(**BEST, E3=choice))

    assert (overall.level, overall.uncapped_level) == (Level.DEFINED, Level.PROVEN)
    assert [gate.id for gate in overall.failing_gates] == ["E3"]
    assert overall.is_capped
    # (100 + 100 + 100 × 8/12) / 3 = 800/9, and 900/9 less 25/9 for each point of E3
    assert exact(overall) == Fraction(800, 9) + Fraction(25, 9) * (choice == 1)


def test_an_unanswered_gate_caps_an_interim_level() -> None:
    overall = overall_of(answers(**BEST))

    assert (overall.level, overall.uncapped_level) == (Level.DEFINED, Level.PROVEN)
    assert [gate.id for gate in overall.failing_gates] == ["E3"]


def test_a_gate_that_does_not_apply_caps_nothing() -> None:
    overall = overall_of(answers(**BEST, E3="not_applicable"))

    assert (overall.level, overall.failing_gates, overall.is_capped) == (Level.PROVEN, (), False)


def test_a_gate_passes_at_level_2() -> None:
    overall = overall_of(answers(**BEST, E3=2))

    assert (overall.level, overall.failing_gates) == (Level.PROVEN, ())


def test_a_failing_gate_never_lifts_a_level() -> None:
    overall = overall_of(answers(G1=0, E3=0))

    assert (overall.level, overall.uncapped_level, overall.is_capped) == (Level.ABSENT, Level.ABSENT, False)
    assert [gate.id for gate in overall.failing_gates] == ["E3"]


def test_every_failing_gate_is_named_in_questionnaire_order() -> None:
    gates = [a_question(id, gate=True, not_applicable=a_text("None.")) for id in ("G1", "G2", "G3", "G4")]
    questionnaire = a_questionnaire(a_domain("G", *gates))

    overall = overall_of(answers(G4="unknown", G3="not_applicable", G2=2), questionnaire)

    assert [gate.id for gate in overall.failing_gates] == ["G1", "G4"]


def test_a_quick_check_is_not_capped_by_a_gate_it_does_not_ask() -> None:
    card = a_scorecard(QUESTIONNAIRE, an_assessment(answers(G1=4, C1=4, E1=4), variant="quick"))

    assert (card.overall.level, card.overall.failing_gates) == (Level.PROVEN, ())


@pytest.mark.parametrize(
    ("levels", "level"),
    [((0, 1), Level.AD_HOC), ((1, 2), Level.DEFINED), ((2, 3), Level.APPLIED), ((3, 4), Level.PROVEN)],
)
def test_a_score_on_the_bound_reaches_the_higher_level(levels: tuple[int, int], level: Level) -> None:
    # Two questions of levels n and n + 1 score 100 × (2n + 1) / 8: 12.5, 37.5, 62.5, 87.5.
    questionnaire = a_questionnaire(a_domain("G", a_question("G1"), a_question("G2")))

    assert overall_of(answers(G1=levels[0], G2=levels[1]), questionnaire).level is level
